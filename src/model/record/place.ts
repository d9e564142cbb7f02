/** data/places/<id>.yaml: regions (adm1) and the society's branches, which are not regions. */
import { Type } from 'typebox'
import { text } from '../text.ts'
import { accepts, aRegion, choice, count, day, id, ofTheDay, record } from './fields.ts'

export const place = record('A region or a branch.', {
  type: choice(['region', 'branch'], 'region: an adm1 unit with a P-code; branch: an organization of the society.'),
  name: ofTheDay(text('Name.')),
  order: Type.Optional(ofTheDay(count('Place in lists; smaller first. Default: by P-code.'))),
  pcode: Type.Optional(
    ofTheDay(
      Type.String({
        pattern: '^[A-Z]{2}[0-9]{2,5}$',
        description: 'OCHA P-code: UZ26. A region has it or `iso_code`.',
      }),
    ),
  ),
  iso_code: Type.Optional(
    ofTheDay(Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$', description: 'ISO 3166-2: UZ-TK.' })),
  ),
  region: Type.Optional(id('Region in which a branch works.', aRegion)),
  population: Type.Optional(
    ofTheDay(
      record('Population, with where the number comes from.', {
        value: count('People.'),
        date: day('As of.'),
        source: text('Who published it.'),
      }),
    ),
  ),
  accepts: Type.Optional(accepts),
})
