/** How wide a text is: held against the widths that Adobe published for Helvetica, which Arial was made to fit. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inkOf, lettersIn } from '../../src/render/workbook/letters.ts'
import { printed } from '../../src/render/workbook/printed.ts'
import { languages } from '../support/sample-dataset.ts'

const regular = lettersIn({ style: 'text' })
const bold = lettersIn({ style: 'label' })
const thousandths = (letter: string, letters: typeof regular) => (inkOf(letter, letters) * 1000) / letters.size

/** Helvetica and Helvetica-Bold, from their AFM files. */
const afm = {
  ' ': [278, 278],
  '0': [556, 556],
  ',': [278, 278],
  '%': [889, 889],
  A: [667, 722],
  I: [278, 278],
  M: [833, 833],
  W: [944, 944],
  a: [556, 556],
  f: [278, 333],
  i: [222, 278],
  m: [833, 889],
  w: [722, 778],
  '—': [1000, 1000],
} as const

describe('letters', () => {
  it.for(Object.entries(afm))('“%s” is as wide as published', ([letter, [narrow, wide]]) => {
    expect(thousandths(letter, regular)).toBeCloseTo(narrow, 0)
    expect(thousandths(letter, bold)).toBeCloseTo(wide, 0)
  })

  it('of Cyrillic that look like Latin ones are as wide as these', () => {
    const pairs = ['АA', 'ВB', 'ЕE', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'аa', 'еe', 'оo', 'рp', 'сc']
    for (const [cyrillic = '', latin = ''] of pairs) {
      expect.soft(thousandths(cyrillic, regular), cyrillic).toBeCloseTo(thousandths(latin, regular), 0)
    }
  })

  it.for(languages)('of every word in %s are known', language => {
    const folder = join(import.meta.dirname, '../../templates/wording')
    expect(readdirSync(folder)).toContain(`${language}.yaml`)
    const letters = new Set(readFileSync(join(folder, `${language}.yaml`), 'utf8').replace(/\s/g, ''))
    // What no font has is reckoned so.
    const unknown = thousandths('\u{e000}', regular)
    expect([...letters].filter(letter => thousandths(letter, regular) === unknown)).toEqual([])
  })

  it('of a total are bold, and marks take no room of their own', () => {
    expect(lettersIn({ style: 'money', total: true }).widths).toBe(bold.widths)
    expect(lettersIn({ style: 'money' }).widths).toBe(regular.widths)
    expect(inkOf('и\u0306', regular)).toBe(inkOf('и', regular))
  })
})

describe('a number is measured as it is shown', () => {
  const number = (style: Parameters<typeof lettersIn>[0]['style'], value: number, language: string = 'ru') =>
    printed({ kind: 'number', value, style }, language)

  it('in the format of its style', () => {
    expect(number('count', 1_234_567)).toBe('1 234 567')
    expect(number('money', -1234.5)).toBe('-1 234,50')
    expect(number('decimal', 12)).toBe('12,0')
    expect(number('percent', 0.1234)).toBe('12,3%')
    expect(number('rate', 0.0000829)).toBe('0,0000829')
    expect(number('plain', 1234.5)).toBe('1234.5')
  })

  it('and a day in that of the language', () => {
    expect(printed({ kind: 'day', day: '2022-09-05', style: 'date' }, 'ru')).toBe('00.00.0000')
    expect(printed({ kind: 'day', day: '2022-09-05', style: 'date' }, 'en')).toBe('00 Sept 0000')
  })
})
