/**
 * A comparison as a comment on a pull request: what matters first, and never longer than such a comment may be. What does
 * not fit is counted.
 */
import { type Said, said, type Tell } from '../../model/said.ts'
import { shownFigure } from '../../model/shown-figure.ts'
import type { Comparison, FigureChange, ReleaseChange, TextChange } from '../comparison.ts'
import type { RecordChange } from '../records.ts'
import { countsOf, sideTold, statuses } from './counts.ts'
import { markedLines } from './marked.ts'
import { changeTold, shownLeaf } from './numbers.ts'

/** In UTF-16 units. GitHub takes 65 536, others less than a million. */
const mostLength = 60_000
/** In a cell of a table, and in a line. */
const mostInCell = 120
const mostInLine = 600

interface Section {
  readonly title: Said
  /** Of its columns, where it is a table. */
  readonly head: readonly Said[]
  /** Columns of numbers. */
  readonly right?: readonly number[]
  readonly lines: readonly string[]
  /** At most so many of its lines. */
  readonly most: number
}

export function comparisonToMarkdown(comparison: Comparison, tell: Tell): string {
  const { a, b } = comparison
  const title = said('What changes from {a} to {b}', { a: sideTold(a, tell, code), b: sideTold(b, tell, code) })
  const head = `### ${tell(title)}\n\n${tell(countsOf(comparison))}\n`
  let rest = mostLength - head.length
  const parts = sectionsOf(comparison, tell).map(section => {
    const part = printed(section, rest, tell)
    rest -= part.length
    return part
  })
  return [head, ...parts].join('')
}

function sectionsOf({ figures, records, releases, texts, artifacts }: Comparison, tell: Tell): readonly Section[] {
  return [
    {
      title: said('Figures'),
      head: figureHead,
      right: [4, 5, 6],
      lines: figures.map(each => figureRow(each, tell)),
      most: 100,
    },
    { title: said('Records'), head: [], lines: records.map(each => recordLine(each, tell)), most: 60 },
    { title: said('Releases'), head: [], lines: releases.flatMap(releaseLines), most: 100 },
    { title: said('Texts in workbooks'), head: textHead, lines: texts.map(textRow), most: 60 },
    {
      title: said('Artifacts'),
      head: [],
      lines: artifacts.map(({ path, status }) => `- ${tell(statuses[status])} ${code(path)}`),
      most: 60,
    },
  ]
}

function headOf({ head, right = [] }: Section, tell: Tell): string {
  if (head.length === 0) return ''
  const rule = head.map((_, at) => (right.includes(at) ? '--:' : '---'))
  return `${tableRow(head.map(tell))}\n|${rule.join('|')}|\n`
}

function printed(section: Section, room: number, tell: Tell): string {
  const { title, lines, most } = section
  if (lines.length === 0) return ''
  const opening = `\n#### ${tell(title)} (${lines.length})\n\n${headOf(section, tell)}`
  // Room for the line that counts the rest.
  let left = room - opening.length - 60
  const shown: string[] = []
  for (const line of lines.slice(0, most)) {
    left -= line.length + 1
    if (left < 0) break
    shown.push(`${line}\n`)
  }
  if (shown.length === 0 && room < 200) return ''
  const rest = lines.length - shown.length
  return `${opening}${shown.join('')}${rest > 0 ? `\n${tell(andMore(rest))}\n` : ''}`
}

const andMore = (count: number): Said => said('… and {count} more', { count })

const figureHead = [
  said('Report'),
  said('Cell'),
  said('Row'),
  said('Column'),
  said('Before'),
  said('After'),
  said('Change'),
  said('Because of'),
]

function figureRow(change: FigureChange, tell: Tell): string {
  const { report, sheet, cell, row, column, before, after, causes } = change
  const [first, ...others] = causes.map(({ file, line }) => code(`${file}:${line}`))
  const because = [first ?? '', ...(others.length > 0 ? [tell(andMore(others.length))] : [])].join(' ')
  return tableRow([
    code(report),
    code(`${sheet}!${cell}`),
    escaped(row),
    escaped(column),
    shownFigure(before, change),
    shownFigure(after, change),
    changeTold(change, tell),
    because,
  ])
}

const textHead = [said('Report'), said('Cell'), said('Before'), said('After')]

const textRow = ({ report, sheet, cell, before, after }: TextChange): string =>
  tableRow([code(report), code(`${sheet}!${cell}`), escaped(before), escaped(after)])

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function recordLine({ status, kind, id, file, line, fields }: RecordChange, tell: Tell): string {
  const told = fields.slice(0, 5).map(({ at, before, after }) => {
    return `${code(at.slice(1))}: ${escaped(shownLeaf(before))} → ${escaped(shownLeaf(after))}`
  })
  const rest = fields.length > told.length ? [tell(andMore(fields.length - told.length))] : []
  const what = told.length > 0 ? `: ${[...told, ...rest].join('; ')}` : ''
  return `- ${tell(statuses[status])} ${kind} ${code(id)} ${code(`${file}:${line}`)}${what}`
}

const marks = { removed: ['~~', '~~'], added: ['**', '**'] } as const

function releaseLines({ release, words }: ReleaseChange): readonly string[] {
  const lines = markedLines(words, marks, plain)
  return lines.map(line => `- ${code(release)}: ${line.length > mostInLine ? `${line.slice(0, mostInLine)} …` : line}`)
}

/** In a frame of as many backquotes as nothing within has. */
function code(text: string): string {
  const oneLine = short(text).replaceAll('|', '\\|')
  return oneLine.includes('`') ? escaped(text) : `\`${oneLine}\``
}

/** No markup, no mention of anybody, no reference to another issue. */
const escaped = (text: string): string => plain(short(text))

const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~#]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')

function short(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim()
  return oneLine.length > mostInCell ? `${oneLine.slice(0, mostInCell)}…` : oneLine
}
