/** A workspace through the product, in memory, and every figure and diagnostic of it held against the reference. */

import { parse, stringify } from 'yaml'
import { load } from '../../src/load/load.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { AnnualWorkbook } from '../../src/model/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { inWords } from '../support/in-words.ts'
import { packs } from '../support/tongues.ts'
import { baseSources } from './case-records.ts'
import { shownIn } from './places.ts'
import type { Value } from './reference/areas.ts'
import type { Workspace } from './reference/records.ts'
import { type Reference, type ReportFigures, reference, type TableName } from './reference/reference.ts'

type Sources = readonly { readonly path: string; readonly text: string }[]

export interface Difference {
  /** `budget.balance`, `report report/overspent`. */
  readonly figure: string
  readonly where: string
  readonly expected: unknown
  readonly found: unknown
}

export interface Compared {
  /** What the loader has against it: nothing, where the records were drawn by its rules. Then nothing is compared. */
  readonly refused: readonly string[]
  readonly differences: readonly Difference[]
  /** Figures that are in no sheet. */
  readonly missing: readonly string[]
  /** How many figures were the same or not. */
  readonly figures: number
}

export function sourcesFor({ society, agreements, activities, meetings }: Workspace): Sources {
  const said = baseSources().map(source =>
    source.path === 'data/society.yaml' ? { ...source, text: inYaml({ ...parse(source.text), ...society }) } : source,
  )
  const files = (folder: string, records: object, yearOf?: (record: Activity) => string) =>
    Object.entries(records).map(([id, record]) => {
      const below = yearOf ? `${folder}/${yearOf(record as Activity)}` : folder
      return { path: `data/${below}/${id}.yaml`, text: inYaml(record as object) }
    })
  return [
    ...said,
    ...files('agreements', agreements),
    ...files('activities', activities, ({ start }) => start.slice(0, 4)),
    ...files('meetings', meetings, ({ date }) => date.slice(0, 4)),
  ]
}

type Activity = { readonly start: string; readonly date: string }

export const inYaml = (record: object): string =>
  Object.keys(record).length === 0 ? '' : stringify(record, { aliasDuplicateObjects: false })

/** A workspace as the product reads it, and what the reference says of it. */
interface Read {
  readonly loaded: ReturnType<typeof load>
  readonly expected: Reference
}

const read = (workspace: Workspace): Read => ({
  loaded: load(sourcesFor(workspace), new Map(), { packs }),
  expected: reference(workspace),
})

const reads = new Map<string, Read>()

/** Read once in the life of a process, as long as these are few: one that tries code in many ways asks for the same. */
export function readOnce(name: string, workspaceOf: () => Workspace): Read {
  const found = reads.get(name) ?? read(workspaceOf())
  if (reads.size < 50) reads.set(name, found)
  return found
}

export const compared = (workspace: Workspace): Compared => comparedWith(read(workspace))

export function comparedWith({ loaded: { value: dataset, diagnostics }, expected }: Read): Compared {
  const refused = inWords(diagnostics.filter(({ severity }) => severity === 'error')).map(
    ({ code, message, span }) => `${code} ${span?.file.path} ${message}`,
  )
  if (!dataset || refused.length > 0) return { refused, differences: [], missing: [], figures: 0 }
  const codeOf = (region: string) => dataset.place.get(region)?.data.pcode ?? region
  const made = annualReports(dataset, { languages: ['en'] })
  // Where a sum has no rate that is an error, and nothing is built.
  const isBuilt = !made.diagnostics.some(({ severity }) => severity === 'error')
  const found = new Map(made.value.map(work => [nameOf(work), work.model]))
  const names = new Set([...found.keys(), ...expected.reports.map(({ name }) => name)])
  const reports = [...names].map(name => {
    const [ours, theirs] = [expected.reports.find(report => report.name === name), found.get(name)]
    if (ours && theirs) return comparedReport(byCode(ours, codeOf), theirs)
    const said = { expected: ours ? 'a report' : 'none', found: theirs ? 'a report' : 'none' }
    return { differences: [{ figure: 'report', where: name, ...said }], missing: [], figures: 1 }
  })
  return {
    refused,
    differences: [
      ...(isBuilt ? reports.flatMap(({ differences }) => differences) : []),
      ...comparedDiagnostics(expected, [...diagnostics, ...made.diagnostics]),
    ],
    missing: [...new Set(reports.flatMap(({ missing }) => missing))],
    figures: reports.reduce((sum, { figures }) => sum + figures, 0),
  }
}

