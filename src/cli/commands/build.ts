/** khabar build: what is new or has changed, into the output folder. */

import { relative } from 'node:path'
import { said } from '../../model/said.ts'
import { build } from '../../pipeline/build.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { lockOutput } from '../../pipeline/disk/lock.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import type { BuildReport } from '../../pipeline/request.ts'
import type { Shard } from '../../pipeline/shard/mark.ts'
import { closeOnSignal, once } from '../close-on-signal.ts'
import { clockOf, type Format, outputBelow, type SelectionOptions, selectionOf } from '../options.ts'
import { jobsAhead, overQueue, type QueueWords } from '../queueing.ts'
import { type BrowserWords, rendererFor } from '../renderer.ts'
import { print, summaryOf } from '../reporting.ts'
import { packagedTemplates, type Setting } from '../setting.ts'
import { type SigningWords, signerFor } from '../signing.ts'
import { clocked, type Timings, type TimingWords, tellTimings, timingsOf, writeTrace } from '../timings.ts'

export interface BuildWords extends SelectionOptions, BrowserWords, SigningWords, QueueWords, TimingWords {
  readonly out: string
  readonly shard?: Shard
  readonly jobs: number
  readonly force: boolean
  readonly dryRun: boolean
  readonly strict: boolean
  readonly format: Format
}

export async function buildCommand(setting: Setting, words: BuildWords, paths: readonly string[]): Promise<number> {
  const { root, terminal } = setting
  const spans = clocked(words)
  const folder = outputBelow(root, words.out)
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const clock = clockOf(epoch)
  // Before anything is begun: who cannot sign, or reaches no queue, is told so at once.
  const asOf = clock().toISOString()
  const signer = await signerFor(words, asOf)
  const renderer = await overQueue(rendererFor(setting, words, words.jobs), words, setting)
  const output = openOutput(folder)
  const locking = words.dryRun ? undefined : lockOutput(folder)
  const close = once(async () => {
    await output.stop()
    signer?.close()
    await renderer.close()
    await (await locking?.catch(() => undefined))?.release()
  })
  const stopListening = closeOnSignal(close)
  try {
    await locking
    const report = await build(
      { workspace: openWorkspace(root, packagedTemplates), output, renderer, memo: memoOf(root), signer },
      {
        ...words,
        jobs: jobsAhead(words),
        selection: selectionOf(paths, root, words, clock),
        asOf,
        ...(epoch && { date: clock().toISOString().slice(0, 10) }),
        onProgress: (done, total, path) => terminal.progress(said('Building'), done, total, path),
      },
    )
    if (spans && words.trace !== undefined) await writeTrace(spans, words.trace)
    return tell(report, words, { setting, folder, timings: spans && words.timings ? timingsOf(spans) : undefined })
  } finally {
    await close()
    stopListening()
  }
}

interface Place {
  readonly setting: Setting
  readonly folder: string
  readonly timings: Timings | undefined
}

function tell(report: BuildReport, words: BuildWords, { setting, folder, timings }: Place): number {
  const { artifacts, diagnostics, outcome } = report
  const summary = summaryOf(diagnostics, artifacts)
  print(diagnostics, words, setting, { artifacts, summary, ...(timings && { timings }) })
  if (words.format !== 'json') {
    const place = relative(process.cwd(), folder) || '.'
    if (words.dryRun && words.format === 'human')
      for (const each of artifacts) setting.terminal.result(`${each.status} ${each.path}`)
    const { built, unchanged, removed } = summary
    const counts = { built, unchanged, removed, place }
    if (outcome === 'refused')
      setting.terminal.complain(said('Nothing was built: mend what is above, and build again.'))
    else if (words.dryRun)
      setting.terminal.say(said('{built} would be built, {unchanged} unchanged, {removed} removed in {place}/', counts))
    else setting.terminal.say(said('{built} built, {unchanged} unchanged, {removed} removed in {place}/', counts))
    if (timings) tellTimings(timings, setting.terminal)
  }
  return { done: 0, refused: 1, incomplete: 2 }[outcome]
}
