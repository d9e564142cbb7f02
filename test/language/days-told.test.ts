/** A day that a text tells in full is known, however its language writes it; anything less is not guessed at. */
import { assert, date, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysToldIn } from '../../src/language/days-told.ts'
import { formatDay } from '../../src/language/format.ts'
import { tongue } from '../support/tongues.ts'

const days = (text: string, language: string): readonly string[] =>
  daysToldIn(text, tongue(language)).map(({ day }) => day)

describe.for(['ru', 'uz-Latn', 'uz-Cyrl', 'en', 'fr', 'es', 'ar', 'ky', 'kk', 'tg', 'tr', 'de'])('%s', language => {
  test('as the language itself writes a day, inside of a sentence', () => {
    assert(
      property(date({ min: new Date('1991-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }), moment => {
        const day = moment.toISOString().slice(0, 10)
        expect(days(`(${formatDay(day, tongue(language))}).`, language)).toEqual([day])
      }),
      { numRuns: 20 },
    )
  })

  test('in figures', () => {
    expect(days('15.08.2022, 2022-08-16', language).toSorted()).toEqual(['2022-08-15', '2022-08-16'])
  })
})

test.for([
  ['ru', 'Встреча 15 августа 2022 года', '2022-08-15'],
  ['ru', 'с 15–17 Августа 2022', '2022-08-17'],
  ['uz-Latn', '2022-yil 15-avgustdagi uchrashuv', '2022-08-15'],
  ['uz-Latn', '15-avgust 2022-yil', '2022-08-15'],
  ['uz-Cyrl', '2022 йил 15 августда', '2022-08-15'],
  ['en', 'on August 15th, 2022', '2022-08-15'],
  ['en', 'the 15th of August 2022', undefined],
  ['en', '15 AUGUST 2022', '2022-08-15'],
] as const)('%s: %s', ([language, text, day]) => {
  expect(days(text, language)).toEqual(day === undefined ? [] : [day])
})

test.for([
  ['ru', 'с 1995 года, 15 августа, в августе 2022 года, 32 августа 2022 года, п. 1.2.2022.5'],
  ['en', 'since 1995, in August 2022, on 15 August; 2022 people on 15 May, 31 February 2022'],
  ['uz-Latn', '2013-yildan boshlab, 15-avgust'],
])('%s: nothing is made of less than a whole day', ([language, text]) => {
  expect(days(text ?? '', language ?? '')).toEqual([])
})
