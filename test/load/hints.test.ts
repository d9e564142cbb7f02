/** What people write for days, times, numbers, languages and ids, and what they are told to write. */

import { assert, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayHint, momentHint } from '../../src/load/explain/day.ts'
import { asNumber, isUnreported } from '../../src/load/explain/number.ts'
import { languageHint } from '../../src/load/explain/pattern.ts'
import { hasIdForm, idFrom, isId } from '../../src/load/id.ts'
import { load } from '../../src/load/load.ts'
import { daysInMonth } from '../../src/model/day.ts'
import { inEnglish } from '../../src/model/said.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

describe('a day', () => {
  test.each([
    ['15.08.2022', '2022-08-15'],
    ['5.8.2022', '2022-08-05'],
    ['2022/8/5', '2022-08-05'],
    ['2022.08.15', '2022-08-15'],
    ['2022 08 15', '2022-08-15'],
    [' 2022-8-15 ', '2022-08-15'],
    ['2022-8-15T16:00', '2022-08-15'],
    ['2022-8-15 16:00', '2022-08-15'],
    // Day before month, unless only the other order is a day.
    ['03/04/2022', '2022-04-03'],
    ['12/11/2022', '2022-11-12'],
    ['08/15/2022', '2022-08-15'],
    ['12/13/2022', '2022-12-13'],
    ['1-1-2022', '2022-01-01'],
    ['31.12.2022', '2022-12-31'],
    ['29.2.2024', '2024-02-29'],
    ['28.2.2023', '2023-02-28'],
  ])('%j is %s', (written, day) => {
    expect(inEnglish(dayHint(written))).toBe(`Write ${day}.`)
  })

  test.each([
    ['29.02.2022', '2022-02', '28'],
    ['30.02.2024', '2024-02', '29'],
    ['31.04.2022', '2022-04', '30'],
    ['2022-06-31', '2022-06', '30'],
    ['32.01.2022', '2022-01', '31'],
    ['2022-09-00', '2022-09', '30'],
    ['99.11.2022', '2022-11', '30'],
  ])('%j: the last of %s is %s', (written, month, last) => {
    expect(inEnglish(dayHint(written))).toBe(`The last day of ${month} is ${month}-${last}.`)
  })

  test.each([
    ['2022-13-01', 13],
    ['2022-00-10', 0],
    ['13.13.2022', 13],
    ['31/31/2022', 31],
  ])('%j has a month that is not', (written, month) => {
    expect(inEnglish(dayHint(written))).toMatch(new RegExp(`^There is no month ${month}:`))
  })

  test.each([
    'soon',
    '',
    '15 Augustus 2022',
    '15 August',
    'about 15 August 2022',
    'August 15 or 16, 2022',
    '2022-08',
    '22-8-15',
    '15-08-22',
    '2022-08-15x',
    'x2022-08-15',
    '115.08.2022',
    '1.1.20222',
  ])('%j is none that could be guessed', written => {
    expect(inEnglish(dayHint(written))).toBe('Write the day as YYYY-MM-DD, for example 2022-08-15.')
  })
})

describe('a day in words, or in signs that look like others', () => {
  test.each([
    ['15.08.22', '2022-08-15'],
    ['15.08.2022 г.', '2022-08-15'],
    ['15 August 2022', '2022-08-15'],
    ['August 15th, 2022', '2022-08-15'],
    ['15 августа 2022 г.', '2022-08-15'],
    ['15 avgust 2022', '2022-08-15'],
    ['15 août 2022', '2022-08-15'],
    ['20220815', '2022-08-15'],
    ['2022‑08–15', '2022-08-15'],
    ['“2022-О8-15”', '2022-08-15'],
  ])('%j is %s', (written, day) => {
    expect(inEnglish(dayHint(written))).toBe(`Write ${day}.`)
  })
})

test('the calendar has the days that the world counts', () => {
  assert(
    property(integer({ min: 1583, max: 2999 }), integer({ min: 1, max: 12 }), (year, month) => {
      // The day before the first of the next month.
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
    }),
  )
  expect([1900, 2000, 2022, 2024, 2100].map(year => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28])
})

