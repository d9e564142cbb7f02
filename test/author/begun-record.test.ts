/** A record that is begun holds what was said, in its place and under its name, and nothing of another's day. */

import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Beginning, begunRecord, knownOf, type ShortWords, saidShortly } from '../../src/author/begun-record.ts'
import { schemaOfKind } from '../../src/author/field-schema.ts'
import { knownFrom, saidIn } from '../../src/author/given.ts'
import { lackingForId, placeOfRecord } from '../../src/author/place-of-record.ts'
import { questionsOn } from '../../src/author/questions.ts'
import { load } from '../../src/load/load.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { EnvironmentFault } from '../../src/model/fault.ts'
import type { Kind } from '../../src/model/record/kinds.ts'
import { inEnglish } from '../../src/model/said.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

let dataset: Dataset
let sources: Awaited<ReturnType<typeof loadable>>
beforeAll(async () => {
  sources = await loadable('_base')
  const { value } = load(sources.sources, sources.media)
  if (!value) throw new Error('the cases have a society')
  dataset = value
})

function begun(kind: Kind, words: ShortWords & { set?: readonly string[] }, from?: string) {
  const said = [...saidShortly(kind, words, dataset), ...(words.set ?? []).map(saidIn)]
  const beginning: Beginning = { kind, dataset, from, known: knownFrom(said, { schema: schemaOfKind(kind), dataset }) }
  const place = placeOfRecord(kind, knownOf(beginning), dataset)
  return { ...place, text: begunRecord(beginning, place.path) }
}

/** What `check` says of it, where it stands in the workspace. */
/** Of what is thrown. */
function hintOf(act: () => unknown): string {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof EnvironmentFault && thrown.hint) return inEnglish(thrown.hint)
  }
  return ''
}

function told(path: string, text: string): readonly string[] {
  const { diagnostics } = load([...sources.sources, { path, text }], sources.media)
  return inWords(diagnostics.filter(({ span }) => span?.file.path === path)).map(({ message }) => message)
}

describe('from nothing', () => {
  test('a meeting of which all is said that it must have is right at once', () => {
    const words = ['kind=working', 'host=society', 'venue/ru=в офисе', 'venue/en=at the office', 'place=город Ташкент']
    const { id, path, text } = begun('meeting', {
      date: '2026-03-12',
      partner: ['МККК'],
      title: ['ru=Встреча: весна #1', 'en=Meeting'],
      headline: ['ru=Встреча', 'en=Meeting'],
      set: words,
    })
    expect([id, path]).toEqual(['2026-03-12-icrc', 'data/meetings/2026/2026-03-12-icrc.yaml'])
    expect(told(path, text)).toEqual([])
    expect(text).toContain('# Day of the meeting; its year is the folder. YYYY-MM-DD.\ndate: 2026-03-12\n')
    expect(parse(text)).toMatchObject({
      title: { ru: 'Встреча: весна #1', en: 'Meeting' },
      partners: ['icrc'],
      place: 'uz-tk',
      release: { status: 'draft' },
    })
  })

  test('what nobody said is empty, and asked for by check', () => {
    const { path, text } = begun('meeting', { date: '2026-03-12', partner: ['icrc'] })
    expect(told(path, text)).toContain('“venue” (ru) is empty.')
    expect(told(path, text)).toContain('“host” is empty.')
  })

  test.for([
    ['organization', { title: ['Norwegian Red Cross'] }, 'data/organizations/norwegian-red-cross.yaml'],
    ['agreement', { date: '2026-04-01', partner: ['ifrc'] }, 'data/agreements/ifrc-2026.yaml'],
    [
      'activity',
      { date: '2026-04-01', title: ['en=First aid course'] },
      'data/activities/2026/2026-04-01-first-aid-course.yaml',
    ],
    [
      'activity',
      { date: '2026-04-01', title: ['Курс'], set: ['area=rfl'] },
      'data/activities/2026/2026-04-01-rfl.yaml',
    ],
    ['meeting', { date: '2022-08-15', partner: ['icrc'] }, 'data/meetings/2022/2022-08-15-icrc-2.yaml'],
    ['place', { title: ['x'], set: ['iso_code=UZ-AN'] }, 'data/places/uz-an.yaml'],
  ] as const)('%s: its file is named after what it is', ([kind, words, path]) => {
    expect(begun(kind, words).path).toBe(path)
  })

  test('what its name is made of is asked for first', () => {
    expect(lackingForId('meeting', {})).toEqual(['date', 'partners'])
    expect(lackingForId('person', { name: { ru: 'И. Иванов' } })).toEqual(['name'])
    expect(lackingForId('activity', { start: '2026-01-01', area: 'rfl' })).toEqual([])
  })
})

