/** A person's name and role in the cases: as stored where they are named, else with the person, else by rule for the name. */
import { formsIn, type StoredForms } from '../language/names.ts'
import { asksFor, type Gender, personForms } from '../language/person-names.ts'
import { typeset } from '../language/typography.ts'
import type { Entry } from '../model/dataset.ts'
import type { PersonModel } from '../model/document.ts'
import { type Telling, tongueIn } from './telling.ts'

/** What a participant or a speaker says of forms. */
interface Declinable {
  readonly forms?: StoredForms
  readonly role_forms?: StoredForms
  readonly gender?: Gender
}

export function formsOf(
  telling: Telling,
  { name, role, field }: { readonly [what in 'name' | 'role']: string | undefined } & { readonly field: string },
  [own, record]: readonly [Declinable, Entry<'person'> | undefined],
): Pick<PersonModel, 'forms' | 'roleForms' | 'record' | 'asks' | 'field'> {
  const { language } = telling
  const tongue = tongueIn(telling)
  const naming = { forms: own.forms ?? record?.data.forms, gender: own.gender ?? record?.data.gender }
  const stored = own.role_forms ?? record?.data.role_forms
  const asks = name === undefined ? undefined : asksFor(name, naming, tongue)
  return {
    ...(name !== undefined && { forms: personForms(name, naming, tongue) }),
    ...(asks && { asks, field: `${record ? '/name' : field}/${language}` }),
    ...(role !== undefined && {
      roleForms: { ...formsIn(stored, language, form => typeset(form, tongue)), name: role },
    }),
    ...(record && { record: record.id }),
  }
}
