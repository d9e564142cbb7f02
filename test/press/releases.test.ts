/** Records -> releases: which are built, in which languages, and what they hold. */

import { expect, test } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import { positionAt } from '../../src/model/source.ts'
import { pathOf } from '../../src/model/work.ts'
import { inWords } from '../support/in-words.ts'
import { releases } from '../support/releases.ts'
import { sampleDataset, withMeeting } from '../support/sample-release.ts'

const seen = (text: string | undefined) => text?.replaceAll('\u00a0', '·')

function release(dataset: Dataset, language: string): ReleaseModel {
  const found = releases(dataset).value.find(plan => plan.language === language)
  if (!found) throw new Error(`no release in ${language}`)
  return found.model
}

const told = (dataset: Dataset) =>
  inWords(releases(dataset).diagnostics).map(({ code, severity, span, message }) => {
    const line = span ? positionAt(span.file.text, span.start).line : 0
    return `${severity} ${code} ${span?.file.path}:${line} ${message}`
  })

test('a release for each language, with the records it rests on', () => {
  const { value, diagnostics } = releases(sampleDataset())
  expect(diagnostics).toEqual([])
  expect(value.map(each => `${pathOf(each, 'pdf')} ${each.date}`)).toEqual([
    'press/2022/meeting.en.pdf 2022-08-15',
    'press/2022/meeting.ru.pdf 2022-08-15',
    'press/2022/meeting.uz-Cyrl.pdf 2022-08-15',
    'press/2022/meeting.uz-Latn.pdf 2022-08-15',
  ])
  expect(value[0]?.records).toEqual(['meeting', 'aminov', 'partner', 'society'])
})

test('every text is typeset', () => {
  const { headline } = release(sampleDataset(), 'uz-Latn')
  expect(headline).toBe('Uchrashuv oʻtdi')
  const [guests, hosts] = release(sampleDataset(), 'ru').participants
  expect(seen(guests?.people[0]?.name)).toBe('М.·Аминов')
  expect(seen(hosts?.people[0]?.name)).toBe('Э.·А.·Амиралиева')
})

test('guests come first, whoever was written first; a person is looked up', () => {
  const { participants } = release(sampleDataset(), 'en')
  expect(participants.map(({ organization, host }) => [organization.id, host])).toEqual([
    ['partner', false],
    ['society', true],
  ])
  expect(participants[0]?.people[0]?.role).toBe('staff member')
})

test('the facts of a lead', () => {
  const { lead, day } = release(sampleDataset(), 'ru')
  expect(lead.key).toBe('press.lead.working')
  expect(lead.parties?.introduced.genitive).toBe('Общества Помощи и Комитета Содействия')
  expect(lead.host?.instrumental).toBe('Обществом Помощи')
  expect(lead.partners?.accusative).toBeUndefined()
  expect(seen(day.text)).toBe('15·августа 2022·г.')
})

test('an abbreviation is introduced where what follows the lead uses it, whatever its ending', () => {
  const introduced = (background: string, language = 'ru') =>
    release(
      withMeeting(text => text.replace('release:', `background: { ${background} }\nrelease:`)),
      language,
    ).lead.parties?.introduced.name
  expect(introduced('ru: КС помогает давно.')).toBe('Общество Помощи и Комитет Содействия (КС)')
  expect(introduced('ru: Рядом с КСОР и «РКС».')).toBe('Общество Помощи и Комитет Содействия')
  expect(introduced('uz-Latn: KQning yordami katta.', 'uz-Latn')).toBe('Yordam jamiyati va Koʻmak qoʻmitasi (KQ)')
  expect(introduced('en: The SC’s help.', 'en')).toBe('Aid Society and the Support Committee (SC)')
  const venue = withMeeting(text => text.replace('ru: в офисе Общества', 'ru: в офисе КС'))
  expect(release(venue, 'ru').lead.parties?.introduced.name).toBe('Общество Помощи и Комитет Содействия (КС)')
})

test.each(['UN-Habitat', 'R&D+', '[x]{1}|y', '$1^*?/', '(A.B)'])('an abbreviation may hold any sign: %s', short => {
  const dataset = sampleDataset(files => ({
    'data/organizations/partner.yaml': files['data/organizations/partner.yaml'].replace('en: SC }', `en: "${short}" }`),
    'data/meetings/2022/meeting.yaml': files['data/meetings/2022/meeting.yaml'].replace(
      'release:',
      `background: { en: "Then ${short} left." }\nrelease:`,
    ),
  }))
  expect(release(dataset, 'en').lead.parties?.introduced.name).toContain(`(${short})`)
})

