/** A new record of an old one: its words and comments, and none of the facts that are of the old one's day. */
import { parse } from '../load/parse.ts'
import type { Entry } from '../model/dataset.ts'
import { positionAt, type SourceFile } from '../model/source.ts'
import { withValues } from './changed-text.ts'
import { isByLanguage, schemaAt, schemaOfKind } from './field-schema.ts'
import type { Known } from './new-record.ts'
import { factsOfTheDay } from './of-the-day.ts'

/** @param languages of the society: a text that is given in one of them is still to be written in the others */
export function recordFrom(old: Entry, known: Known, languages: readonly string[]): string {
  const file = textOfOne(old)
  const { value } = parse(file)
  const schema = schemaOfKind(old.kind)
  const emptied = factsOfTheDay(value, schema).map(pointer => [pointer, null] as const)
  const given = valuesGiven(known, '').map(([pointer, text]) => {
    const of = schemaAt(schema, pointer.slice(1).split('/'))
    return [pointer, of && isByLanguage(of) ? inEach(languages, text) : text] as const
  })
  const isGiven = new Set(given.map(([pointer]) => pointer))
  const draft = 'release' in old.data && !isGiven.has('/release/status') ? [['/release/status', 'draft'] as const] : []
  return withValues(file, new Map<string, unknown>([...emptied, ...draft, ...given]))

  /** Texts by language and lists are given whole. */
  function valuesGiven(values: Known, above: string): readonly (readonly [string, unknown])[] {
    return Object.entries(values).flatMap(([name, inner]) => {
      const pointer = `${above}/${name}`
      const of = schemaAt(schema, pointer.slice(1).split('/'))
      const isMap = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      return isMap && of && !isByLanguage(of) ? valuesGiven({ ...inner }, pointer) : [[pointer, inner] as const]
    })
  }
}

function inEach(languages: readonly string[], text: unknown): unknown {
  if (typeof text !== 'object' || text === null) return text
  return { ...Object.fromEntries(languages.map(language => [language, null])), ...text }
}

/** Of a list its entry alone, as a file of its own: with the comments above it, and without its id and its indentation. */
function textOfOne({ origin }: Entry): SourceFile {
  const { file, pointer, spans } = origin
  if (pointer === '') return { path: file.path, text: file.text }
  const [start = 0, end = 0] = spans.get(pointer)?.value ?? []
  const { column } = positionAt(file.text, start)
  const lines = file.text.slice(start, lineEnd(file.text, end)).split('\n')
  const deep = new RegExp(`^ {1,${column - 1}}`)
  const own = lines.map((line, index) => (index === 0 ? line : line.replace(deep, '')))
  const above = commentsAbove(file.text, start)
  const text = [...above, ...own].join('\n')
  const whole = { path: file.path, text: text.endsWith('\n') ? text : `${text}\n` }
  return withoutId(whole)
}

const lineEnd = (text: string, at: number): number => {
  const next = text.indexOf('\n', at)
  return next < 0 ? text.length : next + 1
}

/** Lines right above the dash that hold a comment and nothing else. */
function commentsAbove(text: string, at: number): readonly string[] {
  const lines = text
    .slice(0, text.lastIndexOf('\n', at - 1) + 1)
    .split('\n')
    .slice(0, -1)
  const first = lines.findLastIndex(line => !/^\s*#/.test(line)) + 1
  return lines.slice(first).map(line => line.trimStart())
}

/** The name of a file is its id. */
function withoutId(file: SourceFile): SourceFile {
  const id = parse(file).spans.get('/id')
  if (!id?.key) return file
  const text = file.text
  const isBlock = !text.slice(0, id.key[0]).includes('{')
  const end = isBlock
    ? lineEnd(text, id.value[1])
    : id.value[1] + (/^\s*,\s*/.exec(text.slice(id.value[1]))?.[0].length ?? 0)
  return { ...file, text: text.slice(0, id.key[0]) + text.slice(end) }
}
