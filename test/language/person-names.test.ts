/** Names of persons in the cases: where they are certain, else as stored, else asked for; never guessed. */
import { describe, expect, test } from 'vitest'
import { asksFor, personForms } from '../../src/language/person-names.ts'
import { tongue } from '../support/tongues.ts'

const seen = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

// Of surnames in a consonant men's are declined, women's are not.
test.each([
  ['Э. А. Амиралиева', 'female', 'Э. А. Амиралиевой', 'Э. А. Амиралиеву', 'Э. А. Амиралиевой'],
  ['Амиралиева Э. А.', 'female', 'Амиралиевой Э. А.', 'Амиралиеву Э. А.', 'Амиралиевой Э. А.'],
  ['С. Умаров', 'male', 'С. Умарова', 'С. Умарова', 'С. Умаровым'],
  ['Жак Барберис', 'male', 'Жака Барбериса', 'Жака Барбериса', 'Жаком Барберисом'],
  ['Мари Дюпон', 'female', 'Мари Дюпон', 'Мари Дюпон', 'Мари Дюпон'],
  ['Тохир', 'male', 'Тохира', 'Тохира', 'Тохиром'],
  ['Умаров Тохир угли', 'male', 'Умарова Тохир угли', 'Умарова Тохир угли', 'Умаровым Тохир угли'],
  ['Асан уулу Бакыт', 'male', 'Асан уулу Бакыта', 'Асан уулу Бакыта', 'Асан уулу Бакытом'],
  ['Умаров Умар', 'male', 'Умарова Умара', 'Умарова Умара', 'Умаровым Умаром'],
  ['Анна Ильинична', 'female', 'Анны Ильиничны', 'Анну Ильиничну', 'Анной Ильиничной'],
] as const)('%s, %s', (name, gender, ...inCases) => {
  const forms = personForms(name.replaceAll('. ', '.\u00a0'), { gender }, tongue('ru'))
  expect([forms.genitive, forms.accusative, forms.instrumental].map(seen)).toEqual(inCases)
  expect(seen(forms.name)).toBe(name)
})

// Each of a kind that a library once got wrong.
test.each([
  ['Татьяна Непомнящая', 'female', 'genitive', 'Татьяны Непомнящей'],
  ['Т. В. Осадчая', 'female', 'genitive', 'Т. В. Осадчей'],
  ['Павел Юрьевич Горячий', 'male', 'genitive', 'Павла Юрьевича Горячего'],
  ['И. И. Швец', 'male', 'genitive', 'И. И. Швеца'],
  ['И. Коломиец', 'male', 'genitive', 'И. Коломийца'],
  ['Левон Тер-Петросян', 'male', 'genitive', 'Левона Тер-Петросяна'],
  ['Людмила Цой', 'female', 'genitive', 'Людмилы Цой'],
  ['Л. Цой', 'female', 'genitive', 'Л. Цой'],
  ['Франсуа Дюбуа', 'male', 'genitive', 'Франсуа Дюбуа'],
  ['Иванова Анна', 'female', 'genitive', 'Ивановой Анны'],
  ['Каримов Шавкат', 'male', 'instrumental', 'Каримовым Шавкатом'],
] as const)('%s, %s, in the %s', (name, gender, form, expected) => {
  expect(personForms(name, { gender }, tongue('ru'))[form]).toBe(expected)
})

describe('what is not certain has no form', () => {
  test.each([
    ['in letters of another alphabet', 'Jacques Barberis'],
    ['half in them', 'Шавкат Karimov'],
    ['a comma between', 'Умаров, Тохир'],
    ['two surnames', 'Э. А. Умарова Каримова'],
    ['a third word that is neither', 'Ким Чен Ын'],
    ['a Chinese surname, which stays, or a given name', 'Сунь Ятсен'],
    ['a vowel that may drop', 'Иван Орёл'],
    ['a noun or an adjective', 'Виталий Палий'],
    ['a gender that the name denies', 'Анна Ким'],
  ])('%s: %s', (_, name) => {
    expect(personForms(name, { gender: 'male' }, tongue('ru'))).toEqual({ name })
  })

  test('but the cases that are certain have theirs', () => {
    const forms = personForms('Вера Смородина', { gender: 'female' }, tongue('ru'))
    expect(forms).toEqual({
      name: 'Вера Смородина',
      accusative: 'Веру Смородину',
      instrumental: 'Верой Смородиной',
    })
  })
})

describe('without gender', () => {
  test('there are the forms that both have, or that a patronymic or a given name tells', () => {
    expect(personForms('О. Шевченко', {}, tongue('ru')).genitive).toBe('О. Шевченко')
    expect(personForms('Пак Светлана Владимировна', {}, tongue('ru')).dative).toBe('Пак Светлане Владимировне')
    expect(personForms('Шавкат Ким', {}, tongue('ru')).dative).toBe('Шавкату Киму')
  })

  test('the gender is asked for where it would tell them', () => {
    expect(personForms('С. Умаров', {}, tongue('ru'))).toEqual({ name: 'С. Умаров' })
    expect(asksFor('С. Умаров', {}, tongue('ru'))).toBe('gender')
    expect(asksFor('С. Умаров', { gender: 'male' }, tongue('ru'))).toBeUndefined()
    expect(asksFor('О. Шевченко', {}, tongue('ru'))).toBeUndefined()
    expect(asksFor('Ким Чен Ын', {}, tongue('ru'))).toBe('forms')
    expect(asksFor('S. Umarov', {}, tongue('en'))).toBe('forms')
  })
})

test('in other languages there are only the forms that are stored', () => {
  expect(personForms('S. Umarov', { gender: 'male' }, tongue('en'))).toEqual({ name: 'S. Umarov' })
})

test('a stored form goes before the rule', () => {
  const forms = personForms('Мари Дюма', { gender: 'male', forms: { ru: { dative: 'Мари Дюме' } } }, tongue('ru'))
  expect(forms.dative).toBe('Мари Дюме')
})
