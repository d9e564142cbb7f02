/** check --fix: shows what would change, asks where somebody can answer, writes, and tells what is left to be mended by hand. */
import { printable } from '../diagnostics/printable.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { counted, said } from '../model/said.ts'
import { type FixedFile, type Fixes, type FixRequest, fixWorkspace } from '../pipeline/fix/fix.ts'
import { decodedAt, writeFixed } from '../pipeline/fix/write-fixed.ts'
import { memoOf } from '../pipeline/memo/memo-folder.ts'
import type { Format } from './options.ts'
import { patchOf } from './patch.ts'
import { print, sayWhatNext, summaryOf, verdict } from './reporting.ts'
import type { Setting } from './setting.ts'

export interface FixOptions {
  readonly format: Format
  readonly strict: boolean
  readonly dryRun: boolean
  readonly yes: boolean
}

export async function checkAndFix(
  setting: Setting,
  options: FixOptions,
  asked: Pick<FixRequest, 'workspace' | 'asOf' | 'isAsked'>,
): Promise<number> {
  const { root } = setting
  const fixes = await fixWorkspace({ ...asked, memo: () => memoOf(root), decoded: path => decodedAt(root, path) })
  showChanges(fixes.files, options, setting)
  const isWritten = !options.dryRun && (await isWanted(fixes.files, options, setting))
  if (isWritten) await writeFixed(root, fixes.files)
  const left = fixes.after.filter(asked.isAsked)
  const onDisk = isWritten ? left : fixes.before.filter(asked.isAsked)
  // Who declined looks at what there is; a dry run tells, as that of an import, what would be.
  tell({ ...fixes, left: options.dryRun ? left : onDisk, isWritten }, options, setting)
  return verdict(onDisk, options.strict)
}

/** A patch for whoever takes it further; beside what another program reads, it is only shown. */
function showChanges(files: readonly FixedFile[], { format }: FixOptions, { terminal }: Setting): void {
  if (format === 'json') return
  for (const { path, before, after, isRecoded } of files) {
    const lines = before === after ? [] : [patchOf(path, before, after)]
    const all = [...(isRecoded ? [terminal.tell(said('{path}: UTF-16 becomes UTF-8', { path }))] : []), ...lines].join(
      '\n',
    )
    if (format === 'human') terminal.result(process.stdout.isTTY ? shown(all) : all)
    else terminal.say(shown(all))
  }
}

/** Nothing in a record steers the terminal on which it is shown. */
const shown = (patch: string): string => patch.split('\n').map(printable).join('\n')

/** Programs, and whoever said --yes, are not asked. */
async function isWanted(
  files: readonly FixedFile[],
  { format, yes }: FixOptions,
  { terminal }: Setting,
): Promise<boolean> {
  if (files.length === 0 || yes || format !== 'human') return true
  const { confirmed, isAsking } = await import('./ask.ts')
  return !isAsking() || confirmed(terminal.tell(counted(files.length, 'Change {n} file so?', 'Change {n} files so?')))
}

interface Done extends Fixes {
  readonly left: readonly Diagnostic[]
  readonly isWritten: boolean
}

function tell({ files, left, artifacts, isWritten }: Done, options: FixOptions, setting: Setting): void {
  const { format, dryRun } = options
  const summary = summaryOf(left, [])
  const fixed = files.reduce((sum, { count }) => sum + count, 0)
  const told = files.map(({ path, before, after, count }) => ({
    path,
    status: 'updated',
    fixed: count,
    ...(dryRun && { diff: patchOf(path, before, after) }),
  }))
  print(left, options, setting, { artifacts: [], files: told, summary: { ...summary, fixed } })
  if (format === 'json') return
  const { terminal } = setting
  const what = {
    mistakes: counted(fixed, '{n} mistake', '{n} mistakes'),
    files: counted(files.length, '{n} file', '{n} files'),
  }
  if (files.length === 0) terminal.say(said('Nothing here can be mended for certain.'))
  else if (dryRun) terminal.say(said('{mistakes} in {files} would be mended; nothing was written.', what))
  else terminal.say(isWritten ? said('{mistakes} in {files} mended.', what) : said('Nothing was written.'))
  if (format === 'human' && left.length === 0) sayWhatNext(left, artifacts, setting)
}