describe('a moment', () => {
  test.each([
    [
      '2022-08-15 16:00',
      'Add the zone, so that it means one moment everywhere, for example 2022-08-15T16:00:00+05:00.',
    ],
    ['2022-08-15T9:05', 'Add the zone, so that it means one moment everywhere, for example 2022-08-15T09:05:00+05:00.'],
    [
      '2022-08-15 16:00:30',
      'Add the zone, so that it means one moment everywhere, for example 2022-08-15T16:00:30+05:00.',
    ],
    [' 2022-08-15 16:00Z ', 'Write 2022-08-15T16:00:00Z, a time that exists.'],
    ['2022-08-15 16:00 +0500', 'Write 2022-08-15T16:00:00+05:00, a time that exists.'],
    ['2022-08-15T25:00:00-03:30', 'Write 2022-08-15T25:00:00-03:30, a time that exists.'],
    [
      '15.08.2022 16:00',
      'Add the zone, so that it means one moment everywhere, for example 2022-08-15T16:00:00+05:00.',
    ],
    [
      '15 августа 2022, 16.00',
      'Add the zone, so that it means one moment everywhere, for example 2022-08-15T16:00:00+05:00.',
    ],
    [
      '2022-08-15 4:30 p.m.',
      'Add the zone, so that it means one moment everywhere, for example 2022-08-15T16:30:00+05:00.',
    ],
    [
      '2022-08-15 12:05 am',
      'Add the zone, so that it means one moment everywhere, for example 2022-08-15T00:05:00+05:00.',
    ],
    ['2022-09-01', 'Write day, time and zone: for example 2022-09-01T16:00:00+05:00.'],
  ])('%j', (written, hint) => {
    expect(inEnglish(momentHint(written))).toBe(hint)
  })

  test.each([
    ['Asia/Amman', '2022-08-15 16:00', '2022-08-15T16:00:00+03:00'],
    ['Europe/Berlin', '2022-08-15 16:00', '2022-08-15T16:00:00+02:00'],
    ['Europe/Berlin', '2022-12-15 16:00', '2022-12-15T16:00:00+01:00'],
    ['Africa/Accra', '2022-12-15 16:00', '2022-12-15T16:00:00+00:00'],
    ['Asia/Kathmandu', '2022-12-15', '2022-12-15T16:00:00+05:45'],
  ])('has the offset of the society: %s', (zone, written, moment) => {
    const hint = inEnglish(momentHint(written, () => zone))
    expect(hint.replace(/.*[ ](?=\d{4}-)/, '')).toBe(`${moment}.`)
    expect(hint).not.toContain('+05:00')
  })

  test.each(['2022-08-15', '16:00', 'noon', '', 'x2022-08-15 16:00', '2022-08-15 16:00 Tashkent', '31.02.2022 16:00'])(
    '%j lacks something',
    written => {
      expect(inEnglish(momentHint(written))).toBe('Write day, time and zone: for example 2022-08-15T16:00:00+05:00.')
    },
  )
})

describe('a number', () => {
  test.each([
    ['12', '12'],
    ['-12', '-12'],
    ['1 200', '1200'],
    ['1\u00a0200', '1200'],
    ["1'200", '1200'],
    ['1’200', '1200'],
    ['1_200.50', '1200.50'],
    ['1,200', '1200'],
    ['1,200,300.5', '1200300.5'],
    ['-1,200', '-1200'],
    ['1 200,50', '1200.50'],
    ['0,5', '0.5'],
    ['-0,5', '-0.5'],
    ['  7  ', '7'],
    ['1.200.000', '1200000'],
    ['около 120', '120'],
    ['120 чел.', '120'],
    ['~120', '120'],
    ['120+', '120'],
    ['10 %', '10'],
    ['$2,500', '2500'],
    ['2 500 CHF', '2500'],
    ['CHF 2 500', '2500'],
    ['١٢٠', '120'],
    ['12О', '120'],
  ])('%j is %s', (written, number) => {
    expect(asNumber(written)).toBe(number)
  })

  test.each([
    '',
    'x',
    '12x',
    'x12',
    '1.2.3',
    '1,2,3',
    '1,20,300',
    '12,3456',
    ',5',
    '5,',
    '5.',
    '.5',
    '1,200,5',
    '0x10',
    '1e3',
    '+5',
    '--5',
    'from 5 to 7',
    '5 or 6 people',
  ])('%j is none', written => {
    expect(asNumber(written)).toBeUndefined()
  })

  test('whatever is written with digits, spaces and a point is the number it says', () => {
    assert(
      property(integer({ min: 0, max: 10 ** 9 }), integer({ min: 0, max: 99 }), (whole, cents) => {
        const grouped = whole.toLocaleString('en-US')
        const fraction = String(cents).padStart(2, '0')
        expect(Number(asNumber(`${grouped}.${fraction}`))).toBe(Number(`${whole}.${fraction}`))
        expect(Number(asNumber(`${grouped.replaceAll(',', ' ')},${fraction}`))).toBe(Number(`${whole}.${fraction}`))
      }),
    )
  })
})

