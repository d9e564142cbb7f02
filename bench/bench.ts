/** `npm run bench`: how fast, as ratios of one run on this machine; `--json` prints one object. */
import { benchFinish } from './finish.ts'
import { benchPress } from './press.ts'
import { benchRegister } from './register.ts'

const press = await benchPress()
const finish = await benchFinish()
const register = await benchRegister()

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ ...press, ...finish, ...register }, null, 2))
} else {
  console.log('A release of the repository’s workspace, embedded browser, two tabs, ms a document')
  console.table({
    finished: { ms: round(press.finishedMs), 'to the floor': round(press.releaseVsFloor) },
    'print call only (floor)': { ms: round(press.floorMs), 'to the floor': 1 },
    'a new tab for each': { ms: round(press.newTabMs), 'to the floor': round(press.newTabMs / press.floorMs) },
  })
  console.log(`The finisher: ${round(finish.finisherCpuMs)} ms CPU for a release of one page, its photo not counted`)
  console.log('A register of activities, to ExcelJS')
  console.table(register.rows)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
