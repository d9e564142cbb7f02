/**
 * THE BROWSER, SUPERVISED: found and started on first need, one process and as many tabs as asked for, replaced when it
 * dies, gone without a trace when closed.
 *
 *   use(work)  ->  a free tab  ->  work  ->  the tab goes back, or to the bin
 *                                  the browser died    ->  once more, on a new one
 *                                  the time is up      ->  the browser is killed, the document has failed
 */
import { readdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Diagnostic, warningAt } from '../../model/diagnostic.ts'
import { RenderFailure, reasonOf } from '../../model/fault.ts'
import { type BrowserWish, type FoundBrowser, findBrowser } from './find-browser.ts'
import { launchBrowser, type RunningBrowser } from './launch-browser.ts'
import { type SandboxPolicy, whyNoSandbox } from './sandbox.ts'
import { Tab } from './tab.ts'
import { within } from './time-limit.ts'

export interface BrowserOptions extends BrowserWish {
  readonly sandbox: SandboxPolicy
  /** Documents at once. */
  readonly tabs: number
  /** For one document; by default a minute. */
  readonly timeoutMs?: number
  /** After so many documents a tab is replaced; by default 250. */
  readonly documentsPerTab?: number
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
  #starting: Promise<RunningBrowser> | undefined
  #running: RunningBrowser | undefined
  #idle: { readonly tab: Tab; readonly of: RunningBrowser }[] = []
  #free: number
  readonly #waiting: (() => void)[] = []
  readonly #ending = new Set<Promise<void>>()
  #givenUp: readonly string[] = []
  #runsWithoutSandbox = false
  #isClosed = false

  constructor(options: BrowserOptions) {
    this.#options = options
    this.#free = Math.max(1, options.tabs)
  }

  async use<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    await this.#turn()
    try {
      return await this.#attempt(work).catch((thrown: unknown) => {
        if (!(thrown instanceof BrowserGone)) throw thrown
        return this.#attempt(work)
      })
    } catch (thrown) {
      if (!(thrown instanceof BrowserGone)) throw thrown
      throw new RenderFailure(`The browser broke off twice: ${thrown.message}.`, [], thrown)
    } finally {
      this.#free += 1
      this.#waiting.shift()?.()
    }
  }

  /** What decides the bytes of a PDF. */
  async versions(): Promise<{ readonly [tool: string]: string }> {
    const { version, kind } = await this.#find()
    return { browser: `${kind} ${version || (await this.#start()).version}` }
  }

  /** Known once the browser has started. */
  diagnostics(): readonly Diagnostic[] {
    if (!this.#runsWithoutSandbox) return []
    const asked = this.#options.sandbox === 'off'
    const reason = asked ? 'as asked for with --sandbox off' : whyNoSandbox(this.#givenUp)
    const hints = ['JavaScript and the network stay off all the same.']
    if (!asked) hints.unshift('Run as a normal user on a system with user namespaces; “khabar doctor” tells more.')
    return [warningAt('render/sandbox-off', undefined, `The browser runs without its sandbox: ${reason}.`, ...hints)]
  }

  async diagnose(): Promise<BrowserFacts> {
    const { path, kind, fonts } = await this.#find()
    const { plan, version, puppeteer } = await this.#start()
    const files = await readdir(fonts.path, { recursive: true })
    return {
      path,
      kind,
      version,
      sandbox: plan.sandbox,
      sandboxReason: this.diagnostics()[0]?.message ?? '',
      hasOwnNetwork: plan.hasOwnNetwork,
      fonts: files.filter(file => file.endsWith('.ttf')).toSorted(),
      cacheFolder: dirname(fonts.path),
      pid: puppeteer.process()?.pid,
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const running = await this.#starting?.catch(() => undefined)
    await running?.close()
    await Promise.all(this.#ending)
    const found = await this.#found?.catch(() => undefined)
    for (const folder of found?.temporary ?? []) await rm(folder, { recursive: true, force: true })
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
    const running = await this.#start()
    const tab = await this.#tab(running)
    const limit = this.#options.timeoutMs ?? 60_000
    try {
      const result = await within(limit, Promise.race([work(tab), tab.crashed]), () => {
        throw new TookTooLong(`The document was not printed within ${limit / 1000} s, and the browser was stopped.`)
      })
      await this.#putBack(tab, running)
      return result
    } catch (thrown) {
      if (thrown instanceof RenderFailure && !(thrown instanceof TookTooLong)) {
        await within(5_000, tab.close(), () => this.#abandon(running))
        throw thrown
      }
      this.#abandon(running)
      throw thrown instanceof RenderFailure || isBug(thrown) ? thrown : gone(thrown)
    }
  }

  async #tab(running: RunningBrowser): Promise<Tab> {
    const idle = this.#idle.pop()
    if (idle?.of === running) return idle.tab
    try {
      return await Tab.open(running.puppeteer)
    } catch (thrown) {
      this.#abandon(running)
      throw isBug(thrown) ? thrown : gone(thrown)
    }
  }

  async #putBack(tab: Tab, of: RunningBrowser): Promise<void> {
    if (tab.printed >= (this.#options.documentsPerTab ?? 250)) await tab.close()
    else this.#idle.push({ tab, of })
  }

  #find(): Promise<FoundBrowser> {
    this.#found ??= findBrowser(this.#options)
    return this.#found
  }

  async #start(): Promise<RunningBrowser> {
    if (this.#isClosed) throw new RenderFailure('The browser has been closed.')
    const current = await this.#starting
    if (current && !current.puppeteer.connected) this.#abandon(current)
    this.#starting ??= this.#launch()
    return this.#starting
  }

  async #launch(): Promise<RunningBrowser> {
    const running = await launchBrowser(await this.#find(), this.#options.sandbox)
    this.#running = running
    this.#givenUp = running.givenUp
    this.#runsWithoutSandbox = !running.plan.sandbox
    return running
  }

  /** Several tabs may find out at once that their browser is gone. */
  #abandon(running: RunningBrowser): void {
    const end = running.kill().finally(() => this.#ending.delete(end))
    this.#ending.add(end)
    this.#idle = this.#idle.filter(each => each.of !== running)
    if (this.#running !== running) return
    this.#running = undefined
    this.#starting = undefined
  }
}

const gone = (thrown: unknown): BrowserGone => new BrowserGone(reasonOf(thrown), { cause: thrown })

/** Puppeteer's errors are its own classes or plain ones. */
const isBug = (thrown: unknown): boolean =>
  thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof ReferenceError
