/** What we want to hold, beside what was measured: one line each, by the name under which `--json` gives it. */
import { growthsOf, largestExponentOf } from './growth.ts'
import type { IncrementalFigures } from './incremental.ts'
import type { PressFigures } from './press.ts'
import type { RegisterFigures } from './register.ts'
import type { ReportFigures } from './report.ts'
import type { Table } from './results.ts'
import type { WatchFigures } from './watch.ts'

export interface Measured {
  readonly press: PressFigures
  readonly register: RegisterFigures
  readonly report: ReportFigures
  readonly thousand: IncrementalFigures
  readonly tenThousand: IncrementalFigures
  readonly watch: WatchFigures
}

export interface Aim {
  readonly name: string
  readonly what: string
  readonly atMost?: number
  readonly atLeast?: number
  readonly of: (measured: Measured) => number
}

export const aims: readonly Aim[] = [
  {
    name: 'versionVsBareNode',
    what: '`khabar --version` to a Node that does nothing',
    atMost: 1.5,
    of: m => m.press.versionVsBareNode,
  },
  {
    name: 'coldReleaseVsBareScript',
    what: 'one release, cold, to a script of ten lines',
    atMost: 1.5,
    of: m => m.press.coldReleaseVsBareScript,
  },
  {
    name: 'oneChangeBeyondNoopS',
    what: 'one meeting of 10 000 records, its four releases, beyond a build of nothing, s',
    atMost: 1,
    of: m => m.tenThousand.oneChangeBeyondNoopMs / 1000,
  },
  {
    name: 'noop1kVsReadAndHash',
    what: 'a build of nothing over 1 000 records to reading and hashing them',
    atMost: 1.3,
    of: m => m.thousand.noopVsReadAndHash,
  },
  { name: 'noopVsReadAndHash', what: '… over 10 000', atMost: 1.3, of: m => m.tenThousand.noopVsReadAndHash },
  {
    name: 'saveToPageMs',
    what: 'from a save to the page of a release in the preview, ms',
    atMost: 150,
    of: m => m.watch.saveToPageMs,
  },
  { name: 'saveToPdfMs', what: '… to its PDF, ms', atMost: 500, of: m => m.watch.saveToPdfMs },
  {
    name: 'releaseVsFloor',
    what: 'a finished release to the print call alone',
    atMost: 2.3,
    of: m => m.press.releaseVsFloor,
  },
  { name: 'releaseVsNewTab', what: '… to a new tab for each', atMost: 1 / 9, of: m => m.press.releaseVsNewTab },
  {
    name: 'checkVsBareParse',
    what: 'a warm check of 10 000 records to a bare parse',
    atMost: 1,
    of: m => m.tenThousand.checkVsBareParse,
  },
  {
    name: 'coldCheckVsBareParse',
    what: 'a cold check of 10 000 records to a bare parse',
    atMost: 1,
    of: m => m.tenThousand.checkColdVsBareParse,
  },
  { name: 'coldCheckPeakMb', what: '… its memory at most, MB', atMost: 400, of: m => m.tenThousand.checkColdMiB },
  {
    name: 'report50kPerSecond',
    what: 'a report of 50 000 activities, activities a second',
    atLeast: 5000,
    of: m => m.report.reports.at(-1)?.activitiesPerSecond ?? Number.NaN,
  },
  {
    name: 'report50kPeakMb',
    what: '… its memory at most, MB',
    atMost: 400,
    of: m => m.report.reports.at(-1)?.peakMb ?? Number.NaN,
  },
  {
    name: 'registerVsExcelJsStreaming',
    what: 'a register of 50 000 rows to ExcelJS streaming',
    atMost: 1 / 1.5,
    of: m => m.register.registerVsExcelJsStreaming,
  },
  {
    name: 'register1kVsExcelJsStreaming',
    what: '… of 1 000 rows',
    atMost: 1,
    of: m => m.register.register1kVsExcelJsStreaming,
  },
  {
    name: 'largestExponent',
    what: 'the largest power of the records by which anything here grows',
    atMost: 1.1,
    of: m => largestExponentOf(growthsOf([m.thousand, m.tenThousand], m.report)),
  },
]

/** By name. */
export const aimed = (measured: Measured): { readonly [name: string]: number } =>
  Object.fromEntries(aims.map(({ name, of }) => [name, of(measured)]))

export function aimsTable(measured: Measured): Table {
  const rows = aims.map(({ what, atMost, atLeast, of }) => {
    const value = of(measured)
    const isHeld = value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? 0)
    const aim = atMost === undefined ? `≥ ${atLeast}` : `≤ ${Math.round(atMost * 100) / 100}`
    return { what, aim, measured: value, held: isHeld ? 'yes' : 'no' }
  })
  return { title: 'What we want to hold', rows }
}
