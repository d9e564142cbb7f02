/**
 * By which power of the records the time grows, from each size to the next: 1 is that twice as many take twice as long. Of
 * the whole bench by the sizes that it measures anyway; `npm run bench -- --growth` measures a hundred records to a hundred
 * thousand, with as many releases at each size, so that only what is read grows.
 */
import type { IncrementalFigures } from './incremental.ts'
import type { ReportFigures } from './report.ts'
import type { Table } from './results.ts'

export interface Growth {
  readonly what: string
  readonly sizes: readonly number[]
  /** At each of the sizes. */
  readonly ms: readonly number[]
}

/** One fewer than there are sizes. */
export const exponentsOf = ({ sizes, ms }: Growth): readonly number[] =>
  sizes.slice(1).map((size, index) => {
    const [before = Number.NaN, took = Number.NaN, takes = Number.NaN] = [sizes[index], ms[index], ms[index + 1]]
    return Math.log(takes / took) / Math.log(size / before)
  })

export const largestExponentOf = (growths: readonly Growth[]): number => Math.max(...growths.flatMap(exponentsOf))

const processes: readonly (readonly [what: string, ms: (figures: IncrementalFigures) => number])[] = [
  ['`khabar build` of nothing', figures => figures.noopMs],
  ['one meeting changed', figures => figures.oneChangeMs],
  ['`khabar check`, warm', figures => figures.checkMs],
  ['`khabar check`, cold', figures => figures.checkColdMs],
]

/** @param incremental from the fewest records to the most */
export const growthsOf = (
  incremental: readonly IncrementalFigures[],
  { reports }: ReportFigures,
): readonly Growth[] => [
  ...processes.map(([what, msOf]) => ({
    what,
    sizes: incremental.map(({ records }) => records),
    ms: incremental.map(msOf),
  })),
  {
    what: 'an annual report, of activities',
    sizes: reports.map(({ activities }) => activities),
    ms: reports.map(({ seconds }) => seconds * 1000),
  },
]

/** A size a row and a step beside it; sizes of reports and of workspaces differ at the end: a register holds 50 000. */
export function growthTable(growths: readonly Growth[]): Table {
  const rows = growths.flatMap(growth => {
    const exponents = ['', ...exponentsOf(growth).map(power => power.toFixed(2))]
    return growth.sizes.map((records, at) => ({
      what: growth.what,
      records,
      ms: Math.round(growth.ms[at] ?? Number.NaN),
      'power since the size before': exponents[at] ?? '',
    }))
  })
  return { title: 'How the time grows with the records; none by more than the power of 1.1', rows }
}
