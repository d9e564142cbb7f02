/** What a guide shows as part of a record is taken as it stands: in a record of its kind of the sample, without an error. */

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { kindAt } from '../../bench/endurance/records/bases.ts'
import { load } from '../../src/load/load.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { inWords } from '../support/in-words.ts'
import { type Block, blocksOf, guides, textOf } from './guide-blocks.ts'

const root = join(import.meta.dirname, '../..')
const records = (await openWorkspace(root, join(root, 'templates')).read()).sources()
/** Whatever picture a guide names is there. */
const media = new Map([...records.media, ['media/2022/meeting.jpg', 'picture'] as const])

type Fields = { readonly [field: string]: unknown }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const joined = (one: Fields, other: Fields): Fields => ({
  ...one,
  ...Object.fromEntries(
    Object.entries(other).map(([field, value]) => {
      const before = one[field]
      return [field, isFields(before) && isFields(value) ? joined(before, value) : value]
    }),
  ),
})

/** The first record of the kind that has a release, with what the block says in it. */
function withBlock({ language, text }: Block): readonly SourceFile[] {
  const [, kind] = language.split(' ')
  const file = records.files.find(each => kindAt(each.path) === kind && isFields(parse(each.text)?.release))
  if (!file) throw new Error(`no record of the kind ${kind}`)
  const changed = { ...file, text: stringify(joined(parse(file.text), parse(text))) }
  return records.files.map(each => (each === file ? changed : each))
}

/** The page of all fields is generated, and held by fields.test.ts. */
const written = guides.filter(guide => !guide.endsWith('/fields.md'))
const examples = written.flatMap(blocksOf).filter(({ language }) => language.startsWith('yaml'))

test.each(examples)('$place fits its record', block => {
  const { diagnostics } = load(withBlock(block), media)
  expect(
    inWords(diagnostics)
      .filter(each => each.severity === 'error')
      .map(each => each.message),
  ).toEqual([])
})

test('a field that there is not does not fit', () => {
  const block = { place: '', language: 'yaml meeting', text: 'headlin: {}\n' }
  expect(load(withBlock(block), media).diagnostics.map(each => each.code)).toContain('record/unknown-field')
})

test('both languages show the same', () => {
  const shown = (language: string) =>
    written.flatMap(guide => (guide.startsWith(`${language}/`) ? blocksOf(guide).map(each => each.text) : []))
  expect(shown('ru')).toEqual(shown('en'))
  expect(guides.map(each => each.replace(/^ru/, 'en')).toSorted()).toEqual(
    [...guides, ...guides].filter(each => each.startsWith('en')).toSorted(),
  )
})

test.each(guides)('%s leads to pages that are there', guide => {
  const links = [...textOf(guide).matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, link = '']) =>
    join('docs/guide', guide, '..', link),
  )
  const pages = ['ci', 'diagnostics', 'figures', 'photos', 'templates'].map(name => `docs/${name}.md`)
  const known = [...guides.map(each => `docs/guide/${each}`), ...pages]
  expect(links.filter(link => !known.includes(link))).toEqual([])
})
