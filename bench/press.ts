/**
 * A finished release beside the least that the same browser could do for it (the print call of a page that is laid out),
 * and beside the usual ways: a new tab for every document, a new browser for every document. One embedded browser with
 * all defences on; every release has its own text and photo.
 *
 * Rounds take turns, each with releases that no round before had, and the ratios are medians over rounds: what else the
 * machine does then weighs on both sides alike.
 */
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { forPaper } from '../src/pipeline/paper.ts'
import { type Browser, openBrowser } from '../src/render/browser/browser.ts'
import { Tab } from '../src/render/browser/tab.ts'
import { makePdf } from '../src/render/pdf.ts'
import { placeholdersFor } from '../src/render/placeholder.ts'
import { packed } from './packed.ts'
import { median } from './processes.ts'
import { oneOfEach, type Release, releasesOf, withCorpus } from './releases.ts'

export interface PressFigures {
  readonly documents: number
  readonly tabs: number
  /** Milliseconds a document, all documents of a round divided by its time. */
  readonly finishedMs: number
  readonly floorMs: number
  readonly newTabMs: number
  readonly newBrowserMs: number
  /** From the start of the process to its end, with the file written. */
  readonly coldReleaseMs: number
  /** A script that starts a browser, prints the same page and ends. */
  readonly bareScriptMs: number
  readonly coldReleaseVsBareScript: number
  /** `khabar --version` beside a Node that does nothing. */
  readonly versionVsBareNode: number
  readonly releaseVsFloor: number
  readonly releaseVsNewTab: number
}

export interface PressSize {
  readonly documents: number
  readonly tabs: number
  readonly rounds: number
}

interface Round {
  readonly floor: number
  readonly finished: number
  readonly newTab: number
}

const usual: PressSize = { documents: 200, tabs: 2, rounds: 5 }

export const benchPress = (size: PressSize = usual): Promise<PressFigures> =>
  withCorpus({ meetings: size.documents, seed: 5 }, async root => {
    const releases = oneOfEach(await releasesOf(root))
    const rounds = await roundsOf(releases, size)
    const whole = await wholeProcesses(root, releases)
    const of = (key: keyof Round): number => median(rounds.map(round => round[key]))
    return {
      documents: releases.length,
      tabs: size.tabs,
      finishedMs: of('finished'),
      floorMs: of('floor'),
      newTabMs: of('newTab'),
      newBrowserMs: median(await inTurn(releases.slice(0, 3), release => timed(() => inNewBrowser(release)))),
      ...whole,
      releaseVsFloor: median(rounds.map(round => round.finished / round.floor)),
      releaseVsNewTab: median(rounds.map(round => round.finished / round.newTab)),
    }
  })

async function roundsOf(releases: readonly Release[], { tabs, rounds }: PressSize): Promise<readonly Round[]> {
  const browser = openBrowser({ sandbox: 'auto', tabs, environment: process.env })
  const size = Math.floor(releases.length / rounds)
  try {
    await perDocument(releases.slice(0, size), release => finished(release, browser))
    return await inTurn(
      Array.from({ length: rounds }, (_, index) => releases.slice(index * size, (index + 1) * size)),
      async part => {
        const before = await floor(part, browser, tabs)
        const own = await perDocument(part, release => finished(release, browser))
        const after = await floor(part, browser, tabs)
        const newTab = await perDocument(part.slice(0, Math.ceil(size / 4)), release => inNewTab(release, browser))
        return { floor: (before + after) / 2, finished: own, newTab }
      },
    )
  } finally {
    await browser.close()
  }
}

const finished = async (release: Release, browser: Browser): Promise<unknown> =>
  makePdf(await onPaper(release), browser, 'Khabar')

async function onPaper(release: Release): Promise<Release> {
  const job = await forPaper(release)
  if (!('attachments' in job)) throw new Error('a release is printed')
  return job
}

const floorSample = 10
const prints = 4

