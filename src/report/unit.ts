/** The unit of an indicator: a word of the wording, or the author's own. */
import { type Indicator, indicatorUnits } from '../model/record/agreement.ts'
import type { CellModel } from '../model/workbook.ts'
import { textOr, words } from './cells.ts'
import type { Named } from './report.ts'

const known: ReadonlySet<string> = new Set(indicatorUnits)

export function unitCell(
  { unit, unit_name }: Pick<Indicator, 'unit' | 'unit_name'>,
  { names }: Pick<Named, 'names'>,
): CellModel {
  return known.has(unit) || unit_name === undefined ? words(`report.units.${unit}`) : textOr(names.text(unit_name))
}
