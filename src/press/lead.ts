/** The first paragraph: as written, or the facts from which a phrase words it. */
import { joinForms, type NameIn } from '../language/names.ts'
import type { LeadModel, PartyModel, ReleaseModel } from '../model/document.ts'
import { isWorded, organizationName, say, type Telling, tongueIn, type Worded } from './telling.ts'

/** What readers meet after the lead. */
type ToldAfterLead = Pick<
  ReleaseModel,
  | 'participants'
  | 'background'
  | 'discussion'
  | 'plans'
  | 'body'
  | 'quotes'
  | 'nextSteps'
  | 'closing'
  | 'photos'
  | 'notesToEditors'
  | 'boilerplate'
>

/**
 * Given that the lead can be told: `languages.ts` has seen to it.
 *
 * @param told what follows the lead: an abbreviation is introduced for it, and where it has no use for it, not at all
 */
export function leadOf(telling: Telling, told: ToldAfterLead): LeadModel {
  const { subject, release } = telling
  const text = say(telling, release.lead, { of: subject, pointer: '/release/lead' })
  if (text !== undefined) return { text }
  return isWorded(subject) ? leadFacts(telling, subject, textsOf(telling, told)) : {}
}

function leadFacts(telling: Telling, of: Worded, told: readonly string[]): LeadModel {
  const { kind, host, partners, venue } = of.data
  const said = say(telling, venue, { of, pointer: '/venue' })
  const party = partyIn(telling, [...told, said ?? ''].join('\n'))
  return {
    key: `press.lead.${kind}`,
    meetingKind: kind,
    host: party([host]),
    partners: party(partners),
    parties: party([host, ...partners]),
    ...(said !== undefined && { venue: said }),
  }
}

function textsOf({ release }: Telling, told: ToldAfterLead): readonly string[] {
  const { participants, discussion, quotes, photos, nextSteps } = told
  // Short forms of a release do without the paragraph about the society.
  const boilerplate = (release.variant ?? 'press-release') === 'press-release' ? told.boilerplate : undefined
  const texts = [
    ...participants.flatMap(side => side.people.map(({ role }) => role)),
    told.background,
    discussion?.intro,
    ...(discussion?.topics ?? []),
    discussion?.after,
    told.plans,
    told.body,
    ...quotes.flatMap(({ text, role, organization }) => [text, role, organization]),
    ...nextSteps,
    told.closing,
    ...photos.map(({ caption, alt }) => caption ?? alt),
    told.notesToEditors,
    boilerplate,
  ]
  return texts.filter(text => text !== undefined)
}

/** As a word, whatever ending it takes: «XQXQning». A longer abbreviation is another one. */
function isUsed(short: string, told: string): boolean {
  const spelt = plainSpaces(short).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${spelt}(?![\\p{Lu}\\p{N}])`, 'u').test(told)
}

const plainSpaces = (text: string): string => text.replace(/\s+/gu, ' ')

const partyIn =
  (telling: Telling, told: string) =>
  (ids: readonly string[]): PartyModel =>
    partyOf(telling, ids, plainSpaces(told))

function partyOf(telling: Telling, ids: readonly string[], told: string): PartyModel {
  const members = ids.flatMap(id => {
    const name = organizationName(telling, id)
    return name ? [{ id, name }] : []
  })
  const joined = (which: (name: NameIn) => NameIn['full']) =>
    joinForms(
      members.map(({ name }) => which(name)),
      tongueIn(telling),
    )
  return {
    ...joined(({ full }) => full),
    introduced: joined(({ full, short, introduced }) =>
      short !== undefined && isUsed(short, told) ? introduced : full,
    ),
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
