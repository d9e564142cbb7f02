/** templates/wording/<language>.yaml: nested maps of phrases, flattened to dotted keys. */
import { type Origin, spanIn } from '../model/dataset.ts'
import { type Diagnostic, errorAt, type Outcome, warningAt } from '../model/diagnostic.ts'
import type { SourceFile, Span } from '../model/source.ts'
import type { Phrase } from '../model/templates.ts'
import { parse } from './parse.ts'
import { pointerTo } from './pointer.ts'
import { show } from './show.ts'

interface Reading {
  readonly origin: Origin
  readonly phrases: Map<string, Phrase>
  readonly diagnostics: Diagnostic[]
}

export function readPhrases(file: SourceFile): Outcome<ReadonlyMap<string, Phrase>> {
  const parsed = parse(file)
  const reading: Reading = {
    origin: { file, pointer: '', spans: parsed.spans },
    phrases: new Map(),
    diagnostics: [...parsed.diagnostics],
  }
  if (parsed.value !== undefined && parsed.value !== null) readValue(reading, parsed.value, { key: '', pointer: '' })
  return { value: reading.phrases, diagnostics: reading.diagnostics }
}

interface PhraseAt {
  readonly key: string
  readonly pointer: string
}

function readValue(reading: Reading, value: unknown, at: PhraseAt): void {
  if (typeof value === 'string' && at.key !== '') return addPhrase(reading, value, at)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return notPhrase(reading, value, at)
  for (const [name, inner] of Object.entries(value)) {
    const key = at.key === '' ? name : `${at.key}.${name}`
    const inside = { key, pointer: at.pointer + pointerTo(name) }
    if (at.key === '') checkGroup(reading, inside)
    readValue(reading, inner, inside)
  }
}

/** Which keys are asked within them is the templates' and layouts' to say; outside of them nobody looks. */
const groups: ReadonlySet<string> = new Set(['press', 'report'])

function checkGroup({ origin, diagnostics }: Reading, { key, pointer }: PhraseAt): void {
  if (groups.has(key.replace(/\..*/s, ''))) return
  const message = `Nothing asks for the words under “${key}”.`
  const hint = 'Words of releases stand under “press”, those of reports under “report”.'
  diagnostics.push(warningAt('template/unknown-wording', spanIn(origin, pointer, 'key'), message, hint))
}

function addPhrase(reading: Reading, text: string, { key, pointer }: PhraseAt): void {
  const span = spanIn(reading.origin, pointer)
  if (reading.phrases.has(key)) {
    const at = spanIn(reading.origin, pointer, 'key')
    const message = `“${key}” stands twice in this wording.`
    reading.diagnostics.push(errorAt('yaml/duplicate-key', at, message, 'Keep one of them.'))
  } else reading.phrases.set(key, { key, text, span: spanOfText(span) })
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
  const name = key === '' ? 'This file' : `“${key}”`
  const source = written.file.text.slice(written.start, written.end)
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  const message = isEmpty ? `${name} is empty.` : `${name} takes words, not ${show(value)}.`
  const hint = isScalar ? `Put it in quotes: "${source}".` : 'Write the words after the colon; "" where there are none.'
  reading.diagnostics.push(errorAt('record/wrong-type', span, message, hint))
}
