/** The page of all fields: up to date, whole in both languages, and every example of it fits the record that it was taken from. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { type Example, isMap, type Place } from '../../scripts/fields-page/examples.ts'
import { choicesOf } from '../../scripts/fields-page/values.ts'
import { phrasesIn, toldIn } from '../../scripts/fields-page/words.ts'
import { blocks, exampleWorkspaces, pageIn, pageLanguages, pagePath } from '../../scripts/fields-page.ts'
import { load } from '../../src/load/load.ts'
import { kindNames } from '../../src/model/record/kinds.ts'
import { inEnglish } from '../../src/model/said.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import type { Sources } from '../../src/pipeline/workspace.ts'
import { packs } from '../support/tongues.ts'

const root = join(import.meta.dirname, '../..')
const pages = new Map(pageLanguages.map(language => [language, pageIn(language)] as const))

test.each(pageLanguages)('%s: the page is up to date: node scripts/fields-page.ts', language => {
  expect(readFileSync(pagePath(language), 'utf8')).toBe(pages.get(language)?.text)
})

test('in Russian every field is told, and nothing else', () => {
  const { blocks: titles = {}, fields = {} } = toldIn('ru')
  expect(Object.keys(titles)).toEqual(blocks.map(({ name }) => name))
  const told = Object.entries(fields).map(([name, of]) => [name, Object.keys(of)])
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(blocks.map(({ name, fields: of }) => [name, of.map(field => field.name)])),
  )
})

test.each(pageLanguages)('%s: each choice has a meaning, and none is told in vain', language => {
  const { choices = {} } = toldIn(language)
  const phrases = phrasesIn(language)
  const all = blocks.flatMap(({ name, fields }) =>
    fields.map(({ name: field, shape }) => ({
      at: `${name} ${field}`,
      meanings: choicesOf(shape, { phrases, choices: choices[name]?.[field] ?? {} }),
    })),
  )
  const without = all.flatMap(({ at, meanings }) =>
    [...meanings].flatMap(([choice, says]) => (says ? [] : [`${at} ${choice}`])),
  )
  expect(without).toEqual([])
  const known = all.flatMap(({ at, meanings }) => [...meanings.keys()].map(choice => `${at} ${choice}`))
  const told = Object.entries(choices).flatMap(([name, fields]) =>
    Object.entries(fields).flatMap(([field, of]) => Object.keys(of).map(choice => `${name} ${field} ${choice}`)),
  )
  expect(told.filter(each => !known.includes(each))).toEqual([])
  if (language === 'ru')
    expect(all.flatMap(({ meanings }) => [...meanings.values()]).filter(says => !/[а-я%]|COVID/i.test(says))).toEqual(
      [],
    )
})

const sources = new Map<string, Sources>()
for (const workspace of exampleWorkspaces)
  sources.set(workspace, (await openWorkspace(join(root, workspace), join(root, 'templates')).read()).sources())

/** Each as far from the others that none stands in another: they are put into their records together. */
function rounds(examples: readonly Example[]): readonly (readonly Example[])[] {
  const all: Example[][] = []
  for (const example of examples) {
    const free = all.find(round =>
      round.every(other => !isInside(other.place, example.place) && !isInside(example.place, other.place)),
    )
    if (free) free.push(example)
    else all.push([example])
  }
  return all
}

const isInside = (one: Place, other: Place): boolean =>
  one.file === other.file && other.names.every((name, at) => one.names[at] === name)

interface Wrong {
  readonly path: string
  readonly message: string
}

/** Errors of the workspaces where some files say something else. @param texts by path from the repository */
function wrongWith(texts: ReadonlyMap<string, string>): readonly Wrong[] {
  return exampleWorkspaces.flatMap(workspace => {
    const read = sources.get(workspace)
    if (!read?.files.some(({ path }) => texts.has(workspace + path))) return []
    const files = read.files.map(file => ({ ...file, text: texts.get(workspace + file.path) ?? file.text }))
    return load(files, read.media, { packs }).diagnostics.flatMap(({ severity, message, span }) =>
      severity === 'error' ? [{ path: workspace + (span?.file.path ?? ''), message: inEnglish(message) }] : [],
    )
  })
}

/** All in their records at once. */
function textsWith(examples: readonly Example[]): ReadonlyMap<string, string> {
  const byFile = Map.groupBy(examples, ({ place }) => place.file)
  return new Map(
    [...byFile].map(([file, own]) => [file.path, stringify(own.reduce<unknown>(withExample, parse(file.text)))]),
  )
}

/** The value that it has on the page, where its own stood; in a block what is not shown stays, since other records name it. */
const withExample = (record: unknown, { text, within, place }: Example): unknown =>
  put(record, place.names, within.reduce(partAt, parse(text)))

function partAt(value: unknown, name: string | number): unknown {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  if (found === undefined) throw new Error(`nothing at ${name} in ${JSON.stringify(value)}`)
  return found
}

function put(record: unknown, [name, ...rest]: Place['names'], value: unknown): unknown {
  if (name === undefined) return over(record, value)
  if (Array.isArray(record))
    return record.map((each: unknown, index) => (index === name ? put(each, rest, value) : each))
  return { ...Object(record), [name]: put(Reflect.get(Object(record), name), rest, value) }
}

/** A text by language is one value: what stands in its place may be a line. */
function over(before: unknown, value: unknown): unknown {
  if (!isMap(before) || !isMap(value)) return value
  return { ...before, ...value }
}

/** A record as it is shown, and nothing else: in a list with its id. */
function textOf({ text, place }: Example): string {
  const { value, names } = place
  return names.length > 0 && isMap(value) ? stringify([{ id: value['id'], ...parse(text) }]) : text
}

test.each(pageLanguages)('%s: every field without fields of its own has an example, and all of them load', language => {
  const { examples = [], text = '' } = pages.get(language) ?? {}
  const leaves = blocks.flatMap(({ fields }) => fields.filter(({ inside }) => inside === undefined))
  expect(examples).toHaveLength(leaves.length + blocks.length)
  for (const example of examples) expect(text).toContain(example.text.replaceAll('|', '\\|').trimEnd())
  const inRecords = examples.filter(({ within }) => within.length > 0)
  for (const round of rounds(inRecords)) expect(wrongWith(textsWith(round))).toEqual([])
})

test.each(pageLanguages)('%s: a record that is shown whole is one', language => {
  const whole = (pages.get(language)?.examples ?? []).filter(({ within }) => within.length === 0)
  expect(whole).toHaveLength(kindNames.length)
  const texts = new Map(whole.map(example => [example.place.file.path, textOf(example)]))
  // What other records say of them is another matter.
  expect(wrongWith(texts).filter(({ path }) => texts.has(path))).toEqual([])
})

test('an example that does not fit is seen', () => {
  const { examples = [] } = pages.get('en') ?? {}
  const day = examples.filter(({ text }) => text.startsWith('date: ')).slice(0, 1)
  const wrong = wrongWith(textsWith(day.map(example => ({ ...example, text: 'date: 12.03.2026' }))))
  expect(wrong.map(({ message }) => message)).toEqual([expect.stringContaining('is not a day')])
})
