/** data/meetings/<year>/<id>.yaml: who met, when, where, about what. */
import { type Static, Type } from 'typebox'
import { ownCodePattern } from '../own-codes.ts'
import { text } from '../text.ts'
import {
  accepts,
  anAgreement,
  anArea,
  aPerson,
  aRegion,
  aSide,
  choice,
  day,
  forms,
  id,
  ids,
  line,
  ofTheDay,
  passage,
  record,
} from './fields.ts'
import { release } from './release.ts'

export const meetingKinds = ['working', 'review', 'planning', 'coordination', 'signing', 'visit', 'training'] as const
export const commitmentStatuses = ['open', 'done', 'dropped'] as const

const participant = record('Somebody who took part.', {
  organization: id('The side: `society`, or a record under data/organizations.', aSide),
  person: Type.Optional(id('A record under data/people, instead of `name`.', aPerson)),
  name: Type.Optional(text('Name as printed. Leave out where only the role is to be named.')),
  forms: Type.Optional(forms),
  honorific: Type.Optional(text('Mr, Ms: printed before the name.')),
  role: Type.Optional(text('Job title or function.')),
  role_forms: Type.Optional(forms),
  gender: Type.Optional(choice(['female', 'male'], 'For declension only. Never published.')),
})

const commitment = record('What somebody promised at the meeting.', {
  id: Type.Optional(id('Id of the commitment within the meeting.')),
  what: text('What is to be done.'),
  who: ids('`society`, or records under data/organizations.', aSide),
  by: Type.Optional(day('Until when.')),
  status: choice(commitmentStatuses, 'As of the last review.'),
  done_on: Type.Optional(day('When it was done.')),
  comment: Type.Optional(text('Remark on the status, for the report.')),
})

const topic = record('A subject of the meeting.', {
  area: Type.Optional(id('Area of cooperation.', anArea)),
  text: text('The subject, as an entry of a list.'),
})

export const meeting = record('A meeting.', {
  title: ofTheDay(text('Short title, for registers.')),
  date: day('Day of the meeting; its year is the folder.'),
  end_date: Type.Optional(day('Last day, where it took several.')),
  kind: Type.String({
    pattern: ownCodePattern,
    examples: [...meetingKinds],
    description: `Kind of meeting: ${meetingKinds.join(', ')}; or a code of your own (letters a-z, digits, hyphens) that templates/wording names.`,
  }),
  host: id('Who received: `society`, or a record under data/organizations.', aSide),
  partners: ids('Who came: records under data/organizations, or `society`.', aSide),
  venue: text('Where, as it stands inside a sentence after the date: «в Центральном офисе Общества».'),
  place: Type.Optional(id('Region, a record under data/places.', aRegion)),
  agreements: Type.Optional(ofTheDay(ids('Agreements it concerned.', anAgreement))),
  areas: Type.Optional(ids('Areas of cooperation it concerned.', anArea)),
  participants: Type.Optional(
    ofTheDay(Type.Array(participant, { minItems: 1, description: 'Guests first, then hosts.' })),
  ),
  background: Type.Optional(text('What led to it, in Markdown.')),
  topics: Type.Optional(
    ofTheDay(
      record('What was reported or discussed.', {
        intro: Type.Optional(text('Sentence before the list, ending with a colon.')),
        items: Type.Array(topic, { minItems: 1, description: 'Subjects, in the order of the list.' }),
        after: Type.Optional(text('What follows the list, in Markdown.')),
      }),
    ),
  ),
  plans: Type.Optional(ofTheDay(text('Plans and decisions, in Markdown.'))),
  decisions: Type.Optional(ofTheDay(passage('What was decided, where it is told apart from plans.'))),
  closing: Type.Optional(ofTheDay(text('How it ended, in Markdown.'))),
  commitments: Type.Optional(
    ofTheDay(Type.Array(commitment, { description: 'What was promised, by whom, until when.' })),
  ),
  basis: Type.Optional(
    ofTheDay(
      record('A published text from which the facts are taken; named in the sample notice.', {
        published: day('When it was published.'),
        title: Type.Optional(text('Its title.')),
      }),
    ),
  ),
  release: Type.Optional(release),
  internal_note: Type.Optional(ofTheDay(line('For colleagues. Never published.'))),
  accepts: Type.Optional(accepts),
})

export type Meeting = Static<typeof meeting>
export type Participant = Static<typeof participant>
export type Commitment = Static<typeof commitment>