describe('what is said wrong is refused, with what would be right', () => {
  test.for([
    [{ date: '12.03.2026' }, '“12.03.2026” is not a day.', 'Write 2026-03-12.'],
    [{ partner: ['icrk'] }, 'There is no organization “icrk”.', /Did you mean icrc /],
    [{ set: ['knd=x'] }, 'There is no field “knd”.', 'Did you mean “kind”?'],
    [{ set: ['release/status=drft'] }, '“drft” is none of the choices.', 'Did you mean “draft”?'],
    [{ set: ['title/fr=x'] }, 'The society does not publish in “fr”.', /It publishes in: ru/],
    [{ set: ['title'] }, '“title” says nothing of a field.', /field=value/],
  ] as const)('%j', ([words, message, hint]) => {
    const refused = (): unknown => begun('meeting', { date: '2026-03-12', partner: ['icrc'], ...words })
    expect(refused).toThrow(message)
    expect(hintOf(refused)).toMatch(hint)
  })
})

describe('from another', () => {
  test('of the founding meeting nothing goes with it that was of its day; its words and comments do', () => {
    const old = dataset.meeting.get('2022-08-15-icrc')?.origin.file.text ?? ''
    const { path, text } = begun('meeting', { date: '2026-03-12' }, '2022-08-15-icrc')
    expect(path).toBe('data/meetings/2026/2026-03-12-icrc.yaml')
    expect(text).not.toMatch(/2022/)
    const { venue, partners, participants, agreements } = parse(text) as Record<string, unknown>
    expect({ venue, partners }).toEqual({
      venue: dataset.meeting.get('2022-08-15-icrc')?.data.venue,
      partners: ['icrc'],
    })
    expect({ participants, agreements }).toEqual({ participants: null, agreements: null })
    const comments = (of: string): readonly string[] =>
      of
        .split('\n')
        .map(line => line.trim())
        .filter(line => line.startsWith('#'))
    expect(comments(text)).toEqual(comments(old))
    expect(told(path, text)).toContain('“title” is empty.')
  })

  test('an activity of a list becomes a file of its own', () => {
    const { path, text } = begun(
      'activity',
      { date: '2026-05-02', title: ['ru=Курс', 'en=Course'] },
      'fa-course-tashkent',
    )
    expect(path).toBe('data/activities/2026/2026-05-02-course.yaml')
    const made = parse(text) as Record<string, unknown>
    expect(Object.keys(made)).not.toContain('id')
    expect(made).toMatchObject({ start: '2026-05-02', end: null, area: 'first-aid' })
  })
})

test('a question is in plain words, and offers names', () => {
  const questions = questionsOn('meeting', { date: '2026-03-12' }, dataset)
  expect(questions.map(({ field }) => field)).not.toContain('date')
  const partners = questions.find(({ field }) => field === 'partners')
  expect(partners).toMatchObject({ takesSeveral: true, mayBeEmpty: false })
  expect(partners?.choices).toContainEqual({
    value: 'icrc',
    label: dataset.organization.get('icrc')?.data.name && (expect.stringContaining('Красного Креста') as unknown),
  })
})
