/** A worker as a process of its own, whose renderer is a stub: it can be killed, and says what it did. */
import { EnvironmentFault } from '../../src/model/fault.ts'
import { inEnglish, type Said } from '../../src/model/said.ts'
import { addressOf } from '../../src/queue/address.ts'
import { startWorker } from '../../src/queue/worker.ts'
import { stubRenderer } from './stub-renderer.ts'

const [url = '', lockMs = '', behaviour = '{}', jobs = '2'] = process.argv.slice(2)
const tell = (told: Said): void => void process.stderr.write(`${inEnglish(told)}\n`)
const does = JSON.parse(behaviour)
const worker = await startWorker({
  address: addressOf(url),
  renderer: stubRenderer(does),
  tools: { khabar: does.version ?? '1' },
  jobs: Number(jobs),
  lockMs: Number(lockMs),
  telling: { say: tell, complain: tell },
})
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
const fault = await worker.ended
await worker.stop()
if (fault instanceof EnvironmentFault) process.exit(2)
