/** Every number of every report in one language, by its address: all models made and every workbook resolved, nothing left out. */

import { packagedTemplates } from '../../src/cli/setting.ts'
import { stemOf } from '../../src/model/work.ts'
import type { Cell } from '../../src/model/workbook-sheet.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { loadedFrom } from '../../src/pipeline/loaded.ts'
import type { Workspace } from '../../src/pipeline/workspace.ts'
import { columnLetters } from '../../src/render/workbook/formula.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { accountsOf } from '../../src/report/account.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'

/** `reports/2022/icrc-2022.ru.xlsx Бюджет!F7`: a number, or nothing. */
export type EveryCell = ReadonlyMap<string, number | null>

export const everyCellOn = (root: string, language: string): Promise<EveryCell> =>
  everyCellOf(openWorkspace(root, packagedTemplates), language)

export async function everyCellOf(workspace: Workspace, language: string): Promise<EveryCell> {
  const { records, templates } = loadedFrom(await workspace.read())
  const dataset = records.value
  if (!dataset) throw new Error('the records have errors')
  const accounts = accountsOf(dataset)
  const works = [
    ...annualReports(dataset, { languages: [language] }, accounts).value,
    ...consolidatedReports(dataset, accounts).value.filter(work => work.language === language),
  ]
  const cells = new Map<string, number | null>()
  for (const work of works)
    for (const sheet of resolveWorkbook(work.model, templates.value).value.sheets)
      for (const [row, { cells: own }] of sheet.rows.entries())
        for (const [column, cell] of own.entries())
          if (cell && isNumber(cell))
            cells.set(
              `${stemOf(work)}.xlsx ${sheet.name}!${columnLetters(column + 1)}${row + 1}`,
              'value' in cell && typeof cell.value === 'number' ? cell.value : null,
            )
  return cells
}

const isNumber = (cell: Cell): boolean => cell.kind === 'number' || cell.kind === 'formula'

/** `… : 118 -> 128`, of every address whose number is another, in order. */
export function movedBetween(before: EveryCell, after: EveryCell): readonly string[] {
  const places = new Set([...before.keys(), ...after.keys()])
  return [...places]
    .flatMap(place => {
      const [was, is] = [before.get(place) ?? null, after.get(place) ?? null]
      return was === is ? [] : [`${place}: ${was} -> ${is}`]
    })
    .toSorted()
}