/** The reference calls a region by its record, a sheet by its P-code. */
function byCode(report: ReportFigures, codeOf: (region: string) => string): ReportFigures {
  const regions = Object.entries(report.tables.regions).map(([region, figures]) => [codeOf(region), figures] as const)
  return { ...report, tables: { ...report.tables, regions: Object.fromEntries(regions) } }
}

interface Named {
  readonly id: string
  readonly year: number
  readonly period?: string
}

const nameOf = ({ id, year, period }: Named): string => `${year}/${id}${period === undefined ? '' : `.${period}`}`

function comparedReport({ name, tables }: ReportFigures, model: AnnualWorkbook): Omit<Compared, 'refused'> {
  const differences: Difference[] = []
  const missing: string[] = []
  let figures = 0
  for (const table of Object.keys(tables) as TableName[]) {
    const seen = shownIn(model, table)
    missing.push(...seen.missing.map(figure => `${table}.${figure}`))
    for (const row of new Set([...Object.keys(tables[table]), ...seen.rows.keys()])) {
      const [ours, theirs] = [tables[table][row], seen.rows.get(row)]
      for (const figure of Object.keys(ours ?? theirs ?? {})) {
        if (seen.missing.includes(figure)) continue
        const expected = ours?.[figure] ?? null
        const found = theirs?.[figure] ?? null
        figures += 1
        if (ours && theirs ? isSame(figure, expected, found) : isNothing(expected) && isNothing(found)) continue
        differences.push({
          figure: `${table}.${figure}`,
          where: `${name} ${row}`,
          expected: ours ? expected : 'no row',
          found: theirs ? found : 'no row',
        })
      }
    }
  }
  return { differences, missing, figures }
}

const isNothing = (value: unknown): boolean => value === null || value === 0 || typeof value === 'string'

/** Shares and averages have more digits than a computer keeps; whole numbers and money are exact. */
function isSame(figure: string, expected: Value, found: unknown): boolean {
  if (expected === found) return true
  if (typeof expected !== 'number' || typeof found !== 'number') return false
  if (!/percent|share|implementation|actual|variance/.test(figure)) return false
  return Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected))
}

/** Those that the reference knows; of the others it says nothing. */
const known: ReadonlySet<string> = new Set(
  `outside-year after-cutoff period-straddles whole-over-years cancelled-spending budget-by-year target-by-year
   overspent underspent deviation unweighted code-changed`.split(/\s+/),
)

function comparedDiagnostics(expected: Reference, diagnostics: readonly Diagnostic[]): readonly Difference[] {
  const ours = new Set(
    expected.diagnostics.filter(({ code }) => known.has(shortOf(code))).map(each => `${each.code} ${each.record}`),
  )
  const theirs = new Set(
    diagnostics
      .filter(({ code }) => code.startsWith('report/') && known.has(shortOf(code)))
      .map(told => `${told.code} ${recordOf(told)}`),
  )
  return [...new Set([...ours, ...theirs])]
    .filter(each => ours.has(each) !== theirs.has(each))
    .map(each => {
      const [code = '', record = ''] = each.split(' ')
      const say = (is: boolean) => (is ? 'told' : 'not told')
      return { figure: code, where: record, expected: say(ours.has(each)), found: say(theirs.has(each)) }
    })
}

const shortOf = (code: string): string => code.slice('report/'.length)
const recordOf = ({ span }: Diagnostic): string => span?.file.path.split('/').at(-1)?.replace('.yaml', '') ?? ''
