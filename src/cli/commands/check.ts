/** khabar check: every mistake of the workspace, at its place. */

import type { Diagnostic } from '../../model/diagnostic.ts'
import { checkWorkspace } from '../../pipeline/check.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import { isWithin } from '../../pipeline/select.ts'
import { belowRoot, clockOf } from '../options.ts'
import { packagedTemplates, print, summaryOf, verdict } from '../reporting.ts'
import type { Setting } from '../setting.ts'

export interface CheckOptions {
  readonly format: 'human' | 'concise' | 'json' | 'github' | 'sarif'
  readonly strict: boolean
}

export async function check(setting: Setting, options: CheckOptions, words: readonly string[]): Promise<number> {
  const { root, terminal } = setting
  const paths = words.map(word => belowRoot(word, root))
  const asOf = clockOf(process.env['SOURCE_DATE_EPOCH'])().toISOString()
  const { artifacts, diagnostics } = await checkWorkspace(openWorkspace(root, packagedTemplates), memoOf(root), asOf)
  const told = diagnostics.filter(each => isAskedFor(each, paths))
  print(told, options.format, setting, { artifacts: [], summary: summaryOf(told, []) })
  if (told.length === 0 && options.format === 'human')
    terminal.say(`No mistakes found; ${artifacts} artifacts can be built.`)
  return verdict(told, options.strict)
}

function isAskedFor({ span }: Diagnostic, paths: readonly string[]): boolean {
  return paths.length === 0 || paths.some(path => isWithin(span?.file.path ?? '', path))
}
