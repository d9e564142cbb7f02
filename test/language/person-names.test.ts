/** Names of persons in the cases: by rule where the gender is known, else as stored, never guessed. */
import { expect, test } from 'vitest'
import { personForms } from '../../src/language/person-names.ts'

const seen = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

// Rules of petrovich: surnames in -ова, -ов decline; of those in a consonant men's do, women's do not.
test.each([
  ['Э. А. Амиралиева', 'female', 'Э. А. Амиралиевой', 'Э. А. Амиралиеву', 'Э. А. Амиралиевой'],
  ['Амиралиева Э. А.', 'female', 'Амиралиевой Э. А.', 'Амиралиеву Э. А.', 'Амиралиевой Э. А.'],
  ['С. Умаров', 'male', 'С. Умарова', 'С. Умарова', 'С. Умаровым'],
  ['Жак Барберис', 'male', 'Жака Барбериса', 'Жака Барбериса', 'Жаком Барберисом'],
  ['Мари Дюпон', 'female', 'Мари Дюпон', 'Мари Дюпон', 'Мари Дюпон'],
  [
    'Умаров Тохир Алишерович',
    'male',
    'Умарова Тохира Алишеровича',
    'Умарова Тохира Алишеровича',
    'Умаровым Тохиром Алишеровичем',
  ],
  ['Анна Ильинична', 'female', 'Анны Ильиничны', 'Анну Ильиничну', 'Анной Ильиничной'],
] as const)('%s, %s', (name, gender, ...inCases) => {
  const forms = personForms(name.replaceAll('. ', '.\u00a0'), { gender }, 'ru')
  expect([forms.genitive, forms.accusative, forms.instrumental].map(seen)).toEqual(inCases)
  expect(seen(forms.name)).toBe(name)
})

test.each(['Тохир', 'Умаров Тохир угли', 'Jacques Barberis', 'Умаров, Тохир', 'Э. А. Умарова Каримова'])(
  'a name whose parts are not sure has no forms: %s',
  name => {
    expect(personForms(name, { gender: 'male' }, 'ru')).toEqual({ name })
  },
)

test('without gender, and in other languages, there are only the forms that are stored', () => {
  expect(personForms('С. Умаров', {}, 'ru')).toEqual({ name: 'С. Умаров' })
  expect(personForms('S. Umarov', { gender: 'male' }, 'en')).toEqual({ name: 'S. Umarov' })
})

test('a stored form goes before the rule', () => {
  const forms = personForms('Мари Дюма', { gender: 'male', forms: { ru: { dative: 'Мари Дюме' } } }, 'ru')
  expect(forms.dative).toBe('Мари Дюме')
})
