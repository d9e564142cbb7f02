/** templates/wording/<language>.yaml: nested maps of phrases, flattened to dotted keys. */

import { firstAt } from '../model/beside.ts'
import { type Origin, spanIn } from '../model/dataset.ts'
import { besides, type Diagnostic, errorAt, mendedBy, type Outcome, warningAt } from '../model/diagnostic.ts'
import { lazily } from '../model/lazily.ts'
import { said } from '../model/said.ts'
import type { SourceFile, Span } from '../model/source.ts'
import type { Phrase } from '../model/templates.ts'
import type { Asked } from './asked.ts'
import { valueInPlace } from './certain/in-place.ts'
import { readText } from './parse.ts'
import { pointerTo } from './pointer.ts'
import { show } from './show.ts'

interface Reading {
  readonly origin: Origin
  readonly phrases: Map<string, Phrase>
  readonly diagnostics: Diagnostic[]
  readonly asked: Asked | undefined
  readonly mayLack: boolean
}

export interface WrittenPhrases {
  readonly phrases: ReadonlyMap<string, Phrase>
  /** What the file says could not be found out, and why is told. */
  readonly isUnread: boolean
}

/**
 * @param asked holds the keys against what is asked for; a shipped file needs no such look
 * @param mayLack a key without words is still to be filled: who asks for it tells so
 */
export function readPhrases(file: SourceFile, asked?: Asked, mayLack = false): Outcome<WrittenPhrases> {
  if (file.isUnread) return { value: { phrases: new Map(), isUnread: true }, diagnostics: [] }
  const parsed = readText(file)
  const reading: Reading = {
    origin: { file, pointer: '', spans: parsed.spans },
    phrases: new Map(),
    diagnostics: [...parsed.diagnostics],
    asked,
    mayLack,
  }
  if (parsed.value !== undefined && parsed.value !== null) readValue(reading, parsed.value, { key: '', pointer: '' })
  const value = { phrases: reading.phrases, isUnread: parsed.value === undefined }
  return { value, diagnostics: reading.diagnostics }
}

interface PhraseAt {
  readonly key: string
  readonly pointer: string
}

function readValue(reading: Reading, value: unknown, at: PhraseAt): void {
  if (typeof value === 'string' && at.key !== '') return addPhrase(reading, value, at)
  if (value === null && reading.mayLack) return
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return notPhrase(reading, value, at)
  const inside = Object.entries(value).map(([name, inner]) => {
    const key = at.key === '' ? name : `${at.key}.${name}`
    return { inner, key, pointer: at.pointer + pointerTo(name) }
  })
  const written = new Set(inside.map(({ key }) => key))
  for (const { inner, ...of } of inside)
    if (isAskedFor(reading, of, { value: inner, written })) readValue(reading, inner, of)
}

interface Written {
  readonly value: unknown
  /** All keys of its group. */
  readonly written: ReadonlySet<string>
}

/** A phrase that is not used is not looked at further: it may be of another version, which knew other names. */
function isAskedFor({ origin, diagnostics, asked }: Reading, { key, pointer }: PhraseAt, of: Written): boolean {
  const isGroup = typeof of.value === 'object' && of.value !== null && !Array.isArray(of.value)
  const isPhrase = typeof of.value === 'string'
  if (!asked || (asked.leadsOn(key) && !isPhrase) || (asked.isAsked(key) && !isGroup)) return true
  const message = said('Nothing asks for {group}“{key}”.', { group: isGroup ? said('the words under ') : '', key })
  const hint = asked.hintFor(key, of.written)
  diagnostics.push(warningAt('template/unknown-wording', spanIn(origin, pointer, 'key'), message, hint))
  return false
}

function addPhrase(reading: Reading, text: string, { key, pointer }: PhraseAt): void {
  if (reading.phrases.has(key)) {
    const at = spanIn(reading.origin, pointer, 'key')
    const message = said('“{key}” stands twice in this wording.', { key })
    const first = reading.phrases.get(key)
    const told = errorAt('yaml/duplicate-key', at, message, said('Keep one of them.'))
    reading.diagnostics.push(besides(told, ...(first ? [firstAt(first.span)] : [])))
  } else reading.phrases.set(key, { key, text: text.replace(toldAlready, ''), span: spanWhenAsked(reading, pointer) })
}

/** Control characters, which reading YAML tells: that no cell can hold them is no second mistake. */
const toldAlready = /[^\P{Cc}\t\n\r]/gu

/** Hardly any phrase is ever told of. */
function spanWhenAsked({ origin }: Reading, pointer: string): Span {
  const span = lazily(() => spanOfText(spanIn(origin, pointer)))
  return {
    file: origin.file,
    get start() {
      return span().start
    },
    get end() {
      return span().end
    },
  }
}

/** Where the words begin: after a quotation mark, and on the line after `|` or `>`. */
function spanOfText({ file, start, end }: Span): Span {
  const source = file.text.slice(start, end)
  if (/^["']/.test(source)) return { file, start: start + 1, end: Math.max(end - 1, start + 1) }
  const header = /^[|>][^\n]*\n\s*/.exec(source)
  return { file, start: start + (header?.[0].length ?? 0), end }
}

function notPhrase(reading: Reading, value: unknown, { key, pointer }: PhraseAt): void {
  const written = spanIn(reading.origin, pointer)
  const isEmpty = value === null || written.start === written.end
  const span = isEmpty ? spanIn(reading.origin, pointer, 'key') : written
  const name = key === '' ? said('This file') : said('“{key}”', { key })
  const source = written.file.text.slice(written.start, written.end)
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  const message = isEmpty
    ? said('{name} is empty.', { name })
    : said('{name} takes words, not {value}.', { name, value: show(value) })
  const hint = isScalar
    ? said('Put it in quotes: "{source}".', { source })
    : said('Write the words after the colon; "" where there are none.')
  const fix = isScalar ? valueInPlace(written, `"${source}"`) : undefined
  reading.diagnostics.push(mendedBy(errorAt('record/wrong-type', span, message, hint), fix))
  // Told once: that nothing is said there is no second mistake.
  if (isScalar && key !== '') reading.phrases.set(key, { key, text: source, span })
}
