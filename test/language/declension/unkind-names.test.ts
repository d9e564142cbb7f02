/** Names as nobody should write them, and as everybody may: each form is of the same words, and no way of writing it changes one. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { givenNames } from '../../../src/language/declension/known-names.ts'
import { cases } from '../../../src/language/names.ts'
import { type Gender, personForms } from '../../../src/language/person-names.ts'
import { tongue } from '../../support/tongues.ts'

const surnames = `Каримов Каримова Сорокин Сорокина Островский Островская Толстой Седых Живаго Дурново Шевченко Думбадзе
  Саркисян Паронянц Ким Цой Хегай Швец Кравец Орёл Козёл Воробей Гребень Лев Волчок Смородина Гурцкая Осадчая Палий
  Мирзаев Расулзода Мустафазаде Дюма Дюбуа Гарсия Берия Глинка Кваша Джалиль Ткач Кац Карина Мурад Абдулла Рерих Гашек
  Тер-Петросян Салтыков-Щедрин Бонч-Бруевич Кара-Мурза О’Коннор Маклин Цулая Заячья Собачий`.split(/\s+/)
const unknown = 'Айпери Мээрим Тоштемир Бибиайша Гулайша Надир Николя Абдул Илиа Заза'.split(' ')
const given = [...givenNames.female, ...givenNames.male].map(name => name.replace(/(?<=^|-)./g, it => it.toUpperCase()))

const anyGender = fc.constantFrom<Gender | undefined>('female', 'male', undefined)
const anySurname = fc.constantFrom(...surnames)
const anyFirst = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...given) }, fc.constantFrom(...unknown))
const told = (name: string, gender?: Gender) => cases.map(form => personForms(name, { gender }, tongue('ru'))[form])
const seen = (form: string) => form.replaceAll('ё', 'е').replaceAll('Ё', 'Е')

/** Where both are told, they are one. */
function agree(one: readonly (string | undefined)[], other: readonly (string | undefined)[], name: string) {
  for (const [at, form] of one.entries())
    if (form !== undefined && other[at] !== undefined) expect(other[at], name).toBe(form)
}

describe('a common name and a surname', () => {
  test('are declined alike in either order', () => {
    fc.assert(
      fc.property(anyFirst, anySurname, anyGender, (first, surname, gender) => {
        const swapped = told(`${surname} ${first}`, gender).map(form => form?.split(' ').toReversed().join(' '))
        agree(told(`${first} ${surname}`, gender), swapped, `${first} ${surname}`)
      }),
      { numRuns: 3000 },
    )
  })

  test('are declined with е as with ё, and in capitals as in small letters', () => {
    fc.assert(
      fc.property(anyFirst, anySurname, anyGender, (first, surname, gender) => {
        const [name, capitals] = [`${first} ${surname}`, `${first} ${surname.toUpperCase()}`]
        const folded = (forms: readonly (string | undefined)[]) => forms.map(form => form && seen(form).toLowerCase())
        agree(folded(told(name, gender)), folded(told(seen(name), gender)), name)
        agree(folded(told(name, gender)), folded(told(capitals, gender)), capitals)
      }),
      { numRuns: 3000 },
    )
  })

  test('have no form without gender that neither gender has', () => {
    fc.assert(
      fc.property(anyFirst, anySurname, fc.boolean(), (first, surname, isSurnameFirst) => {
        const name = isSurnameFirst ? `${surname} ${first}` : `${first} ${surname}`
        const [female, male] = [told(name, 'female'), told(name, 'male')]
        for (const [at, form] of told(name).entries())
          if (form !== undefined) expect([female[at], male[at]], name).toContain(form)
      }),
      { numRuns: 3000 },
    )
  })
})

const letter = fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяқўҳғӣӯөүұәі'.split(''))
const odd = fc.constantFrom(
  '-',
  '--',
  '’',
  "'",
  'ʼ',
  '.',
  ',',
  ' ',
  '\u00a0',
  '\u0301',
  '\u00ad',
  '\u200b',
  'a',
  'X',
  '7',
  '😀',
  '(',
  '/',
)
const anyWord = fc
  .array(fc.oneof({ weight: 9, arbitrary: letter }, odd), { minLength: 1, maxLength: 9 })
  .map(letters => letters.join(''))
  .map(text => text.charAt(0).toUpperCase() + text.slice(1))
const scrap = fc.oneof(
  anyWord,
  anySurname,
  anyFirst,
  fc.constantFrom('А.', 'угли', 'кызы', 'оглы', 'фон', 'аль-', 'Ильич', 'Ивановна', ''),
)

test('of any text, a form is of its words with their beginnings, and is told whole or not at all', () => {
  fc.assert(
    fc.property(
      fc.array(scrap, { maxLength: 5 }),
      fc.constantFrom(' ', '\u00a0', '  '),
      anyGender,
      (scraps, space, gender) => {
        const name = scraps.join(space)
        for (const form of told(name, gender)) {
          if (form === undefined) continue
          const [written, declined] = [name.split(/[ \u00a0-]/), form.split(/[ \u00a0-]/)]
          expect(declined.length, form).toBe(written.length)
          for (const [at, word] of written.entries()) {
            const kept = /^(?:лев|п[её]тр)$/i.test(word) ? 1 : Math.max(0, word.length - 3)
            expect(declined[at]?.slice(0, kept), form).toBe(word.slice(0, kept))
            if (!/[а-яё]$/i.test(word)) expect(declined[at], form).toBe(word)
          }
          expect(form, name).toMatch(/^[\p{Script=Cyrillic}\s.'’ʼʻ‘-]*$/u)
        }
      },
    ),
    { numRuns: 5000 },
  )
})
