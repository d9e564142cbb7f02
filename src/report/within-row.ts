/** What follows from other cells of a row: a formula over them, and its figure from their figures. */
import { formula } from '../model/workbook.ts'
import { excessOf, figureIn, joined, ratioOf, remainderOf } from './figures.ts'
import { cellsJoined, ratioFormula } from './formulas.ts'
import type { Measure } from './measures.ts'

/** Blank where either is, or the whole is zero. */
export const ratio =
  <N extends string>(part: N, whole: N): Measure<unknown, N> =>
  (_, __, own) =>
    formula(ratioFormula(`[@${part}]`, `[@${whole}]`), ratioOf(figureIn(own(part)), figureIn(own(whole))))

/** What parts leave of a whole: a part that is blank takes nothing away. */
export const remainder =
  <N extends string>(whole: N, ...parts: readonly N[]): Measure<unknown, N> =>
  (_, __, own) => {
    const less = parts.map(part => `-N([@${part}])`).join('')
    const figures = parts.map(part => figureIn(own(part)))
    return formula(`IF([@${whole}]="","",[@${whole}]${less})`, remainderOf(figureIn(own(whole)), figures))
  }

/** How much one is above another; blank where either is. */
export const excess =
  <N extends string>(one: N, other: N): Measure<unknown, N> =>
  (_, __, own) =>
    formula(
      `IF(OR([@${one}]="",[@${other}]=""),"",[@${one}]-[@${other}])`,
      excessOf(figureIn(own(one)), figureIn(own(other))),
    )

/** What parts come to; blank where none of them is known. */
export const together =
  <N extends string>(...parts: readonly N[]): Measure<unknown, N> =>
  (_, __, own) =>
    formula(
      cellsJoined(
        'sum',
        parts.map(part => `[@${part}]`),
      ),
      joined(
        parts.map(part => figureIn(own(part))),
        'sum',
      ),
    )
