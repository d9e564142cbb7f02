/** data/organizations/<id>.yaml: a partner, or any organization that records name. */
import { Type } from 'typebox'
import { accepts, choice, line, naming, ofTheDay, record } from './fields.ts'

export const organization = record('An organization other than the society.', {
  ...naming,
  type: choice(
    ['icrc', 'ifrc', 'national-society', 'government', 'un', 'ngo', 'donor', 'company', 'other'],
    'What kind of organization.',
  ),
  go_code: Type.Optional(ofTheDay(line('Code in IFRC GO or FDRS.'))),
  website: Type.Optional(ofTheDay(line('Public site.'))),
  accepts: Type.Optional(accepts),
})
