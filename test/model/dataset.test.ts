/** Finding records, their days, and the places of their fields. */
import { expect, test } from 'vitest'
import { allIn, daysOf, nameOf, recordNamed, spanOf, subjectNamed, subjectsIn } from '../../src/model/dataset.ts'
import { kindNames } from '../../src/model/record/kinds.ts'
import { entry, sampleDataset } from '../support/sample-dataset.ts'

const dataset = sampleDataset()

test('a record by its kind and id', () => {
  expect(recordNamed(dataset, 'place', 'uz-tk')).toBe(dataset.place.get('uz-tk'))
  expect(recordNamed(dataset, 'place', 'icrc')).toBeUndefined()
  expect(recordNamed(dataset, 'society', 'society')).toBe(dataset.society)
  expect(recordNamed(dataset, 'society', 'icrc')).toBeUndefined()
})

test('what a release can be about, whatever its kind', () => {
  expect(subjectNamed(dataset, '2022-08-15-icrc')).toBe(dataset.meeting.get('2022-08-15-icrc'))
  expect(subjectNamed(dataset, '2022-05')).toBe(dataset.activity.get('2022-05'))
  expect(subjectNamed(dataset, 'icrc')).toBeUndefined()
  expect(subjectsIn(dataset)).toEqual([...dataset.meeting.values(), ...dataset.activity.values()])
})

test('all records, each once, kind after kind', () => {
  const all = allIn(dataset)
  expect(new Set(all).size).toBe(all.length)
  expect([...new Set(all.map(({ kind }) => kind))]).toEqual(kindNames.filter(kind => kind !== 'person'))
  expect(all).toContain(dataset.society)
  expect(all).toContain(dataset.area.get('epr'))
})

test('the last day is the first where none was written', () => {
  const drill = dataset.activity.get('2022-05')
  const meeting = dataset.meeting.get('2022-08-15-icrc')
  if (!drill || !meeting) throw new Error('not there')
  expect(daysOf(drill)).toEqual({ first: '2022-05-01', last: '2022-05-02' })
  expect(daysOf(meeting)).toEqual({ first: '2022-08-15', last: '2022-08-15' })
  const long = entry('meeting', 'm', { ...meeting.data, end_date: '2022-08-17' })
  expect(daysOf(long)).toEqual({ first: '2022-08-15', last: '2022-08-17' })
})

const file = { path: 'data/places/list.yaml', text: 'x'.repeat(100), digest: 'd1' }
const listed = {
  ...entry('place', 'uz-tk', { type: 'region', name: 'Tashkent' }),
  origin: {
    file,
    pointer: '/3',
    spans: new Map([
      ['', { value: [0, 99] as const }],
      ['/3', { value: [10, 60] as const }],
      ['/3/name', { key: [20, 24] as const, value: [26, 50] as const }],
    ]),
  },
}

test('a field stands where it was written; one that was not, at the nearest that holds it', () => {
  expect(spanOf(listed, '/name')).toEqual({ file, start: 26, end: 50 })
  expect(spanOf(listed, '/name', 'key')).toEqual({ file, start: 20, end: 24 })
  expect(spanOf(listed, '/name/ru')).toEqual({ file, start: 26, end: 50 })
  expect(spanOf(listed, '/seat/city')).toEqual({ file, start: 10, end: 60 })
  expect(spanOf(listed)).toEqual({ file, start: 10, end: 60 })
  // Without a key of its own, the value.
  expect(spanOf(listed, '', 'key')).toEqual({ file, start: 10, end: 60 })
})

test('what stands in no file as we know it is at its beginning', () => {
  const unknown = { ...listed, origin: { ...listed.origin, spans: new Map() } }
  expect(spanOf(unknown, '/name')).toEqual({ file, start: 0, end: 0 })
  const root = new Map([['', { value: [0, 99] as const }]])
  expect(spanOf({ ...listed, origin: { ...listed.origin, spans: root } }, '/name')).toEqual({ file, start: 0, end: 99 })
})

test('a value is named by its content, its path and its place in a list; without a digest it has no name', () => {
  const name = nameOf(listed.origin)
  const { digest: _, ...unread } = file
  expect(name).toBeDefined()
  expect(nameOf({ file: unread, pointer: '/3' })).toBeUndefined()
  for (const other of [
    { file: { ...file, digest: 'd2' }, pointer: '/3' },
    { file: { ...file, path: 'data/places/other.yaml' }, pointer: '/3' },
    { file, pointer: '/4' },
  ])
    expect(nameOf(other)).not.toBe(name)
})