test('a release is issued on the last day of what it tells, or on the day that is written', () => {
  const overDays = (text: string) => text.replace('kind:', 'end_date: 2022-08-17\nkind:')
  const issued = (change: (text: string) => string) => {
    const dataset = withMeeting(text => change(overDays(text)))
    const work = releases(dataset).value.find(each => each.language === 'en')
    return [work?.model.issued.iso, work?.model.issued.text, work?.date, work?.year].map(each => seen(String(each)))
  }
  expect(issued(text => text)).toEqual(['2022-08-17', '17·August 2022', '2022-08-17', '2022'])
  const written = (text: string) => text.replace('release:', 'release:\n  issued_on: 2023-01-09')
  // The folder stays that of the record.
  expect(issued(written)).toEqual(['2023-01-09', '9·January 2023', '2023-01-09', '2022'])
})

const atPlace = (seat: string, change: (text: string) => string) =>
  sampleDataset(files => ({
    'data/places/seat.yaml': 'type: region\nname: { ru: Город, en: The city }\npcode: UZ01\n',
    'data/places/fergana.yaml': 'type: region\nname: { ru: Ферганская область, en: Fergana region }\npcode: UZ02\n',
    'data/society.yaml': `${files['data/society.yaml']}${seat}`,
    'data/meetings/2022/meeting.yaml': change(files['data/meetings/2022/meeting.yaml']),
  }))

test('the dateline is the town that is written, else the region of what happened elsewhere, else the seat', () => {
  const city = (...given: Parameters<typeof atPlace>) => release(atPlace(...given), 'ru').city
  const inRegion = (text: string) => text.replace('kind:', 'place: fergana\nkind:')
  const seat = 'default_region: seat\n'
  expect(city(seat, text => text)).toBe('Ташкент')
  expect(city(seat, text => text.replace('kind:', 'place: seat\nkind:'))).toBe('Ташкент')
  expect(city(seat, inRegion)).toBe('Ферганская область')
  expect(city('', inRegion)).toBe('Ташкент')
  const inTown = (text: string) =>
    inRegion(text).replace('release:', 'release:\n  dateline: { ru: Фергана, uz-Latn: F, uz-Cyrl: Ф, en: Fergana }')
  expect(city(seat, inTown)).toBe('Фергана')
  const [work] = releases(atPlace(seat, inRegion)).value
  expect(work?.records).toContain('fergana')
})

test('a dateline that lacks the language is an error: no other town stands in for it', () => {
  const dataset = withMeeting(text => text.replace('release:', 'release:\n  dateline: { ru: Фергана }'))
  expect(told(dataset)).toHaveLength(3)
  expect(told(dataset)[0]).toMatch(/^error record\/missing-language .*“dateline” has no text in uz-Latn/)
})

test('topics are printed with stops, however they were written', () => {
  const items = '[{ text: { ru: планы; } }, { text: { ru: первая помощь. } }, { text: { ru: смета на 2023 г. } }]'
  const dataset = withMeeting(text => text.replace('release:', `topics: { items: ${items} }\nrelease:`))
  const { discussion } = release(dataset, 'ru')
  expect(discussion?.points.map(seen)).toEqual(['планы;', 'первая помощь;', 'смета на 2023·г.'])
})

test('a language without a headline is skipped, at the headline', () => {
  const dataset = withMeeting(text => text.replace(/headline: .*/, 'headline: { ru: Встреча, en: Meeting }'))
  expect(releases(dataset).value.map(plan => plan.language)).toEqual(['en', 'ru'])
  expect(told(dataset)).toEqual([
    'warning release/skipped-language data/meetings/2022/meeting.yaml:15 The release of “meeting” is not built in uz-Latn: its headline has no text there.',
    'warning release/skipped-language data/meetings/2022/meeting.yaml:15 The release of “meeting” is not built in uz-Cyrl: its headline has no text there.',
  ])
})

test('a language that is left out on purpose is not built, with its texts or without them, and nothing is told', () => {
  const texts = withMeeting(text => `${text}  without: [uz-Cyrl]\n`)
  expect(releases(texts).value.map(plan => plan.language)).toEqual(['en', 'ru', 'uz-Latn'])
  const dataset = withMeeting(
    text => `${text.replace(/headline: .*/, 'headline: { ru: Встреча, en: Meeting }')}  without: [uz-Latn, uz-Cyrl]\n`,
  )
  expect(releases(dataset).value.map(plan => plan.language)).toEqual(['en', 'ru'])
  expect(told(dataset)).toEqual([])
})

test('words of a pack that no native editor has read are told once a language', () => {
  const dataset = { ...sampleDataset(), packs: new Map([['ru', { awaiting_review: true }]]) }
  expect(told(dataset)).toEqual([
    expect.stringMatching(/^warning release\/awaiting-review .*in ru that every release prints/),
  ])
})

test('a lead worded from facts needs the venue and the names of both sides', () => {
  const noVenue = withMeeting(text => text.replace(", en: at the Society's office", ''))
  expect(told(noVenue)).toEqual([expect.stringContaining('not built in en: the venue has no text there')])
  const noName = sampleDataset(files => ({
    'data/organizations/partner.yaml': files['data/organizations/partner.yaml'].replace(', en: Support Committee', ''),
  }))
  expect(told(noName)).toEqual([expect.stringContaining('data/organizations/partner.yaml has no name there')])
})

