/** A number is the same however a language writes it, and another number is another one. */
import { assert, constantFrom, integer, property, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbersIn } from '../../src/language/numerals/read.ts'
import { tongue } from '../support/tongues.ts'

const readings = (text: string, language: string) => numbersIn(text, tongue(language)).map(each => each.readings[0])

/** All that one tells and the other does not. */
function apart([text, language]: readonly [string, string], [other, inLanguage]: readonly [string, string]) {
  const known = new Set(numbersIn(other, tongue(inLanguage)).flatMap(each => each.readings))
  return numbersIn(text, tongue(language)).filter(each => !each.readings.some(reading => known.has(reading)))
}

test.for([
  ['en', '38,000 people', ['38000']],
  ['en', '1,234.5 and 1.25', ['1234.5', '1.25']],
  ['en', '1.3 million', ['1300000']],
  ['en', '38k, 1.3bn', ['38000', '1300000000']],
  ['en', 'a million, half a million, two and a half million', ['1000000', '500000', '2500000']],
  ['en', 'two hundred and five thousand', ['205000']],
  ['en', 'twenty-five and the twenty-first', ['25', '21']],
  ['en', 'three hundred', ['300']],
  ['en', '9.30 a.m., 2 p.m., 12 p.m., 12 am', ['9:30', '14:00', '12:00', '0:00']],
  ['en', '2–4 p.m.', ['14:00', '16:00']],
  ['en', '10–12 thousand', ['10', '12000']],
  ['en', 'on 15 August 2022', ['15', '2022']],
  ['en', '08/15/2022', ['15', '2022']],
  ['en', 'in 2021–22', ['2021', '22']],
  ['en', '+998 71 200-00-00', ['998712000000']],
  ['ru', '38 тысяч, 38 тыс., 38 000, 38\u00a0000, 38\u202f000, 38’000', Array(6).fill('38000')],
  ['ru', '1 млн 300 тыс.', ['1300000']],
  ['ru', '1,3 млн', ['1300000']],
  ['ru', 'полтора миллиона, полмиллиона', ['1500000', '500000']],
  ['ru', '2 тысячи 500 человек', ['2500']],
  ['ru', '2 тысячи 15 августа', ['2000', '15']],
  ['ru', 'двести пятьдесят шесть тысяч', ['256000']],
  ['ru', 'двадцать первый', ['21']],
  ['ru', '150-тысячный, полутора миллионный', ['150000', '1500000']],
  ['ru', 'XXI век, ХХI век', ['21', '21']],
  ['ru', 'трёх, троих', ['3', '3']],
  ['ru', 'в 9 ч 30 мин, в 2 часа дня, в 7:30 утра, в 12 часов ночи', ['9:30', '14:00', '7:30', '0:00']],
  ['ru', '15.08.2022, 15.08.22', ['15', '2022', '15', '22']],
  ['ru', '2-й, 85,3 %', ['2', '85.3']],
  ['ru', 'семью Каримовых', []],
  ['uz-Latn', '38 ming, 38 mingdan ortiq, 1,3 mln, 2 mlrd', ['38000', '38000', '1300000', '2000000000']],
  ['uz-Latn', 'uchta, oʻn besh, ikki yuz, bir yarim million', ['3', '15', '200', '1500000']],
  ['uz-Latn', "to'rtta, yigirma birinchi, 2022-yil 15-avgust", ['4', '21', '2022', '15']],
  ['uz-Cyrl', '38 минг, 1,3 миллион, учта, йигирма бешта', ['38000', '1300000', '3', '25']],
  ['ar', '١٢٠ شخص، ٣٨ ألف، ١٬٢٣٤٫٥', ['120', '38000', '1234.5']],
  ['fa', '۱۲۰', ['120']],
  ['kk', '38 мың', ['38000']],
  ['tr', '38 bin, 38.000, 1,5 milyon, 5 bina', ['38000', '38000', '1500000', '5']],
  ['fr', '38 mille, 1,3 million', ['38000', '1300000']],
  ['de', '38.000, 1,3 Mio.', ['38000', '1300000']],
] as const)('%s: %s', ([language, text, expected]) => {
  expect(readings(text, language)).toEqual(expected)
})

test.for([
  ['no word of a number', 'en', 'someone attended, nobody tended the tenth of them', 'digits'],
  ['ordinals and articles', 'ru', 'один из них первый, второй и третий', 'word'],
] as const)('what is never missed: %s', ([, language, text, kind]) => {
  expect(numbersIn(text, tongue(language)).filter(each => each.kind === kind)).toEqual([])
})

test.for([
  [
    ['at noon', 'en'],
    ['в 12:00', 'ru'],
  ],
  [
    ['$1.3m', 'en'],
    ['1,3 млн', 'ru'],
  ],
  [
    ['tel. (71) 233-45-67', 'en'],
    ['тел. 71 233 45 67', 'ru'],
  ],
  [
    ['9.30 a.m.', 'en'],
    ['9:30', 'ru'],
  ],
  [
    ['9.30 a.m.', 'en'],
    ['в 9.30', 'ru'],
  ],
  [
    ['9.30 a.m.', 'en'],
    ['09:30', 'uz-Latn'],
  ],
  [
    ['2 p.m.', 'en'],
    ['в 14 часов', 'ru'],
  ],
  [
    ['from 9 to 11 a.m.', 'en'],
    ['с 9:00 до 11:00', 'ru'],
  ],
  [
    ['10,000 to 12,000', 'en'],
    ['от 10 до 12 тысяч', 'ru'],
  ],
  [
    ['10,000–12,000', 'en'],
    ['10–12 тыс.', 'ru'],
  ],
  [
    ['2021/22', 'en'],
    ['2021–2022', 'ru'],
  ],
  [
    ['the 1990s', 'en'],
    ['90-е годы, в 90-х', 'ru'],
  ],
  [
    ['the 150,000th volunteer', 'en'],
    ['150-тысячный доброволец', 'ru'],
  ],
  [
    ['the 2nd', 'en'],
    ['2-й', 'ru'],
  ],
  [
    ['the 21st century', 'en'],
    ['XXI век', 'ru'],
  ],
  [
    ['120', 'en'],
    ['١٢٠', 'ar'],
  ],
  [
    ['1 234 567', 'ru'],
    ["1'234'567", 'de'],
  ],
] as const)('%j is %j', ([left, right]) => {
  expect(apart(left, right)).toEqual([])
})

