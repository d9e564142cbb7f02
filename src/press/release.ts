/** One record in one language -> one ReleaseModel. */
import { formatDay, formatDayRange, formatMoment } from '../language/format.ts'
import { withStops } from '../language/stops.ts'
import type { Tongue } from '../language/tongue.ts'
import { daysOf, type Subject } from '../model/dataset.ts'
import type { ReleaseModel } from '../model/document.ts'
import type { Text } from '../model/text.ts'
import { datelineOf } from './dateline.ts'
import { contactOf, defined, letterheadOf, photosOf, quotesOf } from './extras.ts'
import { leadOf } from './lead.ts'
import { sidesOf } from './participants.ts'
import { passagesOf } from './passages.ts'
import { say, sayMarkdown, type Telling, toldOf, tongueIn } from './telling.ts'

/** Where the society chose no colours: a dark red that passes WCAG AAA on white, and a grey-blue. */
const houseColours = { primary: '#8c1d2c', accent: '#3f5263' }

export function releaseModelOf(telling: Telling): ReleaseModel {
  const { subject, release, language, dataset } = telling
  const society = dataset.society
  telling.records.add(subject.id).add('society')
  const told = toldAfterLead(telling)
  return {
    id: subject.id,
    kind: subject.kind,
    variant: release.variant ?? 'press-release',
    language,
    headline: say(telling, release.headline, { of: subject, pointer: '/release/headline' }) ?? '',
    day: dayOf(subject, tongueIn(telling)),
    issued: issuedOf(telling),
    city: datelineOf(telling),
    release: releaseLine(telling),
    letterhead: letterheadOf(telling),
    lead: leadOf(telling, told),
    sample: sampleOf(telling),
    colours: { ...houseColours, ...society.data.colours },
    ...defined({
      subheadline: say(telling, release.subheadline, { of: subject, pointer: '/release/subheadline' }),
      contact: contactOf(telling),
    }),
    ...told,
  }
}

/** What readers meet after the lead, and by what an abbreviation is taken up or is not. */
function toldAfterLead(telling: Telling) {
  const { subject, release, dataset } = telling
  const { society } = dataset
  const nextSteps = sayEach(telling, release.next_steps, '/release/next_steps')
  return {
    participants: sidesOf(telling),
    quotes: quotesOf(telling),
    nextSteps,
    severalSteps: nextSteps.length > 1,
    photos: photosOf(telling),
    ...storyOf(telling),
    passages: passagesOf(telling),
    ...defined({
      body: sayMarkdown(telling, release.body, { of: subject, pointer: '/release/body' }),
      notesToEditors: sayMarkdown(telling, release.notes_to_editors, {
        of: subject,
        pointer: '/release/notes_to_editors',
      }),
      boilerplate: sayMarkdown(telling, society.data.boilerplate, { of: society, pointer: '/boilerplate' }),
    }),
  }
}

/** Nothing is issued before it has happened: by default on its last day. */
export const dayOfIssue = (subject: Subject): string => subject.data.release?.issued_on ?? daysOf(subject).last

function issuedOf(telling: Telling): ReleaseModel['issued'] {
  const iso = dayOfIssue(telling.subject)
  const tongue = tongueIn(telling)
  return { iso, text: formatDay(iso, tongue) }
}

function dayOf(subject: Subject, tongue: Tongue): ReleaseModel['day'] {
  const { first, last } = daysOf(subject)
  return { iso: first, text: formatDayRange(first, last, tongue), several: first !== last }
}

function storyOf(telling: Telling) {
  const of = telling.subject
  const { background, topics, plans, closing } = toldOf(of)
  const markdown = (written: typeof background, pointer: string) => sayMarkdown(telling, written, { of, pointer })
  return defined({
    background: markdown(background, '/background'),
    discussion: topics && {
      ...topicsOf(telling, topics.items),
      ...defined({
        intro: say(telling, topics.intro, { of, pointer: '/topics/intro' }),
        after: markdown(topics.after, '/topics/after'),
      }),
    },
    plans: markdown(plans, '/plans'),
    closing: markdown(closing, '/closing'),
  })
}

function topicsOf(telling: Telling, items: readonly { readonly text: Text }[]) {
  const topics = sayEach(
    telling,
    items.map(item => item.text),
    '/topics/items',
    '/text',
  )
  return { topics, points: [...withStops(topics, tongueIn(telling))] }
}

function sayEach(telling: Telling, texts: readonly Parameters<typeof say>[1][] = [], list = '', field = ''): string[] {
  return texts.flatMap((written, index) => {
    const said = say(telling, written, { of: telling.subject, pointer: `${list}/${index}${field}` })
    return said === undefined ? [] : [said]
  })
}

function releaseLine(telling: Telling): ReleaseModel['release'] {
  const { release, dataset, subject } = telling
  const tongue = tongueIn(telling)
  const { status, embargo_until: embargo, corrected } = release
  const note = say(telling, corrected?.note, { of: subject, pointer: '/release/corrected/note', lack: 'error' })
  return {
    status,
    draft: status === 'draft',
    ...defined({
      embargo:
        embargo === undefined
          ? undefined
          : {
              iso: embargo,
              text: formatMoment(embargo, tongue, dataset.society.data.time_zone),
            },
      corrected: corrected && { iso: corrected.on, day: formatDay(corrected.on, tongue), note: note ?? '' },
    }),
  }
}

function sampleOf(telling: Telling): ReleaseModel['sample'] {
  const { dataset, subject } = telling
  const tongue = tongueIn(telling)
  const { basis } = toldOf(subject)
  return {
    illustrative: dataset.society.data.illustrative,
    ...(basis && { basisDay: formatDay(basis.published, tongue) }),
  }
}
