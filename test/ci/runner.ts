/** Runs a step as a server's runner does: its expressions put in, in a shell of its own that stops at the first failure. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Ran, run } from '../support/child.ts'
import type { Step } from './pipelines.ts'

export interface Runner {
  readonly workspace: string
  readonly temp: string
  readonly path: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What each expression that a step may use stands for. */
  readonly expressions: Readonly<Record<string, string>>
}

/** @throws where a step asks for something that the test does not know */
function put(text: string, known: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = known[expression]
    if (value === undefined) throw new Error(`${expression}: nothing stands for it`)
    return value
  })
}

export async function runStep(step: Step, runner: Runner): Promise<Ran> {
  const known = { ...runner.expressions, ...outputsOf(runner.temp) }
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_PATH', 'GITHUB_ENV'].map(name => [name, join(runner.temp, name)]),
  )
  for (const file of Object.values(files)) if (!existsSync(file)) writeFileSync(file, '')
  const added = readFileSync(join(runner.temp, 'GITHUB_PATH'), 'utf8').split('\n').filter(Boolean)
  const script = join(runner.temp, 'step.sh')
  // An expression in a script would be code of whoever names the branch: there is none to put in.
  expect(step.run, step.place).not.toContain('${{')
  writeFileSync(script, step.run)
  const ran = await run('bash', ['--noprofile', '--norc', '-euo', 'pipefail', script], {
    cwd: join(runner.workspace, put(step.in, known)),
    env: {
      HOME: runner.temp,
      LANG: 'C.UTF-8',
      CI: 'true',
      RUNNER_TEMP: runner.temp,
      ...files,
      ...runner.env,
      PATH: [...added, ...runner.path, '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
      ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, put(value, known)])),
    },
  })
  return ran
}

/** Of the step that has an id: there is one. */
function outputsOf(temp: string): Readonly<Record<string, string>> {
  const file = join(temp, 'GITHUB_OUTPUT')
  if (!existsSync(file)) return {}
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return Object.fromEntries(
    lines.map(line => [`steps.install.outputs.${line.slice(0, line.indexOf('='))}`, line.slice(line.indexOf('=') + 1)]),
  )
}