test('a needed name that lacks the language is an error where it is written, told once', () => {
  const dataset = sampleDataset(files => ({
    'data/organizations/partner.yaml': files['data/organizations/partner.yaml'].replace(', en: Support Committee', ''),
    'data/meetings/2022/meeting.yaml': files['data/meetings/2022/meeting.yaml'].replace(
      'release:',
      'release:\n  lead: { ru: Да, uz-Latn: Ha, uz-Cyrl: Ҳа, en: "Yes" }',
    ),
  }))
  expect(told(dataset)).toEqual([
    'error record/missing-language data/organizations/partner.yaml:1 “name” has no text in en, and a release needs it there.',
  ])
})

test('a participant is never left out in silence', () => {
  const dataset = withMeeting(text => text.replace(', en: E.A. Amiralieva', ''))
  expect(told(dataset)).toEqual([
    expect.stringMatching(/^error record\/missing-language .*“participants 1: name” has no text in en/),
  ])
})

test('no text is borrowed; a section that lacks a language is told', () => {
  const dataset = withMeeting(text => text.replace('release:', 'plans: Планы\nrelease:'))
  expect(release(dataset, 'ru').plans).toBe('Планы')
  expect(release(dataset, 'en').plans).toBeUndefined()
  expect(told(dataset)).toHaveLength(3)
  expect(told(dataset)[2]).toMatch(/^warning record\/missing-language .*meeting.yaml:13 “plans” has no text in en/)
})

const withStatus = (to: string) => withMeeting(text => text.replace('approved', to))

test('a withheld release is built nowhere; a draft is marked', () => {
  expect(releases(withStatus('withheld')).value).toEqual([])
  expect(release(withStatus('draft'), 'ru').release.draft).toBe(true)
  expect(release(sampleDataset(), 'ru').release.draft).toBe(false)
})

test('a version that awaits a native editor is built, and told', () => {
  const dataset = withMeeting(text => `${text}  awaiting_review: [uz-Latn]\n`)
  expect(releases(dataset).value).toHaveLength(4)
  expect(told(dataset)).toEqual([
    expect.stringMatching(/^warning release\/awaiting-review .*meeting.yaml:16 The uz-Latn release/),
  ])
})

test('embargo, correction, photos, quotes and contact are ready to print', () => {
  const dataset = withMeeting(
    text => `${text}  embargo_until: 2022-08-15T11:00:00Z
  corrected: { on: 2022-08-16, note: { ru: Имя, uz-Latn: Ism, uz-Cyrl: Исм, en: A name } }
  quotes: [{ text: { ru: Да, uz-Latn: Ha, uz-Cyrl: Ҳа, en: Indeed }, person: aminov }]
  photos: [{ file: media/photo.jpg, alt: { ru: Фото, uz-Latn: Surat, uz-Cyrl: Сурат, en: Photo } }]
`,
  )
  const model = release(dataset, 'en')
  expect(seen(model.release.embargo?.text)).toBe('16:00 (UTC+5), 15·August 2022')
  expect(model.release.corrected).toMatchObject({ note: 'A name' })
  expect(model.quotes).toEqual([
    {
      text: 'Indeed',
      speaker: 'M.\u00a0Aminov',
      forms: { name: 'M.\u00a0Aminov' },
      role: 'staff member',
      roleForms: { name: 'staff member' },
      record: 'aminov',
      asks: 'forms',
      field: '/name/en',
      organization: 'SC',
    },
  ])
  expect(model.photos).toEqual([{ path: 'media/photo.jpg', src: 'photo-1.jpg', alt: 'Photo', placeholder: false }])
  expect(model.contact).toMatchObject({ phone: '+998 71 000-00-00', phoneLink: '+998710000000' })
})

test.each([
  ['Head of the SC', undefined],
  ['head of the Support\u00a0Committee’s office', undefined],
  ['Head of the SCC', 'SC'],
])('a role that names its organization is not followed by it again: %s', (role, organization) => {
  const dataset = withMeeting(
    text =>
      `${text}  quotes: [{ text: { en: Indeed }, speaker: { en: A. B. }, role: { en: ${role} }, organization: partner }]\n`,
  )
  expect(release(dataset, 'en').quotes.map(each => each.organization)).toEqual([organization])
})

test('nothing internal is in the model', () => {
  const dataset = withMeeting(
    text =>
      `internal_note: SECRET-1\n${text.replace('    role:', '    gender: female\n    role:')}  internal_note: SECRET-2
  photos: [{ file: media/photo.jpg, consent: 'no', minors: true, alt: { ru: Ф, uz-Latn: S, uz-Cyrl: С, en: P } }]
`,
  )
  const all = JSON.stringify(releases(dataset).value)
  expect(all).not.toMatch(/SECRET|female|consent|minors/)
})
