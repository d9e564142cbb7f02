/**
 * One tab, used for document after document: its fonts stay loaded, which is nine tenths of the time of a fresh one.
 *
 *   https://doc.invalid/          the shell, from memory; its header forbids all but its own pictures, fonts and inline styles
 *   https://doc.invalid/<path>    an asset of the document being printed, from memory; anything else is refused
 *
 * JavaScript is off and the tab is offline. Timers and events therefore never reach the page: what is ready is asked for from here.
 */
import { createHash } from 'node:crypto'
import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import { RenderFailure } from '../../model/fault.ts'
import type { Asset } from '../../model/render-job.ts'
import { said } from '../../model/said.ts'
import { answerOf, emptyPage, handOver } from './answer.ts'
import { mendForTags } from './mend-for-tags.ts'
import { pause } from './time-limit.ts'

const shell = 'https://doc.invalid/'

export interface TabDocument {
  readonly html: string
  readonly assets: readonly Asset[]
}

/** An `<img>` of the page, by the path it was handed over with and the size at which it is laid out. */
export interface ShownPicture {
  readonly path: string
  readonly width: number
  readonly height: number
}

export interface Clip {
  readonly width: number
  readonly height: number
  readonly scale: number
}

export interface Shown {
  readonly hasText: boolean
  readonly pictures: readonly ShownPicture[]
}

/** What the page says of itself. */
interface PageState {
  /** All it asked for has come, or has failed to. */
  readonly isLoaded: boolean
  readonly failedFonts: readonly string[]
  readonly images: readonly { readonly source: string; readonly width: number; readonly height: number }[]
  readonly hasText: boolean
}

export class Tab {
  readonly page: Page
  readonly #session: CDPSession
  #assets: ReadonlyMap<string, Asset> = new Map()
  #missing: string[] = []
  #printed = 0
  #awaitsShell = false
  #isLaidOutAsPrint = false
  /** What the tab has loaded and will show again without asking: address to bytes. */
  readonly #known = new Map<string, Uint8Array>()
  /** Rejects when the renderer process dies. */
  readonly crashed: Promise<never>

  private constructor(page: Page, session: CDPSession) {
    this.page = page
    this.#session = session
    const { promise, reject } = Promise.withResolvers<never>()
    this.crashed = promise
    promise.catch(() => undefined)
    page.on('error', reject)
    session.on('Fetch.requestPaused', asked => void this.#answer(asked).catch(() => undefined))
  }

  /** @param page that shows nothing yet; from now on the tab's own */
  static async open(page: Page): Promise<Tab> {
    const closed = [page.setJavaScriptEnabled(false), page.setOfflineMode(true)]
    const [session] = await Promise.all([page.createCDPSession(), ...closed])
    const tab = new Tab(page, session)
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await tab.#reset()
    return tab
  }

  /** Documents printed so far. */
  get printed(): number {
    return this.#printed
  }

  /** Reads the document; resolves once every font and picture is there. It is laid out when it is printed, and not before. */
  async show(document: TabDocument): Promise<Shown> {
    if (this.#isStale(document.assets)) await this.#reset()
    const { html, assets, pathOf, hasPictureInStyle } = underOwnNames(document)
    await this.#layOutAsPrint(hasPictureInStyle)
    this.#assets = assets
    this.#missing = []
    const { images, failedFonts, hasText } = await this.#loaded(html)
    const pictures = images.map(({ source, ...size }) => ({ path: pathOf.get(source) ?? nameOf(source), ...size }))
    this.#refuseIncomplete(pictures, failedFonts)
    return { hasText, pictures }
  }

  async print(): Promise<Uint8Array> {
    const { data } = await this.#session.send('Page.printToPDF', {
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      transferMode: 'ReturnAsBase64',
    })
    this.#printed += 1
    return Buffer.from(data, 'base64')
  }

  /**
   * What is shown, as PNG, laid out as for paper; `prepare` is run in the page first, so that it is not fit to be printed.
   * @param clip in CSS pixels, from the upper left corner; `scale` makes pixels of them
   */
  async picture(prepare: string, clip: Clip): Promise<Uint8Array> {
    const { width, height } = clip
    await this.#layOutAsPrint(true)
    const screen = { width: Math.ceil(width), height: Math.ceil(height), deviceScaleFactor: 1, mobile: false }
    await this.#session.send('Emulation.setDeviceMetricsOverride', screen)
    try {
      await this.#evaluate(prepare)
      const wanted = { format: 'png', clip: { x: 0, y: 0, ...clip } } as const
      const { data } = await this.#session.send('Page.captureScreenshot', wanted)
      return Buffer.from(data, 'base64')
    } finally {
      await this.#session.send('Emulation.clearDeviceMetricsOverride')
    }
  }

  async close(): Promise<void> {
    await this.page.close().catch(() => undefined)
  }

