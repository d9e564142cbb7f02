/** A hostile document reaches nothing: no host, no file of the machine, no script. */
import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RenderFailure } from '../../src/model/fault.ts'
import type { Browser } from '../../src/render/browser/browser.ts'
import { pause } from '../../src/render/browser/time-limit.ts'
import { printPdf } from '../../src/render/pdf.ts'
import { finished, freshFolder, job, open, page } from './browser-fixtures.ts'
import { need, textOf } from './pdf-judges.ts'

const hits: string[] = []
let server: Server
let host: string
let canary: string
let browser: Browser

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached')
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  host = `http://127.0.0.1:${typeof address === 'object' && address?.port}`
  const file = join(await freshFolder(), 'canary.html')
  await writeFile(file, 'CANARYTEXT')
  canary = pathToFileURL(file).href
  browser = open()
})
afterAll(async () => {
  await browser.close()
  server.close()
})

/** Each asks for an address of its own, so that a failure names the way out. */
const silent = (at: (name: string) => string): { readonly head: string; readonly body: string } => ({
  head: `
    <link rel="stylesheet" href="${at('css')}"><link rel="prefetch" href="${at('prefetch')}">
    <link rel="preload" as="font" crossorigin href="${at('preload')}"><link rel="prerender" href="${at('prerender')}">
    <link rel="preconnect" href="${at('preconnect')}"><link rel="dns-prefetch" href="${at('dns')}">
    <link rel="icon" href="${at('icon')}"><link rel="manifest" href="${at('manifest')}">
    <link rel="modulepreload" href="${at('module')}">
    <script type="speculationrules">{"prefetch":[{"urls":["${at('speculation')}"],"eagerness":"immediate"}]}</script>
    <style>@import "${at('import')}"; body { background: url("${at('background')}"); cursor: url("${at('cursor')}"), auto }
      @font-face { font-family: Unused; src: url("${at('unused-font')}") } li { list-style-image: url("${at('bullet')}") }
      h1::before { content: url("${at('content')}") } p { mask-image: url("${at('mask')}"); shape-outside: url("${at('shape')}") }
    </style>`,
  body: `
    <h1>Заголовок</h1><p style="border-image: url('${at('border')}') 1">Текст<li>пункт</li>
    <iframe src="${at('iframe')}"></iframe><iframe srcdoc="&lt;img src='${at('srcdoc')}'&gt;"></iframe>
    <object data="${at('object')}"></object><embed src="${at('embed')}"><frame src="${at('frame')}">
    <video src="${at('video')}" poster="${at('poster')}" autoplay></video><audio src="${at('audio')}" autoplay></audio>
    <video><track default src="${at('track')}"><source src="${at('source')}"></video>
    <svg><use href="${at('use')}#a"/><image href="${at('svg-image')}"/><filter id="f"><feImage href="${at('fe-image')}"/></filter>
      <rect width="9" height="9" filter="url(#f)"/></svg>
    <form action="${at('form')}"><input type="image" src="${at('input')}"><button autofocus>x</button></form>
    <a href="${at('link')}" ping="${at('ping')}">ссылка</a><table background="${at('table')}"><tr><td>a</table>
    <script src="${at('script')}"></script>
    <script>fetch("${at('fetch')}"); new Image().src = "${at('image')}"; document.title = 'SCRIPTRAN'
      document.body.append('SCRIPTRAN'); navigator.sendBeacon("${at('beacon')}"); location = "${at('location')}"
      new WebSocket("${at('ws')}".replace('http', 'ws')); window.open("${at('popup')}")</script>
    <p onclick="1"><style onload="document.body.append('SCRIPTRAN')"></style>`,
})

/** The unused font alone stops a document, rightly; so it is taken out where the rest is to be printed. */
const withoutFont = (text: string): string => text.replace(/@font-face \{ font-family: Unused[^}]*\}/, '')

const web = (name: string): string => `${host}/${name}`

