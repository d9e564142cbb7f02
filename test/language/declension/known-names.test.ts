/** Names that are common in the region: of one gender each, and with an ordinary surname never asked for. */
import { describe, expect, test } from 'vitest'
import {
  genderOfGivenName,
  givenNames,
  isForeign,
  isOfTheRegion,
} from '../../../src/language/declension/known-names.ts'
import { cases } from '../../../src/language/names.ts'
import { personForms } from '../../../src/language/person-names.ts'
import { tongue } from '../../support/tongues.ts'

const written = (name: string) => name.replace(/(?<=^|-)./g, letter => letter.toUpperCase())

test('no name is borne by both', () => {
  expect([...givenNames.female].filter(name => givenNames.male.has(name))).toEqual([])
})

test('some are common abroad too, or there alone', () => {
  expect(['Шавкат', 'Роберт', 'Мартин'].map(isOfTheRegion)).toEqual([true, false, false])
  expect(['Шавкат', 'Роберт', 'Мартин'].map(isForeign)).toEqual([false, false, true])
})

test('one that both bear tells no gender', () => {
  expect(genderOfGivenName('Рене')).toBeUndefined()
  expect(personForms('Рене Зеллвегер', {}, tongue('ru'))).toEqual({ name: 'Рене Зеллвегер' })
  expect(personForms('Рене Зеллвегер', { gender: 'female' }, tongue('ru')).dative).toBe('Рене Зеллвегер')
})

describe.each([
  ['female', ['Каримова', 'Сорокина', 'Островская']],
  ['male', ['Каримов', 'Сорокин', 'Островский']],
] as const)('%s names', (gender, surnames) => {
  // Зульфия goes by the stress, Айгуль by whom one asks, Айша by both; of foreigners a surname in -ин may be foreign too.
  const ordinary = [...givenNames[gender]].filter(
    name => !isForeign(name) && (gender === 'male' || !/(?:ия|ь|[жшчщ]а)$/.test(name)),
  )

  test.each(surnames)('are not asked for with %s, before or after them, the gender known or not', surname => {
    expect(ordinary.length).toBeGreaterThan(300)
    const asked = ordinary
      .flatMap(name => [`${written(name)} ${surname}`, `${surname} ${written(name)}`])
      .flatMap(name => [gender, undefined].map(known => personForms(name, { gender: known }, tongue('ru'))))
      .filter(forms => cases.some(form => forms[form] === undefined))
    expect(asked.map(forms => forms.name)).toEqual([])
  })
})
