/** The first paragraph: as written, or the facts from which a phrase words it. */
import { joinForms, type NameIn } from '../language/names.ts'
import type { LeadModel, PartyModel } from '../model/document.ts'
import { isWorded, organizationName, say, type Telling, type Worded } from './telling.ts'

/** Given that the lead can be told: `languages.ts` has seen to it. */
export function leadOf(telling: Telling): LeadModel {
  const { subject, release } = telling
  const text = say(telling, release.lead, { of: subject, pointer: '/release/lead' })
  if (text !== undefined) return { text }
  return isWorded(subject) ? leadFacts(telling, subject) : {}
}

function leadFacts(telling: Telling, of: Worded): LeadModel {
  const { kind, host, partners, venue } = of.data
  const said = say(telling, venue, { of, pointer: '/venue' })
  return {
    key: `press.lead.${kind}`,
    meetingKind: kind,
    host: party(telling, [host]),
    partners: party(telling, partners),
    parties: party(telling, [host, ...partners]),
    ...(said !== undefined && { venue: said }),
  }
}

function party(telling: Telling, ids: readonly string[]): PartyModel {
  const members = ids.flatMap(id => {
    const name = organizationName(telling, id)
    return name ? [{ id, name }] : []
  })
  const joined = (which: 'full' | 'introduced') =>
    joinForms(
      members.map(({ name }) => name[which]),
      telling.language,
    )
  return {
    ...joined('full'),
    introduced: joined('introduced'),
    several: members.length > 1,
    members: members.map(({ id, name }) => organizationModel(id, name)),
  }
}

export const organizationModel = (id: string, { full, short }: NameIn) => ({
  id,
  name: full.name,
  forms: full,
  ...(short !== undefined && { short }),
})
