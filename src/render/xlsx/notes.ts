/** Notes in boxes that fit what they say: exceljs gives each the same. */
import type { Sheet, Workbook } from '../../model/workbook-sheet.ts'
import type { Parts } from './package.ts'

export function fitNotes(parts: Parts, { sheets }: Workbook): Parts {
  const fitted = new Map(parts)
  sheets.forEach((sheet, index) => {
    const path = `xl/drawings/vmlDrawing${index + 1}.vml`
    const vml = parts.get(path)
    if (vml)
      fitted.set(
        path,
        vml.replace(/<v:shape id=.*?<\/v:shape>/gs, shape => fitNote(shape, sheet)),
      )
  })
  return fitted
}

/** In pixels, and letters of the notes' size. */
const width = 260
const lettersInLine = 42
const lineHeight = 16
const margins = 18

function fitNote(shape: string, sheet: Sheet): string {
  const row = Number(/<x:Row>(\d+)</.exec(shape)?.[1])
  const column = Number(/<x:Column>(\d+)</.exec(shape)?.[1])
  const note = sheet.rows.at(row)?.cells[column]?.note ?? ''
  const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0)
  const height = lines * lineHeight + margins
  const across = (from: number, length: number) => walk(from, length, at => (sheet.widths[at] ?? 9) * 7 + 5)
  const down = (from: number, length: number) => walk(from, length, at => ((sheet.rows.at(at)?.height ?? 15) * 4) / 3)
  const corner = [
    ...across(column + 1, 12),
    ...down(row, 4),
    ...across(column + 1, 12 + width),
    ...down(row, 4 + height),
  ]
  return shape
    .replace(/width:[\d.]+pt;height:[\d.]+pt/, `width:${(width * 3) / 4}pt;height:${(height * 3) / 4}pt`)
    .replace(/<x:Anchor>[^<]*</, `<x:Anchor>${corner.join(', ')}<`)
}

/** Which column or row lies so many pixels after the beginning of `from`, and how far into it. */
function walk(from: number, length: number, size: (at: number) => number): readonly [number, number] {
  let at = from
  let rest = length
  while (rest >= size(at)) {
    rest -= size(at)
    at += 1
  }
  return [at, Math.round(rest)]
}
