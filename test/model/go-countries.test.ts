/** GO's import knows a country by GO's own name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countryInGo } from '../../src/model/go-countries.ts'

test.each([
  ['KR', 'Republic of Korea'],
  ['CI', "Côte d'Ivoire"],
  ['MM', 'Myanmar'],
  ['TR', 'Türkiye'],
  ['UZ', 'Uzbekistan'],
  ['KG', 'Kyrgyzstan'],
])('%s is %s', (code, name) => {
  expect(countryInGo(code)).toBe(name)
})

test('the table has those that CLDR writes otherwise, and no others', () => {
  const source = readFileSync(join(import.meta.dirname, '../../src/model/go-countries.ts'), 'utf8')
  const codes = [...source.matchAll(/^ {2}([A-Z]{2}): /gm)].map(([, code = '']) => code)
  const inEnglish = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  expect(codes).toEqual([...new Set(codes)].toSorted())
  expect(codes.length).toBe(28 + 9)
  for (const code of codes) expect([undefined, countryInGo(code)], code).not.toContain(inEnglish.of(code))
})
