/** Names in cases: as stored, never guessed. */
import { expect, test } from 'vitest'
import { joinForms, nameIn } from '../../src/language/names.ts'
import { tongue } from '../support/tongues.ts'

const committee = {
  name: { ru: 'Комитет', en: 'Committee' },
  short_name: { ru: 'К', en: 'Committee' },
  forms: { ru: { genitive: 'Комитета', dative: 'Комитету' } },
}
const federation = { name: { ru: 'Федерация', en: 'Federation' }, forms: { ru: { genitive: 'Федерации' } } }

test('the nominative is the name, the other cases are those stored', () => {
  expect(nameIn(committee, tongue('ru'), 'ru')).toEqual({
    full: { name: 'Комитет', genitive: 'Комитета', dative: 'Комитету' },
    short: 'К',
    introduced: { name: 'Комитет (К)', genitive: 'Комитета (К)', dative: 'Комитету (К)' },
  })
})

test('an abbreviation that is the name is not said twice', () => {
  expect(nameIn(committee, tongue('en'), 'ru')?.introduced).toEqual({ name: 'Committee' })
})

test('no name is borrowed from another language', () => {
  expect(nameIn(committee, tongue('uz-Latn'), 'ru')).toBeUndefined()
  expect(nameIn({ name: 'Комитет' }, tongue('ru'), 'ru')?.full).toEqual({ name: 'Комитет' })
  expect(nameIn({ name: 'Комитет' }, tongue('en'), 'ru')).toBeUndefined()
})

test('several names have a case together only where each has it', () => {
  const names = [committee, federation].flatMap(each => nameIn(each, tongue('ru'), 'ru')?.full ?? [])
  expect(joinForms(names, tongue('ru'))).toEqual({ name: 'Комитет и Федерация', genitive: 'Комитета и Федерации' })
})

test('English repeats the article', () => {
  const names = [committee, federation].flatMap(each => nameIn(each, tongue('en'), 'ru')?.full ?? [])
  expect(joinForms(names, tongue('en')).name).toBe('Committee and the Federation')
})
