/** The public gold tables of declension: every row is right or asked for. petrovich-eval/SOURCE.md says whose they are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { givenName } from '../../../src/language/declension/given-names.ts'
import { genderOfGivenName } from '../../../src/language/declension/known-names.ts'
import type { Declined } from '../../../src/language/declension/paradigm.ts'
import { patronymic } from '../../../src/language/declension/patronymics.ts'
import { surname } from '../../../src/language/declension/surnames.ts'
import type { Case } from '../../../src/language/names.ts'
import { type Gender, personForms } from '../../../src/language/person-names.ts'
import { tongue } from '../../support/tongues.ts'

const cases: { readonly [mark: string]: Case } = {
  рд: 'genitive',
  дт: 'dative',
  вн: 'accusative',
  тв: 'instrumental',
  пр: 'prepositional',
}
const genders: { readonly [mark: string]: Gender } = { мр: 'male', жр: 'female' }

const table = (file: string) =>
  readFileSync(join(import.meta.dirname, 'petrovich-eval', file), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split('\t'))

/** `мр,ед,дт`. Nothing for the nominative. */
function marked(grammemes = ''): { readonly gender: Gender; readonly form: Case } | undefined {
  const [gender = '', , form = ''] = grammemes.trim().split(',')
  const [known, asked] = [genders[gender], cases[form]]
  return known && asked && { gender: known, form: asked }
}

interface Row {
  readonly name: string
  readonly expected: string
  readonly gender: Gender
  readonly form: Case
}

const words = (file: string): readonly Row[] =>
  table(file).flatMap(([name = '', expected = '', grammemes]) => {
    const marks = marked(grammemes)
    return marks ? [{ name, expected, ...marks }] : []
  })

/** Both as they are said and as lists have them. */
const people: readonly Row[] = table('people.tsv').flatMap(row => {
  const marks = marked(row[6])
  const inOrder = (at: readonly number[]) => at.flatMap(index => row[index] || []).join(' ')
  const orders = [
    [0, 1, 2],
    [1, 2, 0],
  ]
  return marks
    ? orders.map(order => ({ name: inOrder(order), expected: inOrder(order.map(at => at + 3)), ...marks }))
    : []
})

const alone = {
  first: words('firstnames.misc.tsv'),
  middle: words('midnames.misc.tsv'),
  last: words('surnames.misc.tsv'),
}
const declined: { readonly [part in keyof typeof alone]: (row: Row) => Declined } = {
  first: row => givenName(row.name, row.gender),
  middle: row => patronymic(row.name),
  last: row => surname(row.name, row.gender, 'initials'),
}

test.each(['first', 'middle', 'last'] as const)(
  'every word of a %s name is right, or asked for where it may be',
  part => {
    expect(alone[part].length).toBeGreaterThan(15)
    const asked = alone[part].filter(row => declined[part](row)[row.form] === undefined)
    for (const row of alone[part].filter(each => !asked.includes(each)))
      expect(declined[part](row)[row.form], row.name).toBe(row.expected)
    expect([...new Set(asked.map(row => row.name))]).toEqual(part === 'last' ? ['Добробаба', 'Сирота', 'Воевода'] : [])
  },
)

test.each(people)('$name is right in the $form', ({ name, expected, gender, form }) => {
  expect(personForms(name, { gender }, tongue('ru'))[form]).toBe(expected)
  expect([expected, undefined]).toContain(personForms(name, {}, tongue('ru'))[form])
})

test.each(table('firstnames.popular.gender.tsv'))('%s is borne by %s alone', (name = '', mark = '') => {
  expect([genders[mark.trim()], undefined]).toContain(genderOfGivenName(name))
})

test('where a table has both, no gender is told from the given name', () => {
  const names = table('people.gender.tsv').filter(([last, first, middle]) => first && !last && !middle)
  expect(names.length).toBeGreaterThan(3)
  for (const [, first = '', , mark = ''] of names)
    expect([genders[mark.trim()], undefined], first).toContain(genderOfGivenName(first))
})
