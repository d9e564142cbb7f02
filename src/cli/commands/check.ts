/** khabar check: every mistake of the workspace, at its place; with --fix, what is certain is mended first. */

import type { Code, Diagnostic } from '../../model/diagnostic.ts'
import { checkWorkspace } from '../../pipeline/check.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import { isWithin } from '../../pipeline/select.ts'
import { belowRoot, clockOf, type Format } from '../options.ts'
import { print, sayWhatNext, summaryOf, verdict } from '../reporting.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface CheckOptions {
  readonly format: Format
  readonly strict: boolean
  readonly fix: boolean
  readonly dryRun: boolean
  readonly yes: boolean
  readonly explain?: Code
}

export async function check(setting: Setting, options: CheckOptions, words: readonly string[]): Promise<number> {
  if (options.explain) return (await import('./explain-code.ts')).explainCode(setting, options.explain)
  const { root } = setting
  const paths = words.map(word => belowRoot(word, root))
  const isAsked = ({ span }: Diagnostic): boolean =>
    paths.length === 0 || paths.some(path => isWithin(span?.file.path ?? '', path))
  const workspace = openWorkspace(root, packagedTemplates)
  const asOf = clockOf(process.env['SOURCE_DATE_EPOCH'])().toISOString()
  if (options.fix) {
    const { checkAndFix } = await import('../fixing.ts')
    return checkAndFix(setting, options, { workspace, asOf, isAsked })
  }
  const { artifacts, diagnostics } = await checkWorkspace(workspace, memoOf(root), asOf)
  const told = diagnostics.filter(isAsked)
  print(told, options, setting, { artifacts: [], summary: summaryOf(told, []) })
  if (options.format === 'human') sayWhatNext(told, artifacts, setting)
  return verdict(told, options.strict)
}
