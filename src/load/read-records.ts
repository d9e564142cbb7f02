/**
 * Files -> drafts of records: each with its id and its place, parsed and held against its schema. A text in which nothing
 * was wrong is remembered by its content, as its value alone: where its fields stand is found by parsing, if it is asked.
 */

import type { TSchema } from 'typebox'
import { type Diagnostic, errorAt, hasErrors } from '../model/diagnostic.ts'
import type { Memo } from '../model/memo.ts'
import { factsOf } from '../model/record/kinds.ts'
import { said } from '../model/said.ts'
import type { SourceFile } from '../model/source.ts'
import { isTimeZone } from '../model/time-zone.ts'
import { type Draft, dayAt, fieldOf, placeIn, valueAt } from './draft.ts'
import { checkNumbers } from './exact-numbers.ts'
import { isId } from './id.ts'
import { strayNames } from './link/languages.ts'
import { misnamedIn } from './link/references.ts'
import type { TimeZone } from './mistake.ts'
import { checkNamed } from './named.ts'
import { parse, type Read, readPlain, spansOnDemand } from './parse.ts'
import { schemaOfRecord } from './schemas.ts'
import { findSlips, type Judged } from './slips/search.ts'
import { checkWords } from './swallowed.ts'
import { fits, validate } from './validate.ts'
import { classify, type RecordFile } from './workspace-files.ts'

export interface Drafts {
  readonly drafts: readonly Draft[]
  /** Drafts that do not fit their schema, or whose file is wrong. */
  readonly broken: ReadonlySet<Draft>
  readonly diagnostics: readonly Diagnostic[]
}

interface Reading {
  readonly memo: Memo
  readonly zoneOf: TimeZone
  readonly drafts: Draft[]
  readonly broken: Set<Draft>
  readonly diagnostics: Diagnostic[]
}

/** @param sources in the order of their paths. */
export function readRecords(sources: readonly SourceFile[], memo: Memo): Drafts {
  const reading: Reading = { memo, zoneOf: zoneIn(sources), drafts: [], broken: new Set(), diagnostics: [] }
  for (const source of sources) {
    const file = classify(source)
    if (file === undefined) continue
    if ('severity' in file) reading.diagnostics.push(file)
    else readFile(reading, file)
  }
  return reading
}

/** Looked for where a time lacks its zone, and there alone: the society may come last, or be in error itself. */
function zoneIn(sources: readonly SourceFile[]): TimeZone {
  return () => {
    const society = sources.find(({ path }) => path === 'data/society.yaml')
    const zone = society && !society.isUnread ? fieldOf(parse(society).value, 'time_zone') : undefined
    return typeof zone === 'string' && isTimeZone(zone) ? zone : undefined
  }
}

function readFile(reading: Reading, from: RecordFile): void {
  if (from.mistake) {
    reading.diagnostics.push(from.mistake)
    // A misnamed file keeps its intended id, so that references to it get no second message.
    if (from.mistake.code === 'file/not-read') return add(reading, draftOf(from, unreadable(from)), true)
  }
  if (from.file.isUnread) return add(reading, draftOf(from, unreadable(from)), true)
  const clean = knownClean(reading, from) ?? plainlyRight(reading, from)
  if (clean) return addClean(reading, from, clean)
  const { length: toldBefore } = reading.diagnostics
  const parsed = readParsed(reading, from)
  const isClean = reading.diagnostics.length === toldBefore && from.mistake === undefined
  if (isClean && parsed.value !== undefined) keepClean(reading, from, parsed.value)
}

/** What is written plainly and right, as most is: of anything else all is found by parsing it. */
function plainlyRight(reading: Reading, from: RecordFile): Read | undefined {
  const plain = from.mistake ? undefined : readPlain(from.file)
  if (!plain || !draftsIn(from, plain).every(isSound)) return undefined
  keepClean(reading, from, plain.value)
  return plain
}

/** Whether `check` would find nothing in a draft that is written plainly. */
const isSound = (draft: Draft): boolean =>
  fits(schemaOf(draft), draft.data) && checkNamed(draft).length === 0 && checkYear(draft).length === 0

const schemaOf = ({ kind, origin }: Draft): TSchema => schemaOfRecord(kind, origin.pointer !== '')

function readParsed(reading: Reading, from: RecordFile): Read {
  const parsed = parse(from.file)
  const drafts = draftsIn(from, parsed)
  const { zoneOf } = reading
  const checked = drafts.map(draft => [draft, check(draft, zoneOf)] as const)
  const found = [...parsed.diagnostics, ...checked.flatMap(([, own]) => own)]
  const slips = hasErrors(found) ? findSlips(from.file, file => judged(from, file, zoneOf)) : undefined
  const toldLater = new Set(found.some(isNaming) ? drafts.flatMap(misnamedIn) : [])
  reading.diagnostics.push(
    ...(slips ?? found.filter(each => !isNaming(each) || !toldLater.has(each.span?.start ?? -1))),
  )
  const isBroken = from.mistake !== undefined || hasErrors(parsed.diagnostics)
  if (slips || parsed.value === undefined) {
    add(reading, draftOf(from, unreadable(from)), true)
    return unreadable(from)
  }
  for (const [draft, own] of checked) add(reading, draft, isBroken || hasErrors(own))
  return parsed
}

