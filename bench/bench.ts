/**
 * `npm run bench`: how fast, as ratios of one run on this machine; lands in bench/RESULTS.md and, for the plot there, in
 * bench/history/. With `--json` it prints one object instead: ratios are ours over the reference, below 1 is better than it.
 * `--growth` measures how the time grows from a hundred records to a hundred thousand, and nothing else.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aimed, aims, aimsTable } from './aims.ts'
import { benchFinish } from './finish.ts'
import { type Growth, growthsOf, growthTable } from './growth.ts'
import { commitNow, historyFolder, keepRun, readRuns } from './history.ts'
import { benchIncremental, type IncrementalFigures } from './incremental.ts'
import { aimsOverTime, drawn } from './plot.ts'
import { benchPress, type PressFigures } from './press.ts'
import { benchRegister } from './register.ts'
import { benchReport } from './report.ts'
import { day, inMarkdown, land, machine, type Picture, type Table } from './results.ts'
import { benchWatch } from './watch.ts'

if (process.argv.includes('--growth')) {
  const tables = [growthTable(await benchGrowth())]
  print(tables)
  land('Growth', tables)
} else await benchAll()

/** As many releases at each size, so that only what is read grows. A register holds 50 000 activities. */
async function benchGrowth(): Promise<readonly Growth[]> {
  const meetings = 30
  const measured: IncrementalFigures[] = []
  for (const records of [100, 1_000, 10_000, 100_000])
    measured.push(await benchIncremental({ activities: records - meetings, meetings, rounds: 3 }))
  return growthsOf(measured, benchReport([100, 1_000, 10_000, 50_000]))
}

async function benchAll(): Promise<void> {
  const press = await benchPress()
  const finish = await benchFinish()
  const register = await benchRegister()
  const report = benchReport()
  const thousand = await benchIncremental({ activities: 930, meetings: 70 })
  const tenThousand = await benchIncremental({ activities: 9_700, meetings: 300 })
  const watch = await benchWatch()
  const measured = { press, register, report, thousand, tenThousand, watch }
  const incremental = { ...tenThousand, ofThousandRecords: thousand }
  const all = { ...press, ...finish, ...register, ...report, ...incremental, ...watch, ...aimed(measured) }
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(all, null, 2))
    return
  }
  const tables = [
    aimsTable(measured),
    pressTable(press, finish.finisherCpuMs),
    incrementalTable([thousand, tenThousand]),
    { title: 'A register of activities: ours beside ExcelJS', rows: register.rows.map(row => ({ ...row })) },
    {
      title: 'A whole annual report, from its records to the bytes of the workbook, in a heap of 768 MB',
      rows: report.reports.map(row => ({ ...row })),
    },
  ]
  print(tables)
  keepRun({ date: day(), commit: commitNow(), machine: machine(), figures: all })
  land('Bench', tables, await drawHistory())
}

function print(tables: readonly Table[]): void {
  for (const table of tables) console.log(`${inMarkdown(table)}\n`)
}

async function drawHistory(): Promise<Picture> {
  writeFileSync(join(historyFolder, 'aims.svg'), await drawn(aimsOverTime(readRuns(), aims)))
  return { path: 'history/aims.svg', alt: 'Each aim over time: what was measured to what is aimed at, a run a point.' }
}

function pressTable(figures: PressFigures, finisherCpuMs: number): Table {
  const { documents, tabs, floorMs } = figures
  const row = (way: string, ms: number, toFloor = ms / floorMs) => ({
    way,
    'ms a release': ms,
    'to the floor': toFloor,
  })
  return {
    title: `${documents} releases of one page, each with its own text and photo; embedded browser, ${tabs} tabs`,
    rows: [
      row('only the print call of the laid-out page (floor)', floorMs),
      row('finished release', figures.finishedMs, figures.releaseVsFloor),
      row('a new tab for each, not finished', figures.newTabMs),
      row('a new browser for each, not finished', figures.newBrowserMs),
      row('a script of ten lines, its browser and one page, cold', figures.bareScriptMs),
      row('`khabar build` of one release, cold', figures.coldReleaseMs),
      row('of the finished release: CPU of the finisher', finisherCpuMs),
    ],
  }
}

function incrementalTable(sizes: readonly IncrementalFigures[]): Table {
  const row = (what: string, of: (size: IncrementalFigures) => number) => ({
    what,
    ...Object.fromEntries(sizes.map(size => [`${size.records} records, ${size.artifacts} artifacts`, of(size)])),
  })
  return {
    title: 'Whole processes over a workspace of records, ms; releases only (`--only press`)',
    rows: [
      row('a bare process that reads and hashes every input', size => size.readAndHashMs),
      row('`git status`', size => size.gitStatusMs),
      row('`khabar build` of nothing', size => size.noopMs),
      row('… to the bare process', size => size.noopVsReadAndHash),
      row('… the same in CPU time', size => size.noopVsReadAndHashCpu),
      row('one meeting changed, its four releases made', size => size.oneChangeMs),
      row('… beyond a build of nothing', size => size.oneChangeBeyondNoopMs),
      row('a bare parse and validation of every record', size => size.bareParseMs),
      row('`khabar check`, warm', size => size.checkMs),
      row('… to the bare parse', size => size.checkVsBareParse),
      row('`khabar check`, cold', size => size.checkColdMs),
      row('… to the bare parse', size => size.checkColdVsBareParse),
      row('peak memory of a build of nothing, MiB', size => size.noopMiB),
      row('peak memory of one change, MiB', size => size.oneChangeMiB),
      row('peak memory of a cold check, MiB', size => size.checkColdMiB),
    ],
  }
}
