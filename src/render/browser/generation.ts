/**
 * One browser process and its tabs, from the first document to the last. A tab is used again and again, and replaced
 * before it could have grown old; a process that has printed its share, or holds too much memory, says that it is worn
 * out. Retired, it ends with the last document that it is printing.
 */
import type { RunningBrowser } from './launch-browser.ts'
import { memoryBelow } from './memory.ts'
import { Tab } from './tab.ts'

export interface Wear {
  /** After so many documents a tab is replaced. */
  readonly documentsPerTab: number
  /** After so many documents the browser is replaced. */
  readonly documentsPerBrowser: number
  /** Megabytes of the browser's whole tree of processes above which it is replaced. */
  readonly memoryLimit: number
}

/** Memory is looked at so often: it costs a few milliseconds. */
const documentsBetweenLooks = 100

export class Generation {
  readonly running: RunningBrowser
  readonly #wear: Wear
  #idle: (Tab | Promise<Tab>)[] = []
  #inUse = 0
  #printed = 0
  #isHeavy = false
  readonly #drained = Promise.withResolvers<void>()
  #isRetired = false

  constructor(running: RunningBrowser, wear: Wear) {
    this.running = running
    this.#wear = wear
  }

  get isConnected(): boolean {
    return this.running.puppeteer.connected
  }

  get isWornOut(): boolean {
    return this.#isHeavy || this.#printed >= this.#wear.documentsPerBrowser
  }

  /** Opens a tab before it is asked for; one that has printed is warm. */
  warm(): void {
    if (this.#idle.length + this.#inUse > 0) return
    const opening = this.#open()
    opening.catch(() => undefined)
    this.#idle.push(opening)
  }

  async take(): Promise<Tab> {
    this.#inUse += 1
    return (await this.#idle.pop()) ?? this.#open()
  }

  async #open(): Promise<Tab> {
    return Tab.open(await this.running.emptyPage())
  }

  /** To be used again. */
  async putBack(tab: Tab): Promise<void> {
    this.#printed += 1
    if (this.#printed % documentsBetweenLooks === 0) await this.#look()
    if (this.#isRetired || tab.printed >= this.#wear.documentsPerTab) await tab.close()
    else this.#idle.push(tab)
  }

  /** The work for which a tab was taken is over, however it went. */
  release(): void {
    this.#inUse -= 1
    if (this.#isRetired && this.#inUse === 0) this.#drained.resolve()
  }

  /** No tab is taken any more; resolves when the process is gone. */
  async retire(): Promise<void> {
    this.#isRetired = true
    if (this.#inUse > 0) await this.#drained.promise
    await this.running.end()
  }

  async #look(): Promise<void> {
    const pid = this.running.puppeteer.process()?.pid
    const held = pid === undefined ? undefined : await memoryBelow(pid)
    this.#isHeavy = (held ?? 0) > this.#wear.memoryLimit
  }
}