describe('what is written where nothing was reported', () => {
  test.each([
    '-',
    '–',
    '—',
    'n/a',
    'NA',
    'N/A',
    'none',
    'null',
    'nil',
    'unknown',
    '?',
    'нет данных',
    'н/д',
    'Нет',
    ' - ',
  ])('%j stands for nothing reported', written => {
    expect(isUnreported(written)).toBe(true)
  })
  test.each(['', '0', '-1', 'none of them', 'not n/a', '??', 'нет, 5'])('%j does not', written => {
    expect(isUnreported(written)).toBe(false)
  })
})

describe('a language', () => {
  test.each([
    ['UZ_latn', 'uz-Latn'],
    ['RU', 'ru'],
    [' en ', 'en'],
    ['uz-CYRL-uz', 'uz-Cyrl-UZ'],
    ['en gb', 'en-GB'],
    ['EN__us', 'en-US'],
    ['uz-lATN', 'uz-Latn'],
  ])('%j is %s', (written, tag) => {
    expect(inEnglish(languageHint(written))).toBe(`Write ${tag}.`)
  })

  test.each(['russian', '', 'r', 'uz-Latin', 'ru-1', 'русский'])('%j is none that could be guessed', written => {
    expect(inEnglish(languageHint(written))).toBe('Write a BCP 47 tag such as ru, uz-Latn, uz-Cyrl, en.')
  })
})

describe('an id', () => {
  test.each([
    ['Red Cross_2022', 'red-cross-2022'],
    ['  Élan  vital! ', 'elan-vital'],
    ['--a--b--', 'a-b'],
    ['Красный', ''],
    ['con', 'con-1'],
    ['LPT1', 'lpt1-1'],
    ['con-2', 'con-2'],
    ['x'.repeat(100), 'x'.repeat(80)],
  ])('%j is near %j', (written, near) => {
    expect(idFrom(written)).toBe(near)
  })

  test('whatever is proposed is an id, and an id is proposed for itself', () => {
    assert(
      property(string({ unit: 'binary' }), written => {
        const near = idFrom(written)
        if (near !== '') expect(hasIdForm(near)).toBe(true)
        if (hasIdForm(written) && !/^-|-$|--/.test(written)) expect(near).toBe(written)
      }),
    )
  })

  test.each([
    ['a', true],
    ['2022-08-15-icrc', true],
    ['x'.repeat(80), true],
    ['x'.repeat(81), false],
    ['', false],
    ['A', false],
    ['a b', false],
    ['nul', false],
    ['com1', false],
    ['com', true],
    ['nul-1', true],
    [7, false],
    [null, false],
  ])('%j: %s', (value, is) => {
    expect(isId(value)).toBe(is)
  })
})

test.each([
  ['Asia/Amman', '2022-08-16T10:00:00+03:00'],
  ['nowhere', 'for example 2022-08-16T10:00:00+05:00'],
])('a record is told the offset of its society: %s', async (zone, moment) => {
  const { sources, media } = await loadable('_base')
  const changed = sources.map(file => ({
    path: file.path,
    text: file.path.endsWith('icrc-2022.yaml')
      ? `${file.text}reported_at: 2022-08-16 10:00\n`
      : file.text.replace('Asia/Tashkent', zone),
  }))
  const hints = inWords(load(changed, media).diagnostics).flatMap(each => each.hints)
  expect(hints.filter(hint => hint.includes(`${moment}.`))).toHaveLength(1)
})
