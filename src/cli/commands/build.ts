/** khabar build: what is new or has changed, into the output folder. */
import { relative, resolve } from 'node:path'
import { build } from '../../pipeline/build.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { lockOutput } from '../../pipeline/disk/lock.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import type { BuildReport } from '../../pipeline/request.ts'
import { clockOf, type SelectionOptions, selectionOf } from '../options.ts'
import { type BrowserWords, rendererFor } from '../renderer.ts'
import { packagedTemplates, print, summaryOf } from '../reporting.ts'
import type { Setting } from '../setting.ts'

export interface BuildWords extends SelectionOptions, BrowserWords {
  readonly out: string
  readonly jobs: number
  readonly force: boolean
  readonly dryRun: boolean
  readonly strict: boolean
  readonly format: 'human' | 'json'
}

export async function buildCommand(setting: Setting, words: BuildWords, paths: readonly string[]): Promise<number> {
  const { root, terminal } = setting
  const folder = resolve(root, words.out)
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const clock = clockOf(epoch)
  const renderer = rendererFor(setting, words, words.jobs)
  const output = openOutput(folder)
  const locking = words.dryRun ? undefined : lockOutput(folder)
  const close = once(async () => {
    await output.stop()
    await renderer.close()
    await (await locking?.catch(() => undefined))?.release()
  })
  const stopListening = closeOnSignal(close)
  try {
    await locking
    const report = await build(
      { workspace: openWorkspace(root, packagedTemplates), output, renderer, memo: memoOf(root) },
      {
        ...words,
        selection: selectionOf(paths, root, words, clock),
        asOf: clock().toISOString(),
        ...(epoch && { date: clock().toISOString().slice(0, 10) }),
        onProgress: (done, total, path) => terminal.progress('Building', done, total, path),
      },
    )
    return tell(report, words, setting, folder)
  } finally {
    await close()
    stopListening()
  }
}

function tell(report: BuildReport, words: BuildWords, setting: Setting, folder: string): number {
  const { artifacts, diagnostics, outcome } = report
  const summary = summaryOf(diagnostics, artifacts)
  print(diagnostics, words.format, setting, { artifacts, summary })
  if (words.format === 'human') {
    const place = relative(process.cwd(), folder) || '.'
    if (words.dryRun) for (const each of artifacts) setting.terminal.result(`${each.status} ${each.path}`)
    const { built, unchanged, removed } = summary
    const verb = words.dryRun ? 'would be built' : 'built'
    if (outcome === 'refused') setting.terminal.complain('Nothing was built: mend what is above, and build again.')
    else setting.terminal.say(`${built} ${verb}, ${unchanged} unchanged, ${removed} removed in ${place}/`)
  }
  return { done: 0, refused: 1, incomplete: 2 }[outcome]
}

/** A build that is interrupted leaves no browser, no half-written file and no lock behind. */
function closeOnSignal(close: () => Promise<void>): () => void {
  const stop = (_signal: NodeJS.Signals, code: number): void => {
    void close().finally(() => process.exit(128 + code))
  }
  const names = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const
  for (const name of names) process.on(name, stop)
  return () => {
    for (const name of names) process.removeListener(name, stop)
  }
}

/** A signal may come while a build that is done cleans up after itself. */
function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= act()
    return running
  }
}