  /** The same path with other bytes: what the tab holds under that name must not be shown. */
  #isStale(assets: readonly Asset[]): boolean {
    return assets.some(({ path, bytes }) => {
      const known = this.#known.get(addressOf(path))
      return known !== undefined && known !== bytes && Buffer.compare(known, bytes) !== 0
    })
  }

  async #reset(): Promise<void> {
    this.#known.clear()
    this.#assets = new Map()
    this.#awaitsShell = true
    await this.page.goto(shell, { waitUntil: 'load' })
    this.#awaitsShell = false
  }

  /** A throw in here would end the whole process, so whoever calls catches everything. */
  async #answer({
    requestId,
    resourceType,
    request: { url, method },
  }: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    if (url.startsWith('data:')) return this.#session.send('Fetch.continueRequest', { requestId })
    const isPage = resourceType === 'Document'
    if (isPage && url === shell && this.#awaitsShell) return handOver(this.#session, requestId, emptyPage)
    const asset = method === 'GET' && !isPage ? this.#assets.get(url) : undefined
    if (asset) {
      this.#known.set(url, asset.bytes)
      return handOver(this.#session, requestId, answerOf(asset))
    }
    if (url.startsWith(shell) && !isPage) this.#missing.push(url.slice(shell.length))
    return this.#session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
  }

  /** A picture that only a style asks for is fetched when the page is laid out, which must then happen before it is printed. */
  async #layOutAsPrint(isWanted: boolean): Promise<void> {
    if (this.#isLaidOutAsPrint === isWanted) return
    await this.page.emulateMediaType(isWanted ? 'print' : undefined)
    this.#isLaidOutAsPrint = isWanted
  }

  async #loaded(html: string): Promise<PageState> {
    let state = await this.#ask(`(${write})(${JSON.stringify(html)}), ${askState}`)
    for (let wait = 1; !state.isLoaded; wait = Math.min(wait * 2, 50)) {
      await pause(wait)
      state = await this.#ask(askState)
    }
    return state
  }

  #ask = async (expression: string): Promise<PageState> => (await this.#evaluate(expression)).value

  async #evaluate(expression: string) {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result
  }

  #refuseIncomplete(pictures: readonly ShownPicture[], failedFonts: readonly string[]): void {
    if (this.page.url() !== shell)
      throw new RenderFailure(said('The page led away, to {url}.', { url: this.page.url() }))
    const broken = pictures.filter(({ width }) => width === 0).map(({ path }) => `picture ${path}`)
    const [missing] = [...broken, ...failedFonts.map(name => `font ${name}`)]
    const other = this.#missing[0]
    if (missing) throw new RenderFailure(said('The {missing} could not be shown.', { missing }), [hint])
    const unasked =
      other === undefined ? undefined : said('The page asks for {other}, which it was not handed.', { other })
    if (unasked) throw new RenderFailure(unasked, [hint])
  }
}

const addressOf = (path: string): string => new URL(path, shell).href

/**
 * A tab that has once shown photo-1.jpg shows it again for the next document's photo-1.jpg, without asking. So each
 * picture goes by a name with its content in it. What is referred to in another way is left to `#isStale`.
 */
function underOwnNames(document: TabDocument): OwnNames {
  const assets = new Map(document.assets.map(asset => [addressOf(asset.path), asset]))
  const pathOf = new Map<string, string>()
  let html = document.html
  let hasPictureInStyle = false
  for (const asset of document.assets) {
    if (!asset.type.startsWith('image/')) continue
    const address = ownAddressOf(asset)
    const parts = html.split(` src="${asset.path}"`)
    hasPictureInStyle ||= parts.some(part => part.includes(asset.path))
    html = parts.join(` src="${address}"`)
    assets.set(address, asset)
    pathOf.set(address, asset.path)
  }
  return { html, assets, pathOf, hasPictureInStyle }
}

/** Up to so many bytes a picture stands in the page itself, which saves the browser a question. */
const small = 2_000

function ownAddressOf({ path, type, bytes }: Asset): string {
  if (bytes.length <= small) return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  return `${addressOf(path)}?${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
}

interface OwnNames {
  readonly html: string
  readonly assets: ReadonlyMap<string, Asset>
  /** What was called so in the page as it was handed over. */
  readonly pathOf: ReadonlyMap<string, string>
  readonly hasPictureInStyle: boolean
}

const hint = said(
  'A page shows only what it is handed: its fonts from templates/fonts/ and its photos from data/media/.',
)

const nameOf = (source: string): string =>
  source.startsWith(shell) ? decodeURIComponent(source.slice(shell.length).replace(/\?.*$/, '')) : source.slice(0, 100)

/**
 * The whole document anew, so that nothing of the one before is left; the tab keeps its address, its policy and the fonts
 * that it has loaded. On a screen nothing is shown, or it would be laid out and painted twice. A font that only a page
 * margin uses would not be asked for before printing, and a lazy picture never.
 */
const write = `html => {
  document.open()
  document.write(html)
  document.close()
  const style = document.createElement('style')
  style.textContent = '@media screen { :root { display: none !important } }'
  document.head.append(style)
  for (const font of document.fonts) font.load().catch(() => undefined)
  for (const image of document.images) image.loading = 'eager'
  ;(${mendForTags})(document)
}`

/** Text as written: what is shown cannot be asked for, because without a font nothing is. */
const askState = `(() => {
  if (matchMedia('print').matches) void document.documentElement.offsetHeight
  const texts = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT)
  let hasText = false
  while (!hasText && texts.nextNode())
    hasText = texts.currentNode.data.trim() !== '' && !texts.currentNode.parentElement?.closest('style, script, template')
  const images = [...document.images]
  return {
    isLoaded: document.readyState === 'complete' && document.fonts.status === 'loaded' && images.every(each => each.complete),
    failedFonts: [...document.fonts].filter(font => font.status === 'error').map(font => font.family + ' ' + font.weight),
    images: images.map(each => ({ source: each.currentSrc || each.src, width: each.naturalWidth, height: each.naturalHeight })),
    hasText,
  }
})()`
