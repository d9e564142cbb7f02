/** What a report is over: a reporting year of its agreement, a half or a quarter of one, or its whole life. */

import type { Days } from '../model/day.ts'
import type { Agreement } from '../model/record/agreement.ts'
import type { ReportingYear } from '../model/reporting-year.ts'

type Kind = NonNullable<Agreement['reports']>[number]

export interface QuarterColumn {
  readonly number: 1 | 2 | 3 | 4
  /** As the sheets name it: `2022-Q3`, `2022-23-Q3` of a year that does not begin in January. */
  readonly code: string
}

export interface ReportPeriod extends Days {
  readonly kind: Kind
  /** Calendar year in which its reporting year begins: the folder of the report. */
  readonly year: number
  /** How its reporting year is called; of a final report, how the first and the last are. */
  readonly name: string
  /** In the name of its file, where it is not a whole calendar year. */
  readonly id?: string
  /** None in a final report, which is over several years. */
  readonly reportingYear?: ReportingYear
  readonly quarters: readonly QuarterColumn[]
}

export const quarterCode = (year: Pick<ReportingYear, 'name'>, number: number): string => `${year.name}-Q${number}`

/** The code of the quarter that a day lies in; `null` outside all years. */
export function quarterAt(years: readonly ReportingYear[], day: string): string | null {
  for (const year of years) {
    const quarter = year.quarters.find(({ first, last }) => first <= day && day <= last)
    if (quarter) return quarterCode(year, quarter.number)
  }
  return null
}

/** What has begun by the cut-off; of an agreement that had not begun by then, its first year. */
export function periodsOf(agreement: Agreement, years: readonly ReportingYear[]): readonly ReportPeriod[] {
  const kinds = agreement.reports ?? ['year']
  const [first, ...others] = years
  const begun = first ? [first, ...others.filter(year => year.first <= agreement.data_cutoff)] : []
  const within = begun.flatMap(year => [
    ...(kinds.includes('year') ? [yearOf(year)] : []),
    ...(kinds.includes('half-year') ? partsOf(year, 'half-year', agreement) : []),
    ...(kinds.includes('quarter') ? partsOf(year, 'quarter', agreement) : []),
  ])
  return [...within, ...(kinds.includes('final') ? finalOf(agreement, years) : [])]
}

export function yearOf(year: ReportingYear): ReportPeriod {
  const isCalendar = year.name === String(year.year)
  const quarters = year.quarters.map(({ number }) => ({ number, code: quarterCode(year, number) }))
  return {
    ...common(year),
    kind: 'year',
    first: year.first,
    last: year.last,
    quarters,
    ...(!isCalendar && { id: year.name }),
  }
}

const common = (year: ReportingYear) => ({ year: year.year, name: year.name, reportingYear: year })

const halves = [
  { number: 1, quarters: [1, 2] },
  { number: 2, quarters: [3, 4] },
]

function partsOf(
  year: ReportingYear,
  kind: 'half-year' | 'quarter',
  { data_cutoff }: Agreement,
): readonly ReportPeriod[] {
  const parts =
    kind === 'quarter' ? year.quarters.map(quarter => ({ number: quarter.number, quarters: [quarter.number] })) : halves
  return parts.flatMap(({ number, quarters: numbers }) => {
    const part = partOf(year, kind, number, numbers)
    return part && part.first <= data_cutoff ? [part] : []
  })
}

function partOf(
  year: ReportingYear,
  kind: 'half-year' | 'quarter',
  number: number,
  numbers: readonly number[],
): ReportPeriod | undefined {
  const quarters = year.quarters.filter(quarter => numbers.includes(quarter.number))
  const [first, last] = [quarters[0]?.first, quarters.at(-1)?.last]
  if (first === undefined || last === undefined) return undefined
  const short = `${kind === 'quarter' ? 'q' : 'h'}${number}`
  const id = year.name === String(year.year) ? short : `${year.name}-${short}`
  const columns = quarters.map(quarter => ({ number: quarter.number, code: quarterCode(year, quarter.number) }))
  return { ...common(year), kind, id, first, last, quarters: columns }
}

/** The same part of another reporting year, for comparison; none of a final report. */
export function sameIn(year: ReportingYear, of: ReportPeriod): ReportPeriod | undefined {
  if (of.kind === 'year') return yearOf(year)
  if (of.kind === 'final') return undefined
  const numbers = of.quarters.map(({ number }) => number)
  const number = of.kind === 'quarter' ? (numbers[0] ?? 0) : numbers.some(each => each > 2) ? 2 : 1
  return partOf(year, of.kind, number, of.kind === 'quarter' ? numbers : (halves[number - 1]?.quarters ?? []))
}

/** What of its own reporting year came before it. */
export function earlierPartOf({ reportingYear: year, first, ...of }: ReportPeriod): ReportPeriod | undefined {
  const quarters = year?.quarters.filter(quarter => quarter.last < first) ?? []
  const last = quarters.at(-1)?.last
  if (!year || of.kind === 'year' || last === undefined) return undefined
  const columns = quarters.map(quarter => ({ number: quarter.number, code: quarterCode(year, quarter.number) }))
  return { ...of, reportingYear: year, first: year.first, last, quarters: columns }
}

function finalOf({ start, end }: Agreement, years: readonly ReportingYear[]): readonly ReportPeriod[] {
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last) return []
  const name = first === last ? first.name : `${first.name}–${last.name}`
  const quarters = first === last ? yearOf(first).quarters : []
  const only = first === last ? { reportingYear: first } : {}
  return [{ kind: 'final', year: first.year, name, id: 'final', first: start, last: end, quarters, ...only }]
}

export const isWithin = (day: string, { first, last }: Days): boolean => first <= day && day <= last
