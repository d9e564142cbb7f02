/** An explanation for a person at a terminal: what, by which rule, of which records, and what is not in it. */
import type { Converted, FigureRule } from '../model/figure.ts'
import { type Said, said, type Tell } from '../model/said.ts'
import { shownFigure } from '../model/shown-figure.ts'
import type {
  CellExplanation,
  ExplainedFigure,
  Given,
  GivenUp,
  RecordExplanation,
  ReleaseExplanation,
} from './explanation.ts'

const rules: { readonly [rule in FigureRule]: Said } = {
  'as-reported': said('As reported.'),
  count: said('A count.'),
  sum: said('A sum.'),
  max: said('The highest.'),
  average: said('The average.'),
  latest: said('The latest.'),
  converted: said('Converted at the rate shown, rounded once.'),
  ratio: said('The first below, divided by the second.'),
  percentage: said('A hundred times the first below, divided by the second.'),
  change: said('The second below, divided by the first, less one.'),
  remainder: said('The first below, less the others.'),
  rate: said('A rate as published; of several, their average; 1 where nothing is converted.'),
}

const reasons: { readonly [why: string]: Said } = {
  cancelled: said('it was cancelled'),
  'not-begun': said('it had not begun by the cut-off'),
  'after-cutoff': said('it is of after the cut-off'),
  outside: said('it is outside the days of the agreement'),
  'not-reported': said('nothing is reported'),
  'another-month': said('another month of the quarter counts for its place'),
}

export function cellToHuman(
  { file, sheet, cell, row, column, figure, text, key, leftOut }: CellExplanation,
  tell: Tell,
): string {
  const head = [`${file}#${sheet}!${cell}`, `  ${[row, column].filter(Boolean).join(' | ')}`]
  if (!figure) {
    const phrase = key === undefined ? [] : [`  ${tell(said('a phrase of templates/wording/: {key}', { key }))}`]
    return [...head, `  “${text ?? ''}”`, ...phrase].join('\n')
  }
  const missing = leftOut.map(each => `    ${givenUpLine(each, tell)}`)
  const others = missing.length === 0 ? [] : [`  ${tell(said('Not in it:'))}`, ...missing]
  return [...head, ...figureLines(figure, 1, tell), ...others].join('\n')
}

/** The first is not the second. */
const ordered: ReadonlySet<FigureRule> = new Set(['ratio', 'percentage', 'change', 'remainder'])

/** What other figures it was made of stands beneath it, as deep as that goes. */
function figureLines(figure: ExplainedFigure, depth: number, tell: Tell): readonly string[] {
  const { value, rule, records } = figure
  // Where they have no order, parts of which nothing is reported say nothing.
  const isOrdered = ordered.has(rule)
  const of = (figure.of ?? []).filter(part => isOrdered || part.value || part.records.length > 0)
  const indent = '  '.repeat(depth)
  // What is as reported, and what many parts come to, is told by the records alone.
  const isTree = of.some(({ rule: each }) => each !== 'as-reported' && each !== 'converted')
  const below = isTree
    ? of.flatMap(each => figureLines(each, depth + 1, tell))
    : records.map(each => `${indent}  ${givenLine(each, tell)}`)
  return [
    `${indent}${value === null ? tell(said('not reported')) : shownFigure(value)}: ${tell(rules[rule])}`,
    ...below,
  ]
}

function givenLine({ kind, id, file, line, value, converted, countedOnceUnder }: Given, tell: Tell): string {
  const sum = converted && converted.currency !== converted.to && conversionTold(converted)
  const once =
    countedOnceUnder === undefined
      ? undefined
      : tell(said('counted once; agreements that it is under: {count}', { count: countedOnceUnder }))
  const place = file === undefined ? undefined : `${file}:${line}`
  return [shownFigure(value), sum && `(${sum})`, kind, id, place, once].filter(Boolean).join('  ')
}

const conversionTold = ({ amount, currency, isInverse, rate }: Converted): string =>
  `${shownFigure(amount)} ${currency} ${isInverse ? '/' : '×'} ${rate}`

function givenUpLine({ id, file, line, why, value }: GivenUp, tell: Tell): string {
  const reason = reasons[why]
  return [shownFigure(value), id, `${file}:${line}`, reason ? tell(reason) : why].join('  ')
}

export function releaseToHuman({ file, record, paragraphs }: ReleaseExplanation, tell: Tell): string {
  const told = paragraphs.flatMap(({ text, fields, wording }) => [
    `  ${text}`,
    ...fields.map(({ kind, id, at, file: path, line }) => `    ${kind} ${id}  ${at.slice(1)}  ${path}:${line}`),
    ...wording.map(key => `    ${tell(said('a phrase of templates/wording/: {key}', { key }))}`),
  ])
  return [`${file}  ${record.file}:${record.line}`, ...told].join('\n')
}

export function recordToHuman({ kind, id, file, line, reports, releases }: RecordExplanation, tell: Tell): string {
  const cells = reports.flatMap(report => [
    `  ${report.file}`,
    ...report.cells.map(
      ({ sheet, cell, row, column, value, isPercent }) =>
        `    ${sheet}!${cell}  ${[row, column].filter(Boolean).join(' | ')}: ${typeof value === 'string' ? value : shownFigure(value, { isPercent })}`,
    ),
  ])
  const texts = releases.flatMap(release => [`  ${release.file}`, ...release.paragraphs.map(text => `    ${text}`)])
  const nowhere = cells.length + texts.length === 0 ? [`  ${tell(said('It is in no artifact.'))}`] : []
  return [`${kind} ${id}  ${file}:${line}`, ...cells, ...texts, ...nowhere].join('\n')
}
