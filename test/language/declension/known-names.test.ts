/** Names that are common in the region: of one gender each, and with an ordinary surname never asked for. */
import { describe, expect, test } from 'vitest'
import { givenNames, isOfTheRegion } from '../../../src/language/declension/known-names.ts'
import { cases } from '../../../src/language/names.ts'
import { personForms } from '../../../src/language/person-names.ts'

const written = (name: string) => name.replace(/(?<=^|-)./g, letter => letter.toUpperCase())

test('no name is borne by both', () => {
  expect([...givenNames.female].filter(name => givenNames.male.has(name))).toEqual([])
})

test('some are common abroad too', () => {
  expect(isOfTheRegion('Мартин')).toBe(false)
  expect(isOfTheRegion('Шавкат')).toBe(true)
})

describe.each([
  ['female', ['Каримова', 'Сорокина', 'Островская']],
  ['male', ['Каримов', 'Сорокин', 'Островский']],
] as const)('%s names', (gender, surnames) => {
  // Зульфия goes by the stress, Айгуль by whom one asks, Айша by both.
  const ordinary = [...givenNames[gender]].filter(name => gender === 'male' || !/(?:ия|ь|[жшчщ]а)$/.test(name))

  test.each(surnames)('are not asked for with %s, before or after them, the gender known or not', surname => {
    expect(ordinary.length).toBeGreaterThan(350)
    const asked = ordinary
      .flatMap(name => [`${written(name)} ${surname}`, `${surname} ${written(name)}`])
      .flatMap(name => [gender, undefined].map(known => personForms(name, { gender: known }, 'ru')))
      .filter(forms => cases.some(form => forms[form] === undefined))
    expect(asked.map(forms => forms.name)).toEqual([])
  })
})
