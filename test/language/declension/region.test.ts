/** Names of the region are declined right or asked for; ordinary ones are never asked for. region.tsv says by whose authority. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cases } from '../../../src/language/names.ts'
import { type Gender, personForms } from '../../../src/language/person-names.ts'
import { tongue } from '../../support/tongues.ts'

interface Row {
  readonly kind: string
  readonly gender: Gender
  readonly name: string
  readonly expected: readonly string[]
}

const rows: readonly Row[] = readFileSync(join(import.meta.dirname, 'region.tsv'), 'utf8')
  .split('\n')
  .filter(line => /^(?:ordinary|known|unsure)\t/.test(line))
  .map(line => {
    const [kind = '', gender, name = '', ...inCases] = line.split('\t')
    const written = { '=': inCases[0] ?? '', '.': name }
    const expected = inCases.slice(0, cases.length).map(each => (each === '=' || each === '.' ? written[each] : each))
    return { kind, gender: gender === 'f' ? 'female' : 'male', name, expected }
  })

/** What is not told counts as asked for. */
function told({ name }: Row, gender: Gender | undefined): readonly string[] {
  const forms = personForms(name, { gender }, tongue('ru'))
  return cases.map(form => forms[form] ?? '?')
}

const seen = (forms: readonly string[]) => forms.map(form => form.replaceAll('ё', 'е'))
const rightOrAsked = (forms: readonly string[], { expected }: Row) =>
  seen(forms).map((form, index) => (form === '?' ? '?' : seen(expected)[index]))

test('there are three hundred', () => {
  expect(rows.length).toBeGreaterThanOrEqual(300)
})

test.each(rows.filter(row => row.kind === 'ordinary'))('$name is never asked for', row => {
  expect(seen(told(row, row.gender))).toEqual(seen(row.expected))
})

test.each(rows)('$name is right or asked for, its gender known or not', row => {
  for (const gender of [row.gender, undefined]) {
    const forms = told(row, gender)
    expect(seen(forms)).toEqual(rightOrAsked(forms, row))
  }
})

test('few of those that one can know are asked for', () => {
  const knowable = rows.filter(row => row.kind === 'known')
  const asked = knowable.filter(row =>
    told(row, row.gender).some((form, at) => form === '?' && row.expected[at] !== '?'),
  )
  expect(asked.length / knowable.length).toBeLessThan(0.02)
})
