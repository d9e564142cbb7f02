/** One record in one language -> one ReleaseModel. */
import { formatDay, formatDayRange, formatMoment } from '../language/format.ts'
import { daysOf, type Subject } from '../model/dataset.ts'
import type { ReleaseModel } from '../model/document.ts'
import type { Language } from '../model/text.ts'
import { contactOf, defined, letterheadOf, photosOf, quotesOf } from './extras.ts'
import { leadOf } from './lead.ts'
import { sidesOf } from './participants.ts'
import { passagesOf } from './passages.ts'
import { say, sayMarkdown, type Telling, toldOf } from './telling.ts'

/** Where the society chose no colours: a dark red that passes WCAG AAA on white, and a grey-blue. */
const houseColours = { primary: '#8c1d2c', accent: '#3f5263' }

export function releaseModelOf(telling: Telling): ReleaseModel {
  const { subject, release, language, dataset } = telling
  const society = dataset.society
  telling.records.add(subject.id).add('society')
  return {
    id: subject.id,
    kind: subject.kind,
    variant: release.variant ?? 'press-release',
    language,
    headline: say(telling, release.headline, { of: subject, pointer: '/release/headline' }) ?? '',
    day: dayOf(subject, language),
    city: say(telling, society.data.seat.city, { of: society, pointer: '/seat/city', lack: 'error' }) ?? '',
    release: releaseLine(telling),
    letterhead: letterheadOf(telling),
    lead: leadOf(telling),
    participants: sidesOf(telling),
    quotes: quotesOf(telling),
    nextSteps: sayEach(telling, release.next_steps, '/release/next_steps'),
    photos: photosOf(telling),
    sample: sampleOf(telling),
    colours: { ...houseColours, ...society.data.colours },
    ...storyOf(telling),
    passages: passagesOf(telling),
    ...defined({
      subheadline: say(telling, release.subheadline, { of: subject, pointer: '/release/subheadline' }),
      body: sayMarkdown(telling, release.body, { of: subject, pointer: '/release/body' }),
      notesToEditors: sayMarkdown(telling, release.notes_to_editors, {
        of: subject,
        pointer: '/release/notes_to_editors',
      }),
      boilerplate: sayMarkdown(telling, society.data.boilerplate, { of: society, pointer: '/boilerplate' }),
      contact: contactOf(telling),
    }),
  }
}

function dayOf(subject: Subject, language: Language): ReleaseModel['day'] {
  const { first, last } = daysOf(subject)
  return { iso: first, text: formatDayRange(first, last, language), several: first !== last }
}

function storyOf(telling: Telling) {
  const of = telling.subject
  const { background, topics, plans, closing } = toldOf(of)
  const markdown = (written: typeof background, pointer: string) => sayMarkdown(telling, written, { of, pointer })
  return defined({
    background: markdown(background, '/background'),
    discussion: topics && {
      topics: sayEach(
        telling,
        topics.items.map(item => item.text),
        '/topics/items',
        '/text',
      ),
      ...defined({
        intro: say(telling, topics.intro, { of, pointer: '/topics/intro' }),
        after: markdown(topics.after, '/topics/after'),
      }),
    },
    plans: markdown(plans, '/plans'),
    closing: markdown(closing, '/closing'),
  })
}

function sayEach(telling: Telling, texts: readonly Parameters<typeof say>[1][] = [], list = '', field = ''): string[] {
  return texts.flatMap((written, index) => {
    const said = say(telling, written, { of: telling.subject, pointer: `${list}/${index}${field}` })
    return said === undefined ? [] : [said]
  })
}

function releaseLine(telling: Telling): ReleaseModel['release'] {
  const { release, language, dataset, subject } = telling
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
              text: formatMoment(embargo, language, dataset.society.data.time_zone),
            },
      corrected: corrected && { iso: corrected.on, day: formatDay(corrected.on, language), note: note ?? '' },
    }),
  }
}

function sampleOf({ dataset, subject, language }: Telling): ReleaseModel['sample'] {
  const { basis } = toldOf(subject)
  return {
    illustrative: dataset.society.data.illustrative,
    ...(basis && { basisDay: formatDay(basis.published, language) }),
  }
}