describe('a hostile document', () => {
  test('that asks for pictures fails, and nothing was asked', async () => {
    const body = `<p>Текст<img src="${web('img')}"><img srcset="${web('srcset')} 1x"><picture><source srcset="${web('source')}"><img src="${web('picture')}"></picture>`
    const thrown = await printPdf(job({ body }), browser).catch((reason: unknown) => reason)
    expect(thrown).toBeInstanceOf(RenderFailure)
    expect(String(thrown)).toContain(`picture ${web('img')} could not be shown`)
    expect(hits).toEqual([])
  })

  test('by every other way prints without reaching anything, and its script did not run', async ctx => {
    const { head, body } = silent(web)
    const pdf = await printPdf(job({ head: withoutFont(head), body }), browser)
    await pause(300)
    expect(hits).toEqual([])
    await need(ctx, 'pdftotext')
    const text = await textOf(pdf)
    expect(text).toContain('Заголовок')
    expect(text).not.toContain('SCRIPTRAN')
    expect(text).not.toContain('reached')
  })

  test.for([0, 1])('that leads away after %i s is stopped, and so is its effect on the next one', async seconds => {
    const head = `<meta http-equiv="refresh" content="${seconds};url=${web('refresh')}">`
    const plain = job({ body: '<p>Следующий' })
    const before = await finished(plain, browser)
    const outcome = await printPdf(job({ head, body: '<p>Уходит' }), browser).catch((reason: unknown) => reason)
    if (!(outcome instanceof Uint8Array)) expect(outcome).toBeInstanceOf(RenderFailure)
    const next = await finished(plain, browser)
    await pause(1_200)
    const later = await finished(plain, browser)
    expect(Buffer.compare(next, before)).toBe(0)
    expect(Buffer.compare(later, before)).toBe(0)
    expect(hits).toEqual([])
  })

  test('cannot read a file of the machine', async ctx => {
    const { head, body } = silent(() => canary)
    const refresh = `<meta http-equiv="refresh" content="0;url=${canary}">`
    const picture = job({ body: `<p>a<img src="${canary}">` })
    await expect(printPdf(picture, browser)).rejects.toThrow(RenderFailure)
    const climbing = job({ body: '<p>a<img src="../../../../etc/passwd">' })
    await expect(printPdf(climbing, browser)).rejects.toThrow(/picture etc\/passwd could not be shown/)
    await need(ctx, 'pdftotext')
    for (const each of [withoutFont(head), refresh]) {
      const pdf = await printPdf(job({ head: each, body }), browser)
      expect(await textOf(pdf)).not.toContain('CANARYTEXT')
    }
  })

  test('cannot move its own address by a base, nor load the next document’s picture', async () => {
    const head = `<base href="${host}/">`
    const outcome = printPdf(job({ head, body: '<p>a<img src="photo-1.jpg">' }), browser)
    await expect(outcome).rejects.toThrow(/photo-1.jpg could not be shown/)
    expect(hits).toEqual([])
  })
})

test('the browser’s own flags alone stop everything, with every defence of the page and the sandbox off', async () => {
  const bare = open({ sandbox: 'off' })
  await bare.use(async tab => {
    const naked = await tab.page.browser().newPage()
    const { head, body } = silent(web)
    const html = `${head}${body}<img src="${web('img')}">`
    await naked.setContent(html, { waitUntil: 'domcontentloaded' }).catch(() => undefined)
    await naked.goto(web('goto'), { timeout: 1_000 }).catch(() => undefined)
    await pause(700)
    await naked.close()
  })
  await bare.close()
  expect(hits).toEqual([])
})

test('the server does count: a request of our own reaches it', async () => {
  await fetch(web('own'))
  expect(hits.splice(0)).toEqual(['/own'])
})

test('a missing font of ours stops the document and is named', async () => {
  const head = '<style>@font-face { font-family: Lost; src: url(fonts/Lost.ttf) } h1 { font-family: Lost }</style>'
  const html = page({ head, body: '<h1>a</h1>' })
  const lost = { ...job({ body: '' }), html }
  await expect(printPdf(lost, browser)).rejects.toThrow(/font Lost \S+ could not be shown/)
})
