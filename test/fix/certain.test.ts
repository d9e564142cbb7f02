/** Which value, name, day or number is certain, and which is only likely. */
import { describe, expect, test } from 'vitest'
import { certainlyNamed, inOtherForm } from '../../src/load/certain/name.ts'
import { certainPeriod } from '../../src/load/certain/period.ts'
import { certainDay, certainMoment } from '../../src/load/explain/day.ts'
import { certainNumber } from '../../src/load/explain/number.ts'
import { certainlyMeant } from '../../src/load/meant.ts'

describe('a day', () => {
  test.for([
    ['31.12.2025', '2025-12-31'],
    ['2025/12/31', '2025-12-31'],
    ['2025-1-5', '2025-01-05'],
    ['20250105', '2025-01-05'],
    ['05.01.2025', '2025-01-05'],
    ['31/12/2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['04/04/2025', '2025-04-04'],
    ['5 января 2025 г.', '2025-01-05'],
    ['January 5th, 2025', '2025-01-05'],
  ] as const)('%s is %s', ([written, day]) => {
    expect(certainDay(written)).toBe(day)
  })

  test.for([
    '03/04/2025',
    '3-4-2025',
    '31.12.25',
    '2025-12-31 14:00',
    '31.12.2025 14:00',
    '2025-31-12',
    '2025-02-30',
    '2025-12-30 – 2025-12-31',
    'в декабре 2025',
  ])('%s is none', written => {
    expect(certainDay(written)).toBeUndefined()
  })

  test('a moment has its zone', () => {
    expect(certainMoment('31.12.2025 16:00 +0500')).toBe('2025-12-31T16:00:00+05:00')
    expect(certainMoment('2025-12-31T16:00Z')).toBe('2025-12-31T16:00:00Z')
    for (const written of ['2025-12-31 16:00', '03/04/2025 16:00 +05:00', '2025-12-31 25:00 Z', '2025-12-31'])
      expect(certainMoment(written)).toBeUndefined()
  })

  test('a period is a month or a quarter of a year, and nothing else', () => {
    expect(['2025-1', '01.2025', 'q3 2025', '2025-q3', 'март 2025', 'March 2025'].map(certainPeriod)).toEqual([
      '2025-01',
      '2025-01',
      '2025-Q3',
      '2025-Q3',
      '2025-03',
      '2025-03',
    ])
    for (const written of ['2 полугодие 2025', '13.2025', '2025-13', 'Q5 2025', 'spring 2025', '1 2025'])
      expect(certainPeriod(written)).toBeUndefined()
  })
})

test('a number is certain where its sign for decimals is', () => {
  expect(['1 200', '1\u00a0200,50', '1,200,300', '1.200.300,5', '12,5', '١٢٠', '1О0'].map(certainNumber)).toEqual([
    '1200',
    '1200.50',
    '1200300',
    '1200300.5',
    '12.5',
    '120',
    '100',
  ])
  for (const written of ['1,200', '1.200', '1 20', 'около 120', '120 чел.', '120+', '1,2,3', ''])
    expect(certainNumber(written)).toBeUndefined()
})

describe('a name', () => {
  const fields = ['start', 'end', 'partners', 'participants', 'background', 'title', 'go_code']

  test('of a closed list is meant by one slip of the hand, or in another form', () => {
    expect(certainlyNamed('partnres', fields)).toBe('partners')
    expect(certainlyNamed('backgroud', fields)).toBe('background')
    expect(certainlyNamed('Go Code', fields)).toBe('go_code')
    expect(certainlyNamed('tіtle', fields)).toBe('title')
  })

  test('is not, where it is short, two slips away, or between two', () => {
    for (const written of ['ende', 'stat', 'backgrnd', 'hosts', 'дата'])
      expect(certainlyNamed(written, fields)).toBeUndefined()
    expect(certainlyNamed('partnerz', ['partners', 'partnerx'])).toBeUndefined()
    expect(certainlyNamed('output2', ['output1'])).toBeUndefined()
    expect(certainlyNamed('Title', ['title', 'TITLE'])).toBeUndefined()
  })

  test('of an open list is meant in another form alone', () => {
    expect(inOtherForm('fa-1', ['FA-1', 'FA-11'])).toBe('FA-1')
    expect(inOtherForm('1-1', ['11'])).toBeUndefined()
    expect(inOtherForm('workng', ['working'])).toBeUndefined()
  })
})

describe('an id', () => {
  const all = [
    { id: 'icrc', names: ['МККК', 'International Committee of the Red Cross'] },
    { id: 'ifrc', names: ['МФОКК и КП'] },
    { id: 'karimova', names: ['Каримова'] },
  ]

  test('is meant by its form, by its path, or by a whole name that one alone has', () => {
    expect(
      ['ICRC', 'iсrс', 'data/organizations/icrc.yaml', 'МККК', 'мккк'].map(each => certainlyMeant(each, all)),
    ).toEqual(Array(5).fill('icrc'))
  })

  test('is not meant by what is only near: the record may be still to come', () => {
    for (const written of ['icrs', 'karimov', 'Каримов', 'Red Cross', 'International Committee'])
      expect(certainlyMeant(written, all)).toBeUndefined()
    const two = [...all, { id: 'icrc-regional', names: ['МККК'] }]
    expect(certainlyMeant('МККК', two)).toBeUndefined()
  })
})
