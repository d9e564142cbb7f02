/** Every name that a release may print: of persons, organizations, the city, in each case. No line breaks a word of theirs. */
import type { OrganizationModel, ReleaseModel } from '../model/document.ts'

export function namesIn({ letterhead, lead, participants, quotes, contact, city }: ReleaseModel): readonly string[] {
  const members = [...(lead.parties?.members ?? []), ...participants.map(side => side.organization)]
  const people = [...participants.flatMap(side => side.people), ...quotes]
  const names = [
    letterhead.name,
    letterhead.short,
    contact?.name,
    city,
    ...members.flatMap(organizationNames),
    ...people.flatMap(person => Object.values(person.forms ?? {})),
    ...quotes.map(quote => quote.organization),
  ]
  return [...new Set(names.filter(name => name !== undefined))].toSorted()
}

const organizationNames = ({ short, forms }: OrganizationModel) => [short, ...Object.values(forms)]
