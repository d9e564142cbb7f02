/** A fault of a workbook as its author is told it: at the phrase that says it, or with what a record says. */

import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { allOf, goingOn, type Said, said } from '../../model/said.ts'
import { positionAt, type Span } from '../../model/source.ts'
import type { Phrase, ReportLayout, Wording } from '../../model/templates.ts'
import type { Workbook } from '../../model/workbook-sheet.ts'
import type { PlacedCell, PlacedSheet } from './placed.ts'
import type { About, WorkbookProblem } from './problem.ts'

/** What a workbook was made of. */
export interface Made {
  readonly workbook: Workbook
  readonly shown: readonly PlacedSheet[]
  readonly layout: ReportLayout
  readonly wording: Wording
  /** Keys of all phrases that were said so. */
  readonly keysOf: (text: string) => readonly string[]
}

export function faultTold(problem: WorkbookProblem, made: Made): Diagnostic {
  const sources = problem.about.map(about => sourceOf(about, made))
  const keys = [...new Set(sources.flatMap(source => source.keys ?? []))]
  const phrases = keys.flatMap(key => made.wording.phrases.get(key) ?? [])
  const [only, second] = sources
  const text = second ? undefined : only?.text
  const told =
    phrases.length > 0 ? atPhrases(problem, phrases) : atSheet(problem, only ? only.line : made.layout.sheets[0]?.span)
  return { ...told, ...(text !== undefined && { said: { text, message: problem.ofRecord ?? problem.message } }) }
}

/** Of two that cannot both be, at the later that the workspace says itself; the first is named. */
function atPhrases({ message, hint }: WorkbookProblem, phrases: readonly Phrase[]): Diagnostic {
  const own = phrases.filter(({ span }) => !span.file.isShipped)
  const at = (own.length > 0 ? own : phrases).toSorted((a, b) => b.span.start - a.span.start)[0]
  const named = phrases.map(phrase =>
    phrase === at
      ? said('“{key}”', { key: phrase.key })
      : said('“{key}” {place}', { key: phrase.key, place: placeOf(phrase.span) }),
  )
  const both =
    phrases.length > 1 ? said('{message}: {phrases}.', { message: goingOn(message), phrases: allOf(named) }) : message
  const override =
    own.length === 0 && at
      ? [said('Say “{key}” otherwise in {ownFile}.', { key: at.key, ownFile: ownFileOf(at.span) })]
      : []
  return errorAt('template/layout', at?.span, both, hint, ...override)
}

function placeOf({ file, start }: Span): Said {
  if (file.isShipped) return said("of Khabar's own wording")
  const { line, column } = positionAt(file.text, start)
  return said('at {path}:{line}:{column}', { path: file.path, line, column })
}

const ownFileOf = ({ file }: Span): Said => said('a {path} of your own', { path: file.path.replace(/^khabar\//, '') })

function atSheet({ message, hint }: WorkbookProblem, line: Span | undefined): Diagnostic {
  return errorAt(line ? 'template/layout' : 'record/wrong-value', line, message, hint)
}

interface Source {
  /** Of phrases. */
  readonly keys?: readonly string[]
  /** As it is printed. */
  readonly text?: string
  /** Where the layout names the sheet. */
  readonly line?: Span
}

function sourceOf(about: About, { workbook, shown, keysOf }: Made): Source {
  if (about.in === 'records') return {}
  if (about.in === 'choice') return { keys: about.words.flatMap(keysOf) }
  if (about.in === 'margin') return { keys: ['report.notice'], text: workbook.notice ?? '' }
  const sheet = shown[about.sheet]
  if (!sheet) return {}
  const { span: line } = sheet.layout
  const key = `report.${sheet.model.sheet}`
  if (about.in === 'tab') return { keys: [`${key}.name`], line }
  if (about.in === 'sheet') return { line }
  if (about.in === 'cell') return sourceOfCell(sheet.rows.at(about.row)?.cells[about.column], shown) ?? { line }
  const chart = sheet.charts.flatMap(({ charts }) => charts)[about.chart]
  return { line, ...(chart && { keys: [`${key}.charts.${chart.chart}.${about.phrase}`] }) }
}

function sourceOfCell(cell: PlacedCell | null | undefined, shown: readonly PlacedSheet[]): Source | undefined {
  const content = cell?.content
  switch (content?.kind) {
    case undefined:
      return undefined
    case 'said':
      return { text: content.text, keys: content.key === undefined ? [] : [content.key] }
    case 'sheet-link':
      return { keys: shown.some(({ model }) => model.sheet === content.sheet) ? [`report.${content.sheet}.name`] : [] }
    case 'file-link':
      return { text: content.text }
    case 'day':
      return { text: content.day ?? '' }
    case 'formula':
      return { text: String(content.value ?? '') }
    default:
      return { text: String(content?.value ?? '') }
  }
}
