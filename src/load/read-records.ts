/** Files -> drafts of records: each with its id and its place, parsed and held against its schema. */
import { type Diagnostic, errorAt, hasErrors } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source.ts'
import { type Draft, dayAt, placeIn, valueAt } from './draft.ts'
import { isId } from './id.ts'
import { type Parsed, parse } from './parse.ts'
import { validate } from './validate.ts'
import { classify, type RecordFile } from './workspace-files.ts'

export interface Drafts {
  readonly drafts: readonly Draft[]
  /** Drafts that do not fit their schema, or whose file is wrong. */
  readonly broken: ReadonlySet<Draft>
  readonly diagnostics: readonly Diagnostic[]
}

interface Reading {
  readonly drafts: Draft[]
  readonly broken: Set<Draft>
  readonly diagnostics: Diagnostic[]
}

/** @param sources in the order of their paths. */
export function readRecords(sources: readonly SourceFile[]): Drafts {
  const reading: Reading = { drafts: [], broken: new Set(), diagnostics: [] }
  for (const source of sources) {
    const file = classify(source)
    if (file === undefined) continue
    if ('severity' in file) reading.diagnostics.push(file)
    else readFile(reading, file)
  }
  return reading
}

function readFile(reading: Reading, from: RecordFile): void {
  if (from.mistake) {
    reading.diagnostics.push(from.mistake)
    // A misnamed file keeps its intended id, so that references to it get no second message.
    if (from.mistake.code === 'file/not-read') return add(reading, draftOf(from, unreadable(from)), true)
  }
  const parsed = parse(from.file)
  reading.diagnostics.push(...parsed.diagnostics)
  const isBroken = from.mistake !== undefined || hasErrors(parsed.diagnostics)
  if (parsed.value === undefined) return add(reading, draftOf(from, parsed), true)
  if (from.kind === 'activity' && Array.isArray(parsed.value)) return readList(reading, { from, parsed, isBroken })
  check(reading, draftOf(from, parsed), isBroken)
}

function readList(
  reading: Reading,
  list: { readonly from: RecordFile; readonly parsed: Parsed; readonly isBroken: boolean },
): void {
  const { from, parsed, isBroken } = list
  for (const [index, data] of Array.isArray(parsed.value) ? parsed.value.entries() : []) {
    const base = draftOf(from, parsed)
    const draft: Draft = { ...base, data, origin: { ...base.origin, pointer: `/${index}` } }
    const id = valueAt(draft, '/id')
    check(reading, { ...draft, id: isId(id) ? id : '' }, isBroken)
  }
}

function check(reading: Reading, draft: Draft, isBroken: boolean): void {
  const schema = draft.origin.pointer === '' ? draft.kind : 'listed-activity'
  const found = [...validate(schema, draft.data, draft.origin), ...checkYear(draft)]
  reading.diagnostics.push(...found)
  add(reading, draft, isBroken || hasErrors(found))
}

function add(reading: Reading, draft: Draft, isBroken: boolean): void {
  reading.drafts.push(draft)
  if (isBroken) reading.broken.add(draft)
}

function unreadable({ file }: RecordFile): Parsed {
  return { file, value: undefined, spans: new Map(), diagnostics: [] }
}

function draftOf({ kind, id, year, mistake }: RecordFile, { file, value, spans }: Parsed): Draft {
  const origin = { file, pointer: '', spans }
  return { kind, id, data: value, origin, isMisnamed: mistake !== undefined, ...(year !== undefined && { year }) }
}

/** The folder of a record is the year of its first day. */
function checkYear(draft: Draft): readonly Diagnostic[] {
  if (draft.year === undefined) return []
  const field = draft.kind === 'meeting' ? '/date' : '/start'
  const day = dayAt(draft, field)
  if (day === undefined || Number(day.slice(0, 4)) === draft.year) return []
  const folder = draft.origin.file.path.split('/').slice(0, 2).join('/')
  const message = `This record lies in the folder of ${draft.year}, but its day is ${day}.`
  const hint = `Correct the day, or move the record to ${folder}/${day.slice(0, 4)}/.`
  return [errorAt('file/wrong-year', placeIn(draft, field), message, hint)]
}
