/** How a command tells: mistakes in the format asked for, or one JSON object, whose keys are a contract. */
import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { printConcise } from '../diagnostics/concise.ts'
import { printGithub } from '../diagnostics/github.ts'
import { printGitlab } from '../diagnostics/gitlab.ts'
import { printHuman } from '../diagnostics/human.ts'
import { allToJson } from '../diagnostics/json.ts'
import { printJunit } from '../diagnostics/junit.ts'
import { printSarif } from '../diagnostics/sarif.ts'
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import { counted } from '../model/said.ts'
import type { Artifact } from '../pipeline/request.ts'
import type { Format } from './options.ts'
import type { Setting } from './setting.ts'
import type { Timings } from './timings.ts'

export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly built: number
  readonly unchanged: number
  readonly removed: number
}

export interface Answer {
  readonly artifacts: readonly Pick<Artifact, 'path' | 'sha256' | 'bytes' | 'status' | 'records'>[]
  readonly summary: Summary & { readonly fixed?: number }
  /** Those that were mended, or would be. */
  readonly files?: readonly object[]
  /** Of an index: what lies beside it and is not in it. */
  readonly unlisted?: readonly string[]
  /** Of a build, where it was asked for. */
  readonly timings?: Timings
}

export function summaryOf(diagnostics: readonly Diagnostic[], artifacts: readonly Pick<Artifact, 'status'>[]): Summary {
  const having = (status: Artifact['status']): number => artifacts.filter(each => each.status === status).length
  const errors = diagnostics.filter(each => each.severity === 'error').length
  return {
    errors,
    warnings: diagnostics.length - errors,
    built: having('built'),
    unchanged: having('unchanged'),
    removed: having('removed'),
  }
}

export interface Told {
  readonly format: Format
  readonly strict?: boolean
}

/** Mistakes for a person go to stderr; what a program reads goes to stdout. */
export function print(diagnostics: readonly Diagnostic[], told: Told, setting: Setting, answer: Answer): void {
  const { terminal } = setting
  if (told.format === 'human')
    terminal.complain(printHuman(diagnostics, { color: terminal.colour, tell: terminal.tell }))
  else terminal.result(printers[told.format](diagnostics, { told, setting, answer }))
}

interface Telling {
  readonly told: Told
  readonly setting: Setting
  readonly answer: Answer
}

const printers: {
  readonly [format in Exclude<Format, 'human'>]: (diagnostics: readonly Diagnostic[], telling: Telling) => string
} = {
  concise: (diagnostics, { setting }) => printConcise(diagnostics, setting.terminal.tell),
  json: (diagnostics, { answer, setting }) =>
    JSON.stringify({ ...answer, diagnostics: allToJson(diagnostics, setting.terminal.tell) }, null, 2),
  github: (diagnostics, { setting }) =>
    printGithub(diagnostics, folderInRepository(setting.root), setting.terminal.tell),
  gitlab: (diagnostics, { setting }) =>
    printGitlab(diagnostics, folderInRepository(setting.root), setting.terminal.tell),
  junit: (diagnostics, { told, setting }) =>
    printJunit(diagnostics, {
      strict: told.strict ?? false,
      folder: folderInRepository(setting.root),
      tell: setting.terminal.tell,
    }),
  sarif: (diagnostics, { setting }) =>
    printSarif(diagnostics, {
      version: setting.version,
      folder: folderInRepository(setting.root),
      tell: setting.terminal.tell,
    }),
}

/** Who annotates a pull request looks from the root of the repository, wherever in it the workspace lies. */
function folderInRepository(root: string): string {
  for (let above = root; ; above = dirname(above)) {
    if (existsSync(join(above, '.git')))
      return relative(above, root)
        .split(sep)
        .map(each => each && `${each}/`)
        .join('')
    if (dirname(above) === above) return ''
  }
}

export function verdict(diagnostics: readonly Diagnostic[], strict: boolean): number {
  return hasErrors(diagnostics) || (strict && diagnostics.length > 0) ? 1 : 0
}

export function sayWhatNext(told: readonly Diagnostic[], artifacts: number, { terminal }: Setting): void {
  const certain = told.filter(({ fix, span }) => fix && !span?.file.isShipped).length
  if (certain > 0)
    terminal.say(
      counted(
        certain,
        '{n} of them can be mended for certain: khabar check --fix shows how, and does it.',
        '{n} of them can be mended for certain: khabar check --fix shows how, and does it.',
      ),
    )
  if (told.length === 0)
    terminal.say(
      counted(
        artifacts,
        'No mistakes found; {n} artifacts can be built.',
        'No mistakes found; {n} artifacts can be built.',
      ),
    )
}
