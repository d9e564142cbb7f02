/** Names in cases: as stored, never guessed. */
import { expect, test } from 'vitest'
import { joinForms, nameIn } from '../../src/language/names.ts'

const committee = {
  name: { ru: 'Комитет', en: 'Committee' },
  short_name: { ru: 'К', en: 'Committee' },
  forms: { ru: { genitive: 'Комитета', dative: 'Комитету' } },
}
const federation = { name: { ru: 'Федерация', en: 'Federation' }, forms: { ru: { genitive: 'Федерации' } } }

test('the nominative is the name, the other cases are those stored', () => {
  expect(nameIn(committee, 'ru', 'ru')).toEqual({
    full: { name: 'Комитет', genitive: 'Комитета', dative: 'Комитету' },
    short: 'К',
    introduced: { name: 'Комитет (К)', genitive: 'Комитета (К)', dative: 'Комитету (К)' },
  })
})

test('an abbreviation that is the name is not said twice', () => {
  expect(nameIn(committee, 'en', 'ru')?.introduced).toEqual({ name: 'Committee' })
})

test('no name is borrowed from another language', () => {
  expect(nameIn(committee, 'uz-Latn', 'ru')).toBeUndefined()
  expect(nameIn({ name: 'Комитет' }, 'ru', 'ru')?.full).toEqual({ name: 'Комитет' })
  expect(nameIn({ name: 'Комитет' }, 'en', 'ru')).toBeUndefined()
})

test('several names have a case together only where each has it', () => {
  const names = [committee, federation].flatMap(each => nameIn(each, 'ru', 'ru')?.full ?? [])
  expect(joinForms(names, 'ru')).toEqual({ name: 'Комитет и Федерация', genitive: 'Комитета и Федерации' })
})

test('English repeats the article', () => {
  const names = [committee, federation].flatMap(each => nameIn(each, 'en', 'ru')?.full ?? [])
  expect(joinForms(names, 'en').name).toBe('Committee and the Federation')
})
