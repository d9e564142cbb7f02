/** khabar site: an index of what is public in the output folder, with feeds. */
import { relative } from 'node:path'
import { type Said, said } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { lockOutput } from '../../pipeline/disk/lock.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import { makeSite } from '../../pipeline/site/make-site.ts'
import type { SiteReport } from '../../pipeline/site/request.ts'
import { closeOnSignal, once } from '../close-on-signal.ts'
import { clockOf, outputBelow } from '../options.ts'
import { type BrowserWords, rendererFor } from '../renderer.ts'
import { print, summaryOf } from '../reporting.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface SiteWords extends BrowserWords {
  readonly out: string
  readonly jobs: number
  readonly lang?: readonly string[]
  readonly format: 'human' | 'json'
}

export async function siteCommand(setting: Setting, words: SiteWords): Promise<number> {
  const { root, terminal } = setting
  const folder = outputBelow(root, words.out)
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const clock = clockOf(epoch)
  const renderer = rendererFor(setting, words, words.jobs)
  const output = openOutput(folder)
  const locking = lockOutput(folder)
  const close = once(async () => {
    await output.stop()
    await renderer.close()
    await (await locking.catch(() => undefined))?.release()
  })
  const stopListening = closeOnSignal(close)
  try {
    await locking
    const report = await makeSite(
      { workspace: openWorkspace(root, packagedTemplates), output, renderer, memo: memoOf(root) },
      {
        asOf: clock().toISOString(),
        ...(epoch && { date: clock().toISOString().slice(0, 10) }),
        ...(words.lang && { languages: words.lang }),
        jobs: words.jobs,
        onProgress: (done, total, path) => terminal.progress(said('Drawing'), done, total, path),
      },
    )
    return tell(report, words, setting, folder)
  } finally {
    await close()
    stopListening()
  }
}

function tell(report: SiteReport, words: SiteWords, setting: Setting, folder: string): number {
  const { artifacts, diagnostics, outcome, unlisted, address } = report
  const { terminal } = setting
  const summary = summaryOf(diagnostics, artifacts)
  print(diagnostics, words, setting, { artifacts, summary, unlisted })
  if (outcome === 'refused') {
    if (words.format === 'human')
      terminal.complain(said('The index is as it was: mend what is above, and run khabar site again.'))
    return 1
  }
  if (words.format !== 'human') return 0
  const place = relative(process.cwd(), folder) || '.'
  const { built, unchanged, removed } = summary
  terminal.say(
    said('{built} files of the index written, {unchanged} unchanged, {removed} removed in {place}/', {
      built,
      unchanged,
      removed,
      place,
    }),
  )
  if (unlisted.length > 0) terminal.complain(aboutUnlisted(unlisted, place))
  if (address === undefined) terminal.say(noAddress)
  return 0
}

/** The index does not name them, and whoever publishes the folder publishes them all the same. */
function aboutUnlisted([first = '', ...rest]: readonly string[], place: string): Said {
  const others = rest.length > 0 ? said(' and {count} more', { count: rest.length }) : ''
  return said(
    '{place}/ also holds what the index does not name: {first}{others}. Before you publish the folder, run khabar build --release: it leaves only what is public.',
    { place, first, others },
  )
}

const noAddress = said(
  'The feeds name their pages relative to themselves, and there is no sitemap: write the address of this folder as “site” into data/society.yaml.',
)
