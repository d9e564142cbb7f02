/** What a layout leaves out though a formula or a list of choices needs it. */

import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { type Said, said } from '../../model/said.ts'
import type { Language } from '../../model/text.ts'
import { definedName, type SheetModel } from '../../model/workbook.ts'
import type { Workbook } from '../../model/workbook-sheet.ts'
import type { PlacedSheet, Words } from './placed.ts'

/** What all sheets of a workbook share while their cells are made. */
export interface CellContext {
  readonly language: Language
  readonly names: ReadonlySet<string>
  readonly shown: readonly PlacedSheet[]
  readonly models: readonly SheetModel[]
  readonly words: Words
  readonly diagnostics: Diagnostic[]
}

export type Names = Workbook['names']

export interface Need {
  /** A column of the same table, or a defined name. */
  readonly name: string
  readonly by: Said
  readonly sheet: PlacedSheet
}

/** At the line of the sheet that lacks the column; of the sheet with the need where the whole sheet is left out. Told once. */
export function reportLeftOut(
  { name, by, sheet: { model, layout } }: Need,
  { shown, models, diagnostics }: CellContext,
): void {
  const owner = ownerOf(name, models)
  const there = owner && shown.find(each => each.model.sheet === owner.sheet)
  const where =
    name.includes('_') && owner ? said('“{sheet}”', { sheet: owner.sheet }) : said('“{sheet}”', { sheet: model.sheet })
  const message =
    there || !owner
      ? said('{by} on “{sheet}” needs “{name}” of {where}, which the layout leaves out.', {
          by,
          sheet: model.sheet,
          name,
          where,
        })
      : said('{by} on “{sheet}” needs the sheet {where}, which the layout leaves out.', {
          by,
          sheet: model.sheet,
          where,
        })
  const hint = said("Put it in as Khabar's own layout has it, or take out the column of “{sheet}” that needs it.", {
    sheet: model.sheet,
  })
  if (diagnostics.some(each => each.message === message)) return
  diagnostics.push(errorAt('template/layout', there?.layout.span ?? layout.span, message, hint))
}

export const ownerOf = (name: string, models: readonly SheetModel[]): SheetModel | undefined =>
  models.find(each => each.blocks.some(block => has(block, name)))

function has(block: SheetModel['blocks'][number], name: string): boolean {
  if (block.block === 'lines') return block.lines.some(line => line.named === name)
  if (block.block !== 'table') return false
  const { columns, prefix, parts = [] } = block
  return columns.some(({ column }) => definedName(prefix, column) === name) || parts.some(part => part.name === name)
}
