/**
 * THE BROWSER, SUPERVISED: found and started on first need, one process and as many tabs as asked for, replaced when it
 * dies, gone without a trace when closed.
 *
 *   use(work)  ->  a free tab  ->  work  ->  the tab goes back, or to the bin
 *                                  the browser died    ->  once more, alone, on a new one
 *                                  the time is up      ->  the browser is killed, the document has failed
 *                                  it is worn out      ->  the next one starts beside it, and takes over when it is ready
 */

import { readdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { RenderFailure, reasonOf } from '../../model/fault.ts'
import { inEnglish, type Said, said } from '../../model/said.ts'
import { type BrowserWish, type FoundBrowser, findBrowser } from './find-browser.ts'
import { Generation, type Wear } from './generation.ts'
import { launchBrowser, type Preparation, prepareLaunch } from './launch-browser.ts'
import { runsWithoutSandbox, type SandboxPolicy } from './sandbox.ts'
import type { Tab } from './tab.ts'
import { pause, within } from './time-limit.ts'
import { trailOf } from './trail.ts'

export interface BrowserOptions extends BrowserWish, Partial<Wear> {
  readonly sandbox: SandboxPolicy
  /** Documents at once. */
  readonly tabs: number
  /** For one document; by default a minute. */
  readonly timeoutMs?: number
}

/** For `khabar doctor`. */
export interface BrowserFacts {
  readonly path: string
  readonly kind: FoundBrowser['kind']
  readonly version: string
  readonly sandbox: boolean
  /** Why it is off; empty if it is on. */
  readonly sandboxReason: string
  readonly hasOwnNetwork: boolean
  readonly fonts: readonly string[]
  readonly cacheFolder: string
  readonly pid: number | undefined
}

/** The browser, or a tab of it, went away under the work: worth a second try. */
class BrowserGone extends Error {}

class TookTooLong extends RenderFailure {}

export const openBrowser = (options: BrowserOptions): Browser => new Browser(options)

export class Browser {
  readonly #options: BrowserOptions
  #found: Promise<FoundBrowser> | undefined
  #prepared: Promise<Preparation> | undefined
  #starting: Promise<Generation> | undefined
  #current: Generation | undefined
  /** Starts beside the current one, which is worn out. */
  #next: Promise<void> | undefined
  readonly #tabs: number
  #free: number
  readonly #waiting: (() => void)[] = []
  #lastSecond: Promise<void> = Promise.resolve()
  readonly #ending = new Set<Promise<void>>()
  #givenUp: readonly Said[] = []
  #runsWithoutSandbox = false
  /** Not only warm. */
  #isNeeded = false
  readonly #isSpawned = Promise.withResolvers<void>()
  #isClosed = false

  constructor(options: BrowserOptions) {
    this.#options = options
    this.#tabs = Math.max(1, options.tabs)
    this.#free = this.#tabs
  }

  async use<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    this.#isNeeded = true
    await this.#turn()
    try {
      return await this.#attempt(work)
    } catch (thrown) {
      if (!(thrown instanceof BrowserGone)) throw thrown
    } finally {
      this.#release(1)
    }
    const second = this.#lastSecond.then(() => this.#alone(work))
    this.#lastSecond = second.then(nothing, nothing)
    return second
  }

  /** The document that a browser dies of takes its neighbours with it, but once: second attempts have the browser to themselves. */
  async #alone<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const tabs = this.#tabs
    for (let turn = 0; turn < tabs; turn += 1) await this.#turn()
    try {
      return await this.#attempt(work)
    } catch (thrown) {
      if (!(thrown instanceof BrowserGone)) throw thrown
      throw new RenderFailure(said('The browser broke off twice: {message}.', { message: thrown.message }), [], thrown)
    } finally {
      this.#release(tabs)
    }
  }

  /** One may be needed soon: what must be known before it starts is found out meanwhile. Where that fails, whoever needs it is told. */
  prepare(): void {
    this.#prepare().catch(nothing)
  }

  /**
   * Starts, with a first tab; where that fails, whoever needs it is told. Resolves once there is a process, which goes on
   * while ours is busy, or when that takes long, as where the browser must be unpacked first.
   */
  async warm(): Promise<void> {
    const ready = this.#start().then(browser => browser.warm(), nothing)
    await Promise.race([this.#isSpawned.promise, ready, pause(longestWarming)])
  }

  /** What decides the bytes of a PDF. */
  async versions(): Promise<{ readonly [tool: string]: string }> {
    const { version, kind } = await this.#find()
    return { browser: `${kind} ${version || (await this.#start()).running.version}` }
  }

  /** For `leadsStill`. */
  async trail(): Promise<string | undefined> {
    return trailOf(await this.#find(), this.#options)
  }

  /** Known once the browser has started. */
  diagnostics(): readonly Diagnostic[] {
    if (!this.#runsWithoutSandbox || !this.#isNeeded) return []
    return [runsWithoutSandbox(this.#options.sandbox, this.#givenUp)]
  }

  async diagnose(): Promise<BrowserFacts> {
    this.#isNeeded = true
    const { path, kind, fonts } = await this.#find()
    const { plan, version, puppeteer } = (await this.#start()).running
    const files = await readdir(fonts.path, { recursive: true })
    return {
      path,
      kind,
      version,
      sandbox: plan.sandbox,
      sandboxReason: this.diagnostics()
        .map(({ message }) => inEnglish(message))
        .join(''),
      hasOwnNetwork: plan.hasOwnNetwork,
      fonts: files.filter(file => file.endsWith('.ttf')).toSorted(),
      cacheFolder: dirname(fonts.path),
      pid: puppeteer.process()?.pid,
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#next
    const current = await this.#starting?.catch(() => undefined)
    await current?.running.end()
    await Promise.all(this.#ending)
    const found = await this.#found?.catch(() => undefined)
    for (const folder of found?.temporary ?? []) await rm(folder, { recursive: true, force: true })
  }

  #release(turns: number): void {
    this.#free += turns
    for (const next of this.#waiting.splice(0, turns)) next()
  }

  async #turn(): Promise<void> {
    while (this.#free === 0) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#waiting.push(resolve)
      await promise
    }
    this.#free -= 1
  }

  async #attempt<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const browser = await this.#start()
    try {
      return await this.#workIn(browser, work)
    } finally {
      browser.release()
      if (browser.isWornOut && browser === this.#current) this.#next ??= this.#replace(browser)
    }
  }

  async #workIn<T>(browser: Generation, work: (tab: Tab) => Promise<T>): Promise<T> {
    const tab = await this.#tab(browser)
    const limit = this.#options.timeoutMs ?? 60_000
    try {
      const result = await within(limit, Promise.race([work(tab), tab.crashed]), () => {
        throw new TookTooLong(
          said('The document was not printed within {count} s, and the browser was stopped.', { count: limit / 1000 }),
        )
      })
      await browser.putBack(tab)
      return result
    } catch (thrown) {
      if (thrown instanceof RenderFailure && !(thrown instanceof TookTooLong)) {
        await within(5_000, tab.close(), () => this.#abandon(browser))
        throw thrown
      }
      this.#abandon(browser)
      throw thrown instanceof RenderFailure || isBug(thrown) ? thrown : gone(thrown)
    }
  }

  async #tab(browser: Generation): Promise<Tab> {
    try {
      return await browser.take()
    } catch (thrown) {
      this.#abandon(browser)
      throw isBug(thrown) ? thrown : gone(thrown)
    }
  }

  #find(): Promise<FoundBrowser> {
    this.#found ??= findBrowser(this.#options)
    return this.#found
  }

  #prepare(): Promise<Preparation> {
    this.#prepared ??= prepareLaunch(this.#find(), this.#options.sandbox)
    return this.#prepared
  }

  async #start(): Promise<Generation> {
    if (this.#isClosed) throw new RenderFailure(said('The browser has been closed.'))
    const current = await this.#starting
    if (current && !current.isConnected) this.#abandon(current)
    this.#starting ??= this.#launch().then(first => this.#takesOver(first))
    return this.#starting
  }

  async #launch(): Promise<Generation> {
    const running = await launchBrowser(await this.#prepare(), this.#options.sandbox, this.#isSpawned.resolve)
    this.#givenUp = running.givenUp
    this.#runsWithoutSandbox = !running.plan.sandbox
    return new Generation(running, { ...usualWear(this.#options.tabs), ...this.#options })
  }

  #takesOver(browser: Generation): Generation {
    this.#current = browser
    return browser
  }

  /** Nobody waits for this: documents go on in the old one until the new one is ready. Without a new one the old one stays. */
  async #replace(old: Generation): Promise<void> {
    const next = await this.#launch().catch(() => undefined)
    if (!next) return
    this.#next = undefined
    const isWanted = this.#current === old && !this.#isClosed
    if (isWanted) this.#starting = Promise.resolve(this.#takesOver(next))
    this.#follow((isWanted ? old : next).retire())
  }

  /** Several tabs may find out at once that their browser is gone. */
  #abandon(browser: Generation): void {
    this.#follow(browser.running.end())
    if (this.#current !== browser) return
    this.#current = undefined
    this.#starting = undefined
  }

  #follow(ending: Promise<void>): void {
    const end = ending.finally(() => this.#ending.delete(end))
    this.#ending.add(end)
  }
}

/** A tab that shows placeholders does not grow (271 MB after 200 documents as after 600); one that shows whole photos does. */
const usualWear = (tabs: number): Wear => ({
  documentsPerTab: 500,
  documentsPerBrowser: 5_000,
  memoryLimit: 700 + 300 * tabs,
})

/** Milliseconds. */
const longestWarming = 2_000

const nothing = (): void => undefined

const gone = (thrown: unknown): BrowserGone => new BrowserGone(inEnglish(reasonOf(thrown)), { cause: thrown })

/** Puppeteer's errors are its own classes or plain ones. */
const isBug = (thrown: unknown): boolean =>
  thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof ReferenceError
