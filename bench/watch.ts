/** From a save to the page and its PDFs in the preview, over a thousand records: what an editor waits for. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writeCorpus } from './corpus.ts'
import { packed } from './packed.ts'
import { median } from './processes.ts'

export interface WatchFigures {
  /** Medians of the rounds. */
  readonly saveToPageMs: number
  readonly saveToPdfMs: number
}

const rounds = 5

export async function benchWatch(): Promise<WatchFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'))
  const root = join(folder, 'workspace')
  await writeCorpus(root, { activities: 930, meetings: 70, photos: 20, seed: 3 })
  const watch = spawn(process.execPath, [
    await packed(join(folder, 'package')),
    'watch',
    '--root',
    root,
    '--only',
    'press',
  ])
  const ended = new Promise(resolve => watch.on('close', resolve))
  try {
    return await measured(root, await addressOf(watch.stderr))
  } finally {
    watch.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(root: string, address: string): Promise<WatchFigures> {
  const name = readdirSync(join(root, 'data/meetings/2022')).toSorted()[0] ?? ''
  const path = join(root, 'data/meetings/2022', name)
  const stem = `${address}/files/press/2022/${name.replace('.yaml', '.ru')}`
  await until(async () => (await answer(`${stem}.pdf`)).length > 0)
  const pages: number[] = []
  const prints: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // An editor writes for a while before it saves again.
    await pause(1_500)
    const before = await answer(`${stem}.pdf`)
    const word = `Правка${round}`
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(?<=^ {2}headline:\n {4}ru: )/m, `${word} `))
    const saved = performance.now()
    await until(async () => (await answer(`${stem}.html`)).includes(word))
    pages.push(performance.now() - saved)
    await until(async () => !(await answer(`${stem}.pdf`)).equals(before))
    prints.push(performance.now() - saved)
  }
  return { saveToPageMs: median(pages), saveToPdfMs: median(prints) }
}

async function answer(url: string): Promise<Buffer> {
  const response = await fetch(url)
  return response.ok ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 5) {
    if (waited > 300_000) throw new Error('the preview does not show what was saved')
    await pause(5)
  }
}

async function addressOf(told: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const piece of told) {
    text += piece.toString()
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
    if (address !== undefined) return address
  }
  throw new Error(`khabar watch ended: ${text}`)
}

if (import.meta.main) console.log(JSON.stringify(await benchWatch()))
