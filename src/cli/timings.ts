/** `--timings` and `--trace`: where the time of a build went, as its spans tell. */
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { whileWriting } from '../disk/refusal.ts'
import { listen, type Phase, phases, type Span } from '../disk/spans.ts'
import { writeWhole } from '../disk/whole-file.ts'
import { type Said, said, verbatim } from '../model/said.ts'
import type { Terminal } from './terminal.ts'

export interface TimingWords {
  readonly timings: boolean
  readonly trace?: string
}

/** Milliseconds. Of what is done for several artifacts at once, all of them. */
export interface Timings {
  readonly phases: readonly { readonly phase: Phase; readonly ms: number }[]
  readonly formats: readonly { readonly format: string; readonly files: number; readonly ms: number }[]
  /** The ten artifacts that took longest. */
  readonly slowest: readonly { readonly path: string; readonly ms: number }[]
}

export const withTimings = (command: Command): Command =>
  command
    .option('--timings', 'tell where the time went', false)
    .addOption(new Option('--trace <file>', 'write it down as a trace that Chrome and Perfetto show'))

/** What is heard from now on; nothing is, and nothing costs, where nobody asked. */
export function clocked({ timings, trace }: TimingWords): readonly Span[] | undefined {
  if (!timings && trace === undefined) return undefined
  const spans: Span[] = []
  listen(span => spans.push(span))
  return spans
}

export function timingsOf(spans: readonly Span[]): Timings {
  const sum = (of: readonly Span[]): number => Math.round(of.reduce((all, { ms }) => all + ms, 0))
  const [words, artifacts] = [spans.filter(isOf('words')), spans.filter(isOf('artifact'))]
  // What is written while models are made is counted as written.
  const within = words.filter(each => spans.some(other => other.phase === 'models' && holds(other, each)))
  const own = (phase: Phase): number => sum(spans.filter(isOf(phase))) - (phase === 'models' ? sum(within) : 0)
  const formats = Map.groupBy(artifacts, ({ path = '' }) => path.replace(/^.*\./, ''))
  return {
    phases: phases.filter(phase => phase !== 'artifact').map(phase => ({ phase, ms: own(phase) })),
    formats: [...formats].map(([format, of]) => ({ format, files: of.length, ms: sum(of) })).toSorted(byTime),
    slowest: artifacts
      .map(({ path = '', ms }) => ({ path, ms: Math.round(ms) }))
      .toSorted(byTime)
      .slice(0, 10),
  }
}

const isOf = (phase: Phase) => (span: Span) => span.phase === phase
const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.start + inner.ms <= outer.start + outer.ms
const byTime = (a: { readonly ms: number }, b: { readonly ms: number }): number => b.ms - a.ms

export function tellTimings(timings: Timings, terminal: Terminal): void {
  const line = (ms: number, what: Said): void => terminal.say(said('{ms} ms  {what}', { ms: column(ms), what }))
  for (const { phase, ms } of timings.phases) line(ms, names[phase])
  for (const { format, files, ms } of timings.formats) line(ms, said('{files} × {format}', { files, format }))
  for (const { path, ms } of timings.slowest) line(ms, verbatim(path))
}

const column = (ms: number): string => String(ms).padStart(8)

const names: { readonly [phase in Phase]: Said } = {
  read: said('reading files'),
  check: said('parsing and checking records and templates'),
  models: said('working out releases and reports'),
  words: said('putting them into words'),
  print: said('printing in the browser, of all documents at once'),
  finish: said('finishing PDFs and holding them against their standards'),
  write: said('writing files'),
  artifact: said('files made'),
}

/** As Chrome's trace viewer and Perfetto read it; spans of artifacts that are made at once lie in rows of their own. */
export async function writeTrace(spans: readonly Span[], file: string): Promise<void> {
  const rows = rowsOf(spans)
  const traceEvents = spans.map(({ phase, path, start, ms }) => ({
    name: path ?? phase,
    cat: phase,
    ph: 'X',
    ts: Math.round(start * 1000),
    dur: Math.round(ms * 1000),
    pid: 1,
    tid: rows.get(path) ?? 0,
  }))
  const text = `${JSON.stringify({ traceEvents, displayTimeUnit: 'ms' })}\n`
  await whileWriting(file, () => writeWhole(resolve(file), new TextEncoder().encode(text), { flush: false }))
}

/** By path of an artifact the first row that is free while it is made, from 1. */
function rowsOf(spans: readonly Span[]): ReadonlyMap<string | undefined, number> {
  const ends: number[] = []
  const rows = new Map<string | undefined, number>()
  for (const { path, start, ms } of spans.filter(isOf('artifact')).toSorted((a, b) => a.start - b.start)) {
    const free = ends.findIndex(end => end <= start)
    const row = free === -1 ? ends.length : free
    ends[row] = start + ms
    rows.set(path, row + 1)
  }
  return rows
}
