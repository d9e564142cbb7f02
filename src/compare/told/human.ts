/** A comparison for a person at a terminal: records, what they moved, and the words of releases. */
import { type Said, said, type Tell } from '../../model/said.ts'
import { shownFigure } from '../../model/shown-figure.ts'
import type { CellPlace, Comparison, FigureChange, ReleaseChange, TextChange } from '../comparison.ts'
import type { RecordChange } from '../records.ts'
import { countsOf, sideTold, statuses } from './counts.ts'
import { markedLines } from './marked.ts'
import { changeTold, shownLeaf } from './numbers.ts'

/** Ends with a count of all. */
export function comparisonToHuman(comparison: Comparison, tell: Tell): string {
  const { a, b, records, figures, texts, releases, artifacts } = comparison
  const section = (title: Said, blocks: readonly (readonly string[])[]): string =>
    blocks.length === 0 ? '' : [tell(title), ...blocks.flat().map(line => `  ${line}`)].join('\n')
  const sections = [
    section(
      said('Records'),
      records.map(each => recordLines(each, tell)),
    ),
    section(
      said('Figures'),
      byReport(figures, each => figureLine(each, tell)),
    ),
    section(said('Texts in workbooks'), byReport(texts, textLine)),
    section(said('Releases'), releases.map(releaseLines)),
    section(
      said('Artifacts'),
      artifacts.map(({ status, path }) => [`${tell(statuses[status])}  ${path}`]),
    ),
  ]
  const head = [a, b].map(side => sideTold(side, tell, name => name)).join(' -> ')
  return [head, ...sections.filter(Boolean), tell(countsOf(comparison))].join('\n\n')
}

function recordLines({ status, kind, id, file, line, fields }: RecordChange, tell: Tell): readonly string[] {
  const told = fields.map(({ at, before, after }) => `  ${at.slice(1)}: ${shownLeaf(before)} -> ${shownLeaf(after)}`)
  return [`${tell(statuses[status])}  ${kind} ${id}  ${file}:${line}`, ...told]
}

function byReport<T extends CellPlace>(changes: readonly T[], told: (change: T) => string): readonly string[][] {
  return [...Map.groupBy(changes, ({ report }) => report)].map(([report, own]) => [
    report,
    ...own.map(change => `  ${told(change)}`),
  ])
}

const placeOf = ({ sheet, cell, row, column }: CellPlace): string =>
  [`${sheet}!${cell}`, row, column].filter(Boolean).join(' | ')

function figureLine(change: FigureChange, tell: Tell): string {
  const { before, after, causes } = change
  const moved = `${shownFigure(before, change)} -> ${shownFigure(after, change)} ${changeTold(change, tell)}`
  const because = causes.length === 0 ? '' : ` <- ${causes.map(({ file, line }) => `${file}:${line}`).join(', ')}`
  return `${placeOf(change)}: ${moved}`.trimEnd() + because
}

const textLine = (change: TextChange): string =>
  `${placeOf(change)}: ${shownLeaf(change.before)} -> ${shownLeaf(change.after)}`

/** As `git diff --word-diff` marks it. */
const marks = { removed: ['[-', '-]'], added: ['{+', '+}'] } as const

const releaseLines = ({ release, words }: ReleaseChange): readonly string[] => [
  release,
  ...markedLines(words, marks).map(line => `  ${line}`),
]
