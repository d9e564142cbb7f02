/** templates/report/<name>.yaml as written: which sheets a workbook has, and which columns a sheet. */
import { type Static, Type } from 'typebox'
import { line, record } from './record/fields.ts'

const width = Type.Number({ minimum: 1, maximum: 255, description: 'Width in characters. Default: from the contents.' })

/** Both forms in one schema, so that a mistake gets one plain message. */
const column = Type.Unsafe<string | { readonly column: string; readonly width?: number }>({
  type: ['string', 'object'],
  minLength: 1,
  properties: { column: line('Name of the column.'), width },
  required: ['column'],
  additionalProperties: false,
  description: 'A column by its name, or a map with `column` and `width`.',
})

const sheet = record('A sheet of the workbook.', {
  sheet: line('Name of the sheet.'),
  columns: Type.Optional(Type.Array(column, { minItems: 1, description: 'Columns, in order.' })),
})

export const reportLayout = record('The sheets of a workbook, in order.', {
  sheets: Type.Array(sheet, { minItems: 1, description: 'Sheets, in order.' }),
})

export type WrittenLayout = Static<typeof reportLayout>
