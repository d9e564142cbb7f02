/** `npm run bench`: how fast, as ratios of one run on this machine; `--json` prints one object. */
import { benchFinish } from './finish.ts'
import { benchPress } from './press.ts'
import { benchRegister } from './register.ts'
import { benchReport } from './report.ts'

const press = await benchPress()
const finish = await benchFinish()
const register = await benchRegister()
const report = benchReport()

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ ...press, ...finish, ...register, ...report }, null, 2))
} else {
  console.log(
    `${press.documents} releases, each with its text and photo; embedded browser, ${press.tabs} tabs, ms a document`,
  )
  const versus = (ms: number) => ({ ms: round(ms), 'to the floor': round(ms / press.floorMs) })
  console.table({
    'print call only (floor)': versus(press.floorMs),
    finished: { ms: round(press.finishedMs), 'to the floor': round(press.releaseVsFloor) },
    'a new tab for each': versus(press.newTabMs),
    'a new browser for each': versus(press.newBrowserMs),
    'khabar build of one, cold': versus(press.coldReleaseMs),
  })
  console.log(`The finisher: ${round(finish.finisherCpuMs)} ms CPU for a release of one page, its photo not counted`)
  console.log('A register of activities, to ExcelJS')
  console.table(register.rows)
  console.log('A whole annual report, from its records to the bytes of the workbook, in a heap of 512 MB')
  console.table(report.reports)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
