/** A mapping file: what the columns and words of somebody's table mean, where their names do not say it. */
import { type Static, Type } from 'typebox'
import { choice, line, record } from '../model/record/fields.ts'
import { fields } from './fields.ts'

/** Fields that a column can be said to hold. A text may be of a language: `name.en`. */
export const fieldKeys: readonly string[] = fields.map(({ key }) => key)

const value = Type.Unsafe<string | number>({
  type: ['string', 'number'],
  minLength: 1,
  description: 'As a cell would say it.',
})

export const mappingSchema = record('What a table means.', {
  sheet: Type.Optional(line('The sheet to read. Default: every one whose headers are known.')),
  header_row: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10_000, description: 'Row of the headers. Default: found.' }),
  ),
  dates: Type.Optional(choice(['day-first', 'month-first'], 'Which comes first in 04/05/2022.')),
  language: Type.Optional(line('Language of the texts: ru. Default: the main language of the society.')),
  columns: Type.Optional(
    Type.Record(
      Type.String({ minLength: 1 }),
      Type.Unsafe<string | null>({
        type: ['string', 'null'],
        description: 'A field; nothing: the column is not meant.',
      }),
      {
        description: 'By header: the field that the column holds.',
      },
    ),
  ),
  values: Type.Optional(
    Type.Record(
      Type.String({ minLength: 1 }),
      Type.Record(Type.String({ minLength: 1 }), value, { description: 'By what a cell says: what is meant.' }),
      {
        description: 'By field: words of the table and what they mean.',
      },
    ),
  ),
  defaults: Type.Optional(
    Type.Record(Type.String({ minLength: 1 }), value, {
      description: 'By field: its value where the table does not tell one.',
    }),
  ),
})

export type Mapping = Static<typeof mappingSchema>
