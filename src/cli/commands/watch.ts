/** khabar watch: builds at every save, and shows what was built in the browser. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { printHuman } from '../../diagnostics/human.ts'
import { type Diagnostic, hasErrors } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { inEnglish, inTurn, said } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { type Lock, lockOutput } from '../../pipeline/disk/lock.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import type { BuildOptions } from '../../pipeline/request.ts'
import { previewSite, type SitePreview } from '../../pipeline/site/preview-site.ts'
import type { SiteDoors } from '../../pipeline/site/request.ts'
import { buildWhatCan } from '../../watch/build-what-can.ts'
import type { Fault, Rebuild } from '../../watch/state.ts'
import { toldRebuild } from '../../watch/told.ts'
import { openWatch } from '../../watch/watch.ts'
import { clockOf, outputBelow, type SelectionOptions, selectionOf } from '../options.ts'
import { type BrowserWords, rendererFor } from '../renderer.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface WatchWords extends SelectionOptions, BrowserWords {
  readonly out: string
  readonly jobs: number
  readonly port?: number
}

export async function watchCommand(setting: Setting, words: WatchWords): Promise<number> {
  const { root, terminal } = setting
  if (!existsSync(join(root, 'data')))
    throw new EnvironmentFault(
      said('There is no data/ folder in {root}.', { root }),
      said('Run khabar where data/ is, or name the place with --root.'),
    )
  const renderer = rendererFor(setting, words, words.jobs)
  const folder = outputBelow(root, words.out)
  const output = openOutput(folder)
  const lock = lockedBuilds(folder)
  const doors = { workspace: openWorkspace(root, packagedTemplates), output, renderer, memo: memoOf(root) }
  const ended = signalled()
  try {
    const session = await openWatch({
      root,
      output,
      port: words.port,
      build: (onProgress, changed) =>
        lock.during(() => buildWhatCan(doors, { ...optionsOf(words, root), onProgress }, changed)),
      index: () => indexNow(doors),
      telling: { language: setting.language, tell: terminal.tell },
      onProgress: (done, total, path) => {
        if (terminal.interactive) terminal.progress(said('Building'), done, total, path)
      },
      onRebuild: teller(setting),
      timeOfDay: () => new Date().toTimeString().slice(0, 8),
    })
    terminal.complain(said('Preview: {address}   (Ctrl-C ends it)', { address: session.address }))
    session.start()
    await Promise.race([ended, session.broken]).finally(() => session.close())
  } finally {
    await output.stop()
    await renderer.close()
    await lock.release()
    terminal.complain('')
  }
  // A build may be under way: nothing of it is left on the disk, but its timers would keep the person waiting.
  return process.exit(0)
}

/** What stands in its way is told in its place. */
async function indexNow(doors: SiteDoors): Promise<SitePreview | Fault> {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const asOf = clockOf(epoch)().toISOString()
  const { value, diagnostics } = await previewSite(doors, { asOf, ...(epoch && { date: asOf.slice(0, 10) }) })
  const errors = diagnostics.filter(each => each.severity === 'error')
  return value ?? { message: errors[0]?.message ?? said('The records have errors.'), hints: errors[0]?.hints ?? [] }
}

/** Another build may use the folder between two of ours; one that is broken off lets it go too. */
function lockedBuilds(folder: string) {
  let held: Promise<Lock> | undefined
  const release = async (): Promise<void> => {
    const lock = held
    held = undefined
    await (await lock?.catch(() => undefined))?.release()
  }
  return {
    release,
    async during<T>(act: () => Promise<T>): Promise<T> {
      held = lockOutput(folder)
      await held
      return act().finally(release)
    },
  }
}

function optionsOf(words: WatchWords, root: string): Omit<BuildOptions, 'onProgress'> {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const clock = clockOf(epoch)
  return {
    selection: selectionOf([], root, words, clock),
    asOf: clock().toISOString(),
    ...(epoch && { date: clock().toISOString().slice(0, 10) }),
    jobs: words.jobs,
    force: false,
    dryRun: false,
    strict: false,
  }
}

/** One line a rebuild. Errors are told each time; a warning that was told is not told again. */
function teller({ terminal }: Setting): (rebuild: Rebuild) => void {
  let known: ReadonlySet<string> = new Set()
  return rebuild => {
    const { result } = rebuild
    terminal.say(toldRebuild(rebuild))
    if ('message' in result) return terminal.complain(inTurn([result.message, ...result.hints], '\n        '))
    const { diagnostics } = result
    const told = hasErrors(diagnostics) ? diagnostics : diagnostics.filter(each => !known.has(keyOf(each)))
    known = new Set(diagnostics.map(keyOf))
    terminal.complain(printHuman(told, { color: terminal.colour, tell: terminal.tell }))
  }
}

const keyOf = ({ code, span, message }: Diagnostic): string => `${code} ${span?.file.path} ${inEnglish(message)}`

/** Ctrl-C is how a watch is meant to end; a second one does not wait. */
function signalled(): Promise<void> {
  return new Promise(end => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        process.once('SIGINT', () => process.exit(130))
        end()
      })
  })
}
