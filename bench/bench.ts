/**
 * `npm run bench`: how fast, as ratios of one run on this machine; lands in bench/RESULTS.md. With `--json` it prints one
 * object instead: ratios are ours over the reference, below 1 is better than it.
 */
import { aimed, aimsTable } from './aims.ts'
import { benchFinish } from './finish.ts'
import { benchIncremental, type IncrementalFigures } from './incremental.ts'
import { benchPress, type PressFigures } from './press.ts'
import { benchRegister } from './register.ts'
import { benchReport } from './report.ts'
import { inMarkdown, land, type Table } from './results.ts'
import { benchWatch } from './watch.ts'

const press = await benchPress()
const finish = await benchFinish()
const register = await benchRegister()
const report = benchReport()
const thousand = await benchIncremental({ activities: 930, meetings: 70 })
const tenThousand = await benchIncremental({ activities: 9_700, meetings: 300 })

const watch = await benchWatch()
const measured = { press, register, report, thousand, tenThousand, watch }

if (process.argv.includes('--json')) {
  const incremental = { ...tenThousand, ofThousandRecords: thousand }
  const all = { ...press, ...finish, ...register, ...report, ...incremental, ...watch, ...aimed(measured) }
  console.log(JSON.stringify(all, null, 2))
} else {
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
  for (const table of tables) console.log(`${inMarkdown(table)}\n`)
  land('Bench', tables)
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