/** Of a field that names a record: the schema only says that it is no id, or no list of them. */
const isNaming = ({ code }: Diagnostic): boolean =>
  code === 'record/bad-id' || code === 'record/wrong-type' || code === 'record/unknown-field'

/** Of the file as it would be with another text. */
function judged(from: RecordFile, file: SourceFile, zoneOf: TimeZone): Judged {
  const parsed = parse(file)
  const drafts = draftsIn({ ...from, file }, parsed)
  return {
    told: [...parsed.diagnostics, ...drafts.flatMap(draft => check(draft, zoneOf))],
    toldLater: drafts.flatMap(strayNames),
  }
}

const isList = ({ kind }: RecordFile, value: unknown): value is readonly unknown[] =>
  factsOf(kind).listed === true && Array.isArray(value)

/** What a text says does not depend on its name; whether its day fits its folder does, so the year is in the key. */
const keyOf = ({ kind, year, file }: RecordFile): string => `${kind} ${year ?? ''} ${file.digest}`

/** In a list, so that an empty file, whose value is `null`, is not taken for an unknown one. */
function knownClean({ memo }: Reading, from: RecordFile): Read | undefined {
  if (from.mistake || from.file.digest === undefined) return undefined
  const known = memo.recall('record', keyOf(from))
  if (!Array.isArray(known)) return undefined
  const value: unknown = known[0]
  return { file: from.file, value, spans: spansOnDemand(from.file), diagnostics: [] }
}

function keepClean({ memo }: Reading, from: RecordFile, value: unknown): void {
  if (from.file.digest !== undefined) memo.keep('record', keyOf(from), [value])
}

function addClean(reading: Reading, from: RecordFile, known: Read): void {
  for (const draft of draftsIn(from, known)) add(reading, draft, false)
}

function draftsIn(from: RecordFile, parsed: Read): readonly Draft[] {
  if (parsed.value === undefined) return []
  return isList(from, parsed.value) ? listed(from, parsed) : [draftOf(from, parsed)]
}

function listed(from: RecordFile, parsed: Read): readonly Draft[] {
  const base = draftOf(from, parsed)
  const entries: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : []
  return entries.map((data, index) => {
    const draft: Draft = { ...base, data, origin: { ...base.origin, pointer: `/${index}` } }
    const id = valueAt(draft, '/id')
    return { ...draft, id: isId(id) ? id : '' }
  })
}

function check(draft: Draft, zoneOf: TimeZone): readonly Diagnostic[] {
  const schema = schemaOf(draft)
  const ofSchema = validate(schema, draft.data, { origin: draft.origin, zoneOf })
  // A number where a text belongs was told already.
  const told = new Set(ofSchema.map(({ span }) => span?.start))
  const ofNumbers = checkNumbers(draft).filter(({ span }) => !told.has(span?.start))
  return [...ofSchema, ...ofNumbers, ...checkWords(draft, schema), ...checkNamed(draft), ...checkYear(draft)]
}

function add(reading: Reading, draft: Draft, isBroken: boolean): void {
  reading.drafts.push(draft)
  if (isBroken) reading.broken.add(draft)
}

function unreadable({ file }: RecordFile): Read {
  return { file, value: undefined, spans: new Map(), diagnostics: [] }
}

function draftOf({ kind, id, year, mistake }: RecordFile, { file, value, spans }: Read): Draft {
  const origin = { file, pointer: '', spans }
  return { kind, id, data: value, origin, isMisnamed: mistake !== undefined, ...(year !== undefined && { year }) }
}

/** The folder of a record is the year of its first day. */
function checkYear(draft: Draft): readonly Diagnostic[] {
  const { days } = factsOf(draft.kind)
  if (draft.year === undefined || !days) return []
  const field = `/${days.first}`
  const day = dayAt(draft, field)
  if (day === undefined || Number(day.slice(0, 4)) === draft.year) return []
  const folder = draft.origin.file.path.split('/').slice(0, 2).join('/')
  const message = said('This record lies in the folder of {year}, but its day is {day}.', { year: draft.year, day })
  const hint = said('Correct the day, or move the record to {folder}/{day}/.', { folder, day: day.slice(0, 4) })
  return [errorAt('file/wrong-year', placeIn(draft, field), message, hint)]
}
