/**
 * The whole annual report of an agreement, from its records to the bytes of the workbook: every sheet of it, six
 * registers as long as there are activities. Each size in a process of its own.
 */
import { medians } from './processes.ts'

const usual = [1_000, 10_000, 50_000]
/** Rows are made on the way, so that this is enough for any of them; held, those of the largest would take ten times as much. */
const heap = 768

export interface ReportFigures {
  /** Seconds a thousand activities at the most over those at the fewest: 1 where the time grows as the records do. */
  readonly reportGrowth: number
  /** By which power of the activities the time grows, from the fewest to the most. */
  readonly reportExponent: number
  readonly reports: readonly {
    readonly activities: number
    readonly seconds: number
    readonly activitiesPerSecond: number
    readonly peakMb: number
  }[]
}

/** @param sizes in activities, from the fewest to the most */
export function benchReport(sizes: readonly number[] = usual): ReportFigures {
  const runs = medians(
    './report-writer.ts',
    sizes.map(size => [String(size)]),
    { rounds: 1, heap },
  )
  const reports = sizes.flatMap((activities, index) =>
    runs.slice(index, index + 1).map(({ ms, peakMb }) => ({
      activities,
      seconds: Math.round(ms / 10) / 100,
      activitiesPerSecond: Math.round((activities / ms) * 1000),
      peakMb: Math.round(peakMb),
    })),
  )
  const [fewest = Number.NaN, most = Number.NaN] = [runs.at(0), runs.at(-1)].map(run => run?.ms)
  const times = (sizes.at(-1) ?? Number.NaN) / (sizes[0] ?? Number.NaN)
  return {
    reportGrowth: most / fewest / times,
    reportExponent: Math.log(most / fewest) / Math.log(times),
    reports,
  }
}