type Writing = readonly [language: string, write: (value: number) => string]
const grouped = (sign: string) => (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, sign)
const arabic = (value: number) => String(value).replace(/\d/g, digit => String.fromCodePoint(0x0660 + Number(digit)))
/** 38000 -> `38`, 38500 -> `38.5` */
const of = (scale: number, decimal: string) => (value: number) => String(value / scale).replace('.', decimal)

const whole: readonly Writing[] = [
  ['en', String],
  ['en', grouped(',')],
  ['ru', String],
  ['ru', grouped(' ')],
  ['ru', grouped('\u00a0')],
  ['ru', grouped('\u202f')],
  ['ru', grouped('’')],
  ['uz-Latn', grouped(' ')],
  ['uz-Cyrl', grouped('\u00a0')],
  ['tr', grouped('.')],
  ['ar', arabic],
  ['en', value => `${of(1000, '.')(value)} thousand`],
  ['en', value => `${of(1_000_000, '.')(value)} million`],
  ['ru', value => `${of(1000, ',')(value)} тыс.`],
  ['ru', value => `${of(1_000_000, ',')(value)} млн`],
  ['ru', value => `${Math.floor(value / 1000)} тысяч ${String(value % 1000).padStart(3, '0')}`],
  ['uz-Latn', value => `${of(1000, ',')(value)} mingta`],
  ['uz-Cyrl', value => `${of(1_000_000, ',')(value)} миллион`],
  ['kk', value => `${of(1000, ',')(value)} мың`],
]

const pairs = whole.flatMap(one => whole.map(other => [one, other] as const))
/** Three digits that are not zero, so that no way of writing it is a round number. */
const uneven = integer({ min: 21_001, max: 999_998 }).filter(value => value % 1000 > 100)

describe('a number in each way is itself in each other way, and one more is another', () => {
  test.for(pairs)('%j, %j', ([[language, write], [otherLanguage, writeOther]]) => {
    assert(
      property(uneven, value => {
        const text = [write(value), language] as const
        expect(apart(text, [writeOther(value), otherLanguage])).toEqual([])
        expect(apart(text, [writeOther(value + 1), otherLanguage])).not.toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

const words: readonly (readonly [language: string, words: string])[] = [
  ['en', 'two three four five six seven eight nine ten eleven twelve'],
  ['ru', 'два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать'],
  ['ru', 'двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати'],
  ['uz-Latn', 'ikki uch toʻrt besh olti yetti sakkiz toʻqqiz oʻn oʻn_bir oʻn_ikki'],
  [
    'uz-Latn',
    "ikkita uchta to'rtta beshta oltita yettita sakkizta to'qqizta o'nta o'n_bitta o'n_ikkita".replace(
      'bitta',
      'birta',
    ),
  ],
  ['uz-Cyrl', 'икки уч тўрт беш олти етти саккиз тўққиз ўн ўн_бир ўн_икки'],
]

test.for(words)('words of %s: %s', ([language, all]) => {
  for (const [index, word] of all.split(' ').entries()) {
    const text = [word.replace('_', ' '), language] as const
    expect(apart(text, [`${index + 2}`, 'en'])).toEqual([])
    expect(apart(text, [`${index + 3}`, 'en'])).not.toEqual([])
  }
})

test('a time in each way is itself, and a minute later another', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  const clocks: readonly ((hour: number, minute: number) => readonly [string, string])[] = [
    (hour, minute) => [`${hour}:${two(minute)}`, 'ru'],
    (hour, minute) => [`${two(hour)}:${two(minute)}`, 'uz-Latn'],
    (hour, minute) => [`${hour}.${two(minute)}`, 'ru'],
    (hour, minute) => [`${hour % 12 || 12}.${two(minute)} ${hour < 12 ? 'a' : 'p'}.m.`, 'en'],
    (hour, minute) => [`${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'am' : 'PM'}`, 'en'],
    (hour, minute) => [`${hour} ч ${two(minute)} мин`, 'ru'],
  ]
  const any = constantFrom(...clocks)
  const time = tuple(integer({ min: 0, max: 23 }), integer({ min: 1, max: 58 }))
  assert(
    property(any, any, time, (write, writeOther, [hour, minute]) => {
      expect(apart(write(hour, minute), writeOther(hour, minute))).toEqual([])
      expect(apart(write(hour, minute), writeOther(hour, minute + 1))).not.toEqual([])
    }),
  )
})

test('whatever is written is read without a fault', () => {
  const unit = constantFrom(
    ...Array.from('0123456789 .,:-–/+()’XVI'),
    ' млн ',
    ' ming ',
    ' two ',
    ' p.m. ',
    ' yarim ',
    ' тыс. ',
  )
  assert(
    property(string({ unit, maxLength: 40 }), constantFrom('en', 'ru', 'uz-Latn', 'ar', 'xx'), (text, language) => {
      for (const { typed, readings: all } of numbersIn(text, tongue(language))) {
        expect(text).toContain(typed)
        expect(all.length).toBeGreaterThan(0)
      }
    }),
  )
})
