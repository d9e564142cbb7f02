/** One word a term, in the sample and in the packaged wording: what stood beside it once does not come back. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const texts = ['data', 'templates/wording'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    // French writes « organisé ».
    .filter(path => path.endsWith('.yaml') && path !== 'fr.yaml')
    .map(path => ({ path: join(folder, path), text: readFileSync(join(root, folder, path), 'utf8') })),
)

/** What is written, and what is not written in its place. */
const terms: readonly (readonly [term: string, not: RegExp])[] = [
  ['organization', /\borganis/i],
  ['mahalla', /neighbourhood/i],
  ['first aid course', /first-aid [a-z]/i],
  ['depot', /warehouse/i],
  ['Tracing Service', /\btracing service/],
  ['отряды реагирования', /групп[аыу]?м?и? реагирования/i],
  ['строка бюджета', /стат(?:ья|ьи|ьям|ей) бюджета/i],
  ['индикатор (of an agreement)', /Показатели (?:за|FDRS|20)|показател[ья] введён/],
  ['budjet bandi', /budjet modda/i],
  ['бюджет банди', /бюджет модда/i],
  ['семейные наборы', /наборы? для семей|наборов для семей/i],
  ['региональные организации', /территориальн\S+ организаци|для отделений/i],
]

test('there is something to read', () => {
  expect(texts.length).toBeGreaterThan(50)
})

test.each(terms)('%s', (_, not) => {
  expect(texts.filter(({ text }) => not.test(text)).map(({ path }) => path)).toEqual([])
})
