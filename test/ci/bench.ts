/** A clean workspace, the programs that stand in for those of a server, and what a server says of a run. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { inOneLanguage } from '../../bench/endurance/trial.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { action, type Step } from './pipelines.ts'
import { type Runner, runStep } from './runner.ts'
import { type StandIns, standIns } from './stand-ins.ts'

export interface Bench {
  readonly folder: string
  /** Shared by all runs, as a server's cache is: it is built once. */
  readonly workspace: string
  readonly installed: string
  readonly others: StandIns
  /** A run of a server, with a temporary folder of its own. */
  runner(name: string, env?: Readonly<Record<string, string>>, at?: string): Promise<Runner>
}

export async function openBench(installed: string): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'khabar-ci-'))
  const workspace = await cleanWorkspace(join(folder, 'workspace'))
  const others = await standIns(folder, installed)
  const before = execFileSync('git', ['rev-parse', 'HEAD^'], { cwd: workspace, encoding: 'utf8' }).trim()
  return {
    folder,
    workspace,
    installed,
    others,
    async runner(name, env = {}, at = workspace) {
      const temp = await emptyFolder(join(folder, 'temp', name))
      const standing = { ...others.env, ...environment, CI_COMMIT_BEFORE_SHA: before, ...env }
      const expressions = { ...standingFor(), 'github.event.pull_request.base.sha || github.event.before': before }
      return { workspace: at, temp, path: [others.bin], env: standing, expressions }
    },
  }
}

/** Fails with all that the step said. */
export async function passes(step: Step, runner: Runner): Promise<void> {
  const { code, stdout, stderr } = await runStep(step, runner)
  expect({ code, said: code === 0 ? '' : stdout + stderr }, step.place).toEqual({ code: 0, said: '' })
}

/** What servers say of a run, beside what each test adds. */
const environment = {
  GITHUB_REPOSITORY: 'society/records',
  GITHUB_REF_NAME: 'v1',
  GITHUB_RUN_ID: '1',
  CI_COMMIT_TAG: 'v1',
  CI_API_V4_URL: 'https://gitlab.example.org/api/v4',
  CI_PROJECT_ID: '1',
  CI_JOB_TOKEN: 'token',
}

function standingFor(): Readonly<Record<string, string>> {
  const inputs = Object.entries(action().inputs).map(([name, { default: value = '' }]) => [`inputs.${name}`, value])
  return {
    ...Object.fromEntries(inputs),
    // Where the tests run a sandbox cannot always be had.
    'inputs.sandbox': 'auto',
    'github.event.pull_request.number': '7',
    'github.token': 'token',
    'github.repository': 'society/records',
    'secrets.GPG_PRIVATE_KEY': '',
    'secrets.GPG_PASSPHRASE': '',
  }
}

/** Two revisions; a release of it is a draft. */
async function cleanWorkspace(folder: string): Promise<string> {
  await layOutCase('_base', folder)
  inOneLanguage(join(folder, 'data'))
  const git = (...words: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {
      cwd: folder,
      stdio: 'ignore',
    })
  }
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'first')
  const drill = join(folder, 'data/activities/2022/volunteer-drill.yaml')
  await writeFile(drill, (await readFile(drill, 'utf8')).replace('status: approved', 'status: draft'))
  git('commit', '--quiet', '--all', '--message', 'second')
  return folder
}

export async function emptyFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return folder
}

export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

/** Files of the one release that is a draft. */
export const drafts = async (workspace: string): Promise<readonly string[]> =>
  (await filesIn(join(workspace, 'output'))).filter(path => path.includes('volunteer-drill'))

/** Each job is a machine of its own. */
export function jobsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const jobs = Map.groupBy(steps, each => each.place.replace(/, step \d+$/, ''))
  return [...jobs.values()]
}
