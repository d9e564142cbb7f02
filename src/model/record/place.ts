/** data/places/<id>.yaml: regions (adm1) and the society's branches, which are not regions. */
import { Type } from 'typebox'
import { text } from '../text.ts'
import { aRegion, choice, count, day, id, record } from './fields.ts'

export const place = record('A region or a branch.', {
  type: choice(['region', 'branch'], 'region: an adm1 unit with a P-code; branch: an organization of the society.'),
  name: text('Name.'),
  order: Type.Optional(count('Place in lists; smaller first. Default: by P-code.')),
  pcode: Type.Optional(
    Type.String({ pattern: '^[A-Z]{2}[0-9]{2,5}$', description: 'OCHA P-code: UZ26. A region must have it.' }),
  ),
  iso_code: Type.Optional(Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$', description: 'ISO 3166-2: UZ-TK.' })),
  region: Type.Optional(id('Region in which a branch works.', aRegion)),
  population: Type.Optional(
    record('Population, with where the number comes from.', {
      value: count('People.'),
      date: day('As of.'),
      source: text('Who published it.'),
    }),
  ),
})