/** Pages are laid out as for print, as many as there are tabs; only the print calls that follow, at once, are counted. */
async function floor(releases: readonly Release[], browser: Browser, tabs: number): Promise<number> {
  let ms = 0
  let count = 0
  for (let at = 0; at < Math.min(floorSample, releases.length); at += tabs) {
    const part = releases.slice(at, at + tabs)
    const ready = rendezvous(part.length)
    const starts: number[] = []
    await Promise.all(
      part.map(async release => {
        const page = await onPaper(release)
        await browser.use(async tab => {
          await tab.show({ html: page.html, assets: placeholdersFor(page).assets })
          await tab.page.emulateMediaType('print')
          await tab.page.evaluate('void document.documentElement.offsetHeight')
          await tab.print()
          await ready()
          starts.push(performance.now())
          for (let print = 0; print < prints; print += 1) await tab.print()
          await tab.page.emulateMediaType()
        })
      }),
    )
    ms += performance.now() - Math.min(...starts)
    count += part.length * prints
  }
  return ms / count
}

/** Resolves for all once so many wait. */
function rendezvous(parties: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let waiting = 0
  return () => {
    waiting += 1
    if (waiting === parties) resolve()
    return promise
  }
}

/** The page with its photo; printed, not finished. */
const inNewTab = (release: Release, browser: Browser): Promise<void> =>
  browser.use(async ({ page }) => {
    const fresh = await Tab.open(await page.browser().newPage())
    await fresh.show(release)
    await fresh.print()
    await fresh.close()
  })

async function inNewBrowser(release: Release): Promise<void> {
  const browser = openBrowser({ sandbox: 'auto', tabs: 1, environment: process.env })
  await browser.use(async tab => {
    await tab.show(release)
    await tab.print()
  })
  await browser.close()
}

/** What a user waits for, in turn with what it is held against. Khabar as it is packed. */
async function wholeProcesses(root: string, releases: readonly Release[]) {
  const khabar = await packed(join(root, 'package'))
  const bare = await bareScript(root, releases)
  const node = (...words: readonly string[]) => timed(() => promisify(execFile)(process.execPath, words))
  const rounds = await inTurn([1, 2, 3, 4, 5], async () => ({
    cold: await coldBuild(khabar, root, releases),
    bare: await node(...bare),
    version: await node(khabar, '--version'),
    nothing: await node('-e', '0'),
  }))
  const of = (key: 'cold' | 'bare' | 'version' | 'nothing'): number => median(rounds.map(round => round[key]))
  return {
    coldReleaseMs: of('cold'),
    bareScriptMs: of('bare'),
    coldReleaseVsBareScript: of('cold') / of('bare'),
    versionVsBareNode: of('version') / of('nothing'),
  }
}

/** `khabar build` of one release in a folder without one. */
async function coldBuild(khabar: string, root: string, [release]: readonly Release[]): Promise<number> {
  const record = `data/meetings/2022/${release?.records[0]}.yaml`
  const out = join(root, 'output')
  await rm(out, { recursive: true, force: true })
  const words = ['build', record, '--only', 'press', '--lang', release?.language ?? 'ru', '--root', root, '--out', out]
  return timed(() => promisify(execFile)(process.execPath, [khabar, ...words]))
}

/** The page holds its fonts and its photo, since nobody answers for them. */
async function bareScript(root: string, [release]: readonly Release[]): Promise<readonly string[]> {
  const { assets = [], html = '' } = release ?? {}
  const whole = assets.reduce(
    (page, { path, type, bytes }) =>
      page.replaceAll(path, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`),
    html,
  )
  const page = join(root, 'bare.html')
  await writeFile(page, whole)
  const browser = openBrowser({ sandbox: 'auto', tabs: 1, environment: process.env })
  const { path } = await browser.diagnose()
  await browser.close()
  return [join(import.meta.dirname, 'bare-release.mjs'), path, page, join(root, 'bare.pdf')]
}

async function perDocument<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<number> {
  return (await timed(() => Promise.all(items.map(work)))) / items.length
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
