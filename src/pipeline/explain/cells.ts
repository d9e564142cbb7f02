/** The figures of a workbook explained: what made each, of which records, and what is not in it. */
import { labelsOf } from '../../compare/rows.ts'
import {
  type CellExplanation,
  type ExplainedFigure,
  explainedFigure,
  type Given,
  type GivenUp,
} from '../../explain/explanation.ts'
import { lazily } from '../../model/lazily.ts'
import type { TracedCell, TracedRow, TracedSheet } from '../../model/traced.ts'
import type { WorkOf } from '../../model/work.ts'
import type { WorkbookModel } from '../../model/workbook.ts'
import { writtenAt } from '../../model/written-at.ts'
import { traceWorkbook } from '../../render/workbook/trace.ts'
import type { LeftOutFact } from '../../report/left-out-facts.ts'
import type { PlannedReport } from '../../report/planned.ts'
import type { State } from '../compare/state.ts'
import { entriesOf } from './known.ts'

export interface OpenedBook {
  readonly work: WorkOf<WorkbookModel>
  readonly sheets: readonly TracedSheet[]
  readonly placeOf: (at: At) => CellPlace
  readonly explained: (at: At) => CellExplanation
}

export interface At {
  readonly sheet: TracedSheet
  readonly row: TracedRow
  readonly cell: TracedCell
}

type CellPlace = Pick<CellExplanation, 'sheet' | 'cell' | 'row' | 'column'>

/** The workbook as it would be built now. */
export function openBook(planned: PlannedReport, file: string, { dataset, templates }: State): OpenedBook {
  const { work } = planned.make().value
  const sheets = traceWorkbook(work.model, templates)
  const entryOf = entriesOf(dataset)
  const facts = lazily(planned.leftOut)
  const labels = new Map(sheets.flatMap(sheet => [...labelsOf(sheet.rows)]))
  const placeOf = ({ sheet, row, cell }: At): CellPlace => ({
    sheet: sheet.name,
    cell: cell.address,
    row: labels.get(row) ?? '',
    column: cell.header ?? cell.column ?? '',
  })
  return {
    work,
    sheets,
    placeOf,
    explained: at => {
      const { row, cell } = at
      const figure = cell.figure && withShares(explainedFigure(cell.figure, entryOf), planned, entryOf)
      return {
        file,
        ...placeOf(at),
        ...(figure && { figure }),
        ...(cell.text !== undefined && { text: cell.text }),
        ...(cell.key !== undefined && { key: cell.key }),
        leftOut: figure ? leftOutOf(figure, row, facts()).flatMap(fact => givenUp(fact, entryOf)) : [],
      }
    },
  }
}

/** Of a report over several agreements: an activity that several pay for is in it once. */
function withShares(
  figure: ExplainedFigure,
  { agreements }: PlannedReport,
  entryOf: ReturnType<typeof entriesOf>,
): ExplainedFigure {
  if (agreements.length < 2) return figure
  const records = figure.records.map((given): Given => {
    const entry = given.kind === 'activity' ? entryOf({ record: given.id }) : undefined
    const paid = entry?.kind === 'activity' && 'funding' in entry.data ? (entry.data.funding ?? []) : []
    const under = new Set(paid.flatMap(({ agreement }) => (agreements.includes(agreement) ? [agreement] : [])))
    return under.size > 1 && !given.at?.startsWith('/funding') ? { ...given, countedOnceUnder: under.size } : given
  })
  return { ...figure, records }
}

const branches = { people: /^\/(reached|target)/, money: /^\/funding/, result: /^\/results/ } as const

/** What is of the same sort as what is in it, and of the same row; of a total, all of the sort. */
function leftOutOf(figure: ExplainedFigure, row: TracedRow, facts: readonly LeftOutFact[]): readonly LeftOutFact[] {
  const said = pointersIn(figure)
  const there = new Set(figure.records.flatMap(({ id, at = '' }) => [id, `${id}${at}`]))
  const codes = row.cells.flatMap(({ style, text }) => (style === 'code' && text ? [text] : []))
  return facts.filter(({ record, at: pointer, what, why, codes: own }) => {
    // Its own row in a register shows it all the same.
    if (there.has(`${record}${pointer}`)) return false
    if (row.part !== 'total' && !own.some(code => codes.includes(code))) return false
    // A count is of whole activities: one that reports nothing is counted, and one that is counted is not left out.
    if (said.length === 0) return why !== 'not-reported' && !there.has(record)
    return said.some(at => branches[what].test(at))
  })
}

const pointersIn = ({ records, of = [] }: ExplainedFigure): readonly string[] => [
  ...records.flatMap(({ at }) => at ?? []),
  ...of.flatMap(pointersIn),
]

function givenUp({ record, at, why, value }: LeftOutFact, entryOf: ReturnType<typeof entriesOf>): readonly GivenUp[] {
  const entry = entryOf({ record })
  return entry ? [{ id: record, ...writtenAt(entry, at), at, why, value }] : []
}
