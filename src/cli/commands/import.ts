/** khabar import: rows of spreadsheets become activities, or change those that are there. */

import { relative, resolve, sep } from 'node:path'
import { printHuman } from '../../diagnostics/human.ts'
import { allToJson } from '../../diagnostics/json.ts'
import { hasErrors } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { readMappingFile, readTableFile, writeChanged } from '../../pipeline/exchange/files.ts'
import { type Imported, importTables } from '../../pipeline/exchange/import.ts'
import { patchOf } from '../patch.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface ImportOptions {
  readonly mapping?: string
  readonly set: { readonly [field: string]: string }
  readonly sheet?: string
  readonly language?: string
  readonly encoding?: string
  readonly dates?: 'day-first' | 'month-first'
  readonly skipBad: boolean
  readonly dryRun: boolean
  readonly format: 'human' | 'json'
}

export async function importCommand(
  setting: Setting,
  options: ImportOptions,
  words: readonly string[],
): Promise<number> {
  const { root } = setting
  const { mapping, sheet, language, dates, encoding, skipBad } = options
  const files = await Promise.all(words.map(word => readTableFile(resolve(word), shownFrom(root, word))))
  const imported = await importTables(openWorkspace(root, packagedTemplates), {
    files,
    skipBad,
    ...(mapping !== undefined && { mapping: await readMappingFile(resolve(mapping), shownFrom(root, mapping)) }),
    ...(encoding !== undefined && { encoding }),
    wishes: {
      defaults: options.set,
      ...(sheet !== undefined && { sheet }),
      ...(language !== undefined && { language }),
      ...(dates && { dates }),
    },
  })
  if (!options.dryRun) await writeChanged(root, imported.files)
  if (options.format === 'json') tellJson(imported, setting, options)
  else tellHuman(imported, setting, options)
  return hasErrors(imported.diagnostics) ? 1 : 0
}

/** From the workspace, as all places are told; a file that lies elsewhere as it was named. */
function shownFrom(root: string, word: string): string {
  const below = relative(root, resolve(word))
  return (below.startsWith('..') ? word : below).split(sep).join('/')
}

/** Keys are a contract, as those of a build are. */
function tellJson({ files, counts, diagnostics }: Imported, { terminal }: Setting, { dryRun }: ImportOptions): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const told = files.map(({ path, before, after, plans }) => ({
    path,
    status: before === undefined ? 'created' : 'updated',
    records: plans.map(({ id }) => id),
    ...(dryRun && { diff: patchOf(path, before, after) }),
  }))
  const summary = { errors, warnings: diagnostics.length - errors, ...counts }
  terminal.result(JSON.stringify({ files: told, summary, diagnostics: allToJson(diagnostics, terminal.tell) }, null, 2))
}

function tellHuman({ files, counts, diagnostics }: Imported, { terminal }: Setting, { dryRun }: ImportOptions): void {
  terminal.complain(printHuman(diagnostics, { color: terminal.colour, tell: terminal.tell }))
  for (const { path, before, after } of files)
    terminal.result(dryRun ? patchOf(path, before, after) : `${before === undefined ? 'created' : 'updated'} ${path}`)
  if (hasErrors(diagnostics))
    terminal.complain(
      said('Nothing was written: mend what is above, or leave out the rows that are in error: --skip-bad.'),
    )
  else if (dryRun)
    terminal.say(
      said(
        '{created} activities would be created, {updated} would be updated, {unchanged} as they are, {skipped} left out',
        counts,
      ),
    )
  else
    terminal.say(
      said('{created} activities created, {updated} updated, {unchanged} as they are, {skipped} left out', counts),
    )
}
