/** data/people/<id>.yaml: somebody named more than once. A participant may also be written inline. */
import { Type } from 'typebox'
import { text } from '../text.ts'
import { accepts, aSide, choice, forms, id, ofTheDay, record } from './fields.ts'

export const person = record('A person, as published.', {
  name: ofTheDay(text('Name as printed: initials and surname, or full name.')),
  forms: Type.Optional(ofTheDay(forms)),
  role: Type.Optional(text('Job title.')),
  role_forms: Type.Optional(forms),
  organization: Type.Optional(id('`society`, or a record under data/organizations.', aSide)),
  gender: Type.Optional(ofTheDay(choice(['female', 'male'], 'For declension only. Never published.'))),
  accepts: Type.Optional(accepts),
})
