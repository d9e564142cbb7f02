/** A slice of the fuzz: spoilt YAML loads or is diagnosed. All of it is `npm run endurance`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { fuzz } from '../../bench/endurance/fuzz.ts'
import { mutated } from '../../bench/endurance/mutate.ts'

const root = join(import.meta.dirname, '../..')

test('60 spoilt files: each loads or is diagnosed, none hangs, none throws', async () => {
  const { loaded, diagnosed, broken } = await fuzz({ root, seed: 20_260_101, files: 60, workers: 2 })
  expect(broken).toEqual([])
  expect(loaded + diagnosed).toBe(60)
  // Were all of them broken beyond reading, nothing would have been tried but the parser.
  expect(loaded).toBeGreaterThan(0)
})

test('the same seed spoils in the same way', () => {
  expect(mutated('name: x\nid: y\n', 7)).toEqual(mutated('name: x\nid: y\n', 7))
})

test('the watch bites: a thread that never ends, and one that throws, are told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-fuzz-'))
  const worker = join(folder, 'worker.mjs')
  writeFileSync(
    worker,
    `import { parentPort } from 'node:worker_threads'
     parentPort.postMessage('ready')
     parentPort.on('message', seed => {
       if (seed % 2 === 0) for (;;);
       parentPort.postMessage({ seed, path: 'x.yaml', by: [], outcome: 'broke', why: 'thrown', ms: 0 })
     })`,
  )
  const { broken } = await fuzz({ root, seed: 2, files: 2, workers: 1, limitMs: 300, worker: pathToFileURL(worker) })
  rmSync(folder, { recursive: true })
  expect(broken.join('\n')).toMatch(/still at work after 300 ms/)
  expect(broken.join('\n')).toMatch(/thrown/)
})
