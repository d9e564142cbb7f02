/** The commands that servers run, as they stand in the files that we hand out and in our own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const repository = join(import.meta.dirname, '../..')

export const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8')

export const workflows = [
  '.github/workflows/khabar.yml',
  '.github/workflows/release.yml',
  '.github/workflows/supply-chain.yml',
  '.github/workflows/tests.yml',
  'templates/workspace/ci/github.yml',
] as const

export interface Step {
  /** Where it stands, for people. */
  readonly place: string
  readonly run: string
  readonly env: Readonly<Record<string, string>>
  readonly in: string
  readonly id: string | undefined
}

interface WrittenStep {
  readonly id?: string
  readonly run?: string
  readonly uses?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
}

export interface WrittenJob {
  readonly steps: readonly WrittenStep[]
  readonly env?: Readonly<Record<string, string>>
  readonly permissions?: unknown
  readonly 'timeout-minutes'?: number
}

export interface Workflow {
  readonly jobs: Readonly<Record<string, WrittenJob>>
  readonly env?: Readonly<Record<string, string>>
  readonly permissions?: unknown
  readonly concurrency?: unknown
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly steps: readonly WrittenStep[] }
}

export const workflowAt = (path: string): Workflow => parse(textOf(path)) as Workflow
export const action = (): Action => parse(textOf('action.yml')) as Action

const commandsOf = (
  steps: readonly WrittenStep[],
  place: string,
  outer: Readonly<Record<string, string>> = {},
): readonly Step[] =>
  steps.flatMap(({ run, env, id, 'working-directory': folder = '.' }, index) =>
    run === undefined ? [] : [{ place: `${place}, step ${index + 1}`, run, env: { ...outer, ...env }, in: folder, id }],
  )

export const stepsOfAction = (): readonly Step[] => commandsOf(action().runs.steps, 'action.yml')

export function stepsOfWorkflow(path: string): readonly Step[] {
  const { jobs, env } = workflowAt(path)
  return Object.entries(jobs).flatMap(([name, job]) =>
    commandsOf(job.steps, `${path}, ${name}`, { ...env, ...job.env }),
  )
}

interface GitlabJob {
  readonly before_script?: readonly string[]
  readonly script?: readonly string[]
  readonly variables?: Readonly<Record<string, string | number>>
}

/** What no job is called. */
const keywords = ['workflow', 'default', 'stages', 'variables', 'include']

/** Each job's commands as the runner hands them to one shell. */
export function stepsOfGitlab(path: string): readonly Step[] {
  const jobs = parse(textOf(path)) as Readonly<Record<string, GitlabJob>>
  return Object.entries(jobs).flatMap(([name, { before_script = [], script, variables = {} }]) => {
    if (keywords.includes(name) || script === undefined) return []
    const env = Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, String(value)]))
    return [{ place: `${path}, ${name}`, run: [...before_script, ...script].join('\n'), env, in: '.', id: undefined }]
  })
}
