/** The preview in a real browser with its script on: it follows what is saved, and leaves the person where they were. */
import { launch, type Page } from 'puppeteer-core'
import { expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '../../src/render/browser/find-browser.ts'
import { watching } from '../support/watching.ts'

const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
const preview = '/preview/press/2022/2022-08-15-icrc.en'

/** No sandbox: it opens nothing but our own pages, and runs as root in a container. */
async function openPage(): Promise<Page> {
  const { path, env } = await findBrowser({ environment: process.env })
  const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--hide-scrollbars']
  const browser = await launch({ executablePath: path, env: { ...process.env, ...env }, args, headless: 'shell' })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.setViewport({ width: 900, height: 500 })
  return page
}

const inFrame = (text: string): string =>
  `document.getElementById('shown').contentDocument?.body?.textContent.includes(${JSON.stringify(text)})`
const onPage = (text: string): string => `document.body.textContent.includes(${JSON.stringify(text)})`

test('a release follows its record; scrolled to where it was; a mistake is shown above it and goes again', async () => {
  const watch = await watching()
  const page = await openPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => errors.push(message.text()))
  await page.goto(watch.address + preview)
  await page.waitForFunction(inFrame('The Society received partners'))
  // Not by the browser's own doing, which not all of them do in a frame.
  await page.evaluate('document.getElementById("shown").contentWindow.history.scrollRestoration = "manual"')
  await page.evaluate('document.getElementById("shown").contentWindow.scrollTo(0, 150); window.mark = 1')

  await watch.edit(meeting, text => text.replace('The Society received partners', 'Changed as you look'))
  await page.waitForFunction(inFrame('Changed as you look'))
  await page.waitForFunction('document.getElementById("shown").contentWindow.scrollY === 150')
  await page.waitForFunction(onPage('Up to date since'))

  await watch.edit(meeting, text => text.replace('kind: working', 'kind: workng'))
  await page.waitForFunction(onPage('This preview is old'))
  expect(await page.evaluate(inFrame('Changed as you look'))).toBe(true)
  expect(await page.evaluate('document.querySelector("#notice mark").textContent')).toBe('workng')
  expect(await page.title()).toContain('(1 error)')

  await watch.edit(meeting, text => text.replace('kind: workng', 'kind: working'))
  await page.waitForFunction(`!${onPage('This preview is old')}`)
  expect(await page.title()).not.toContain('error')
  expect(await page.evaluate('window.mark')).toBe(1)

  await page.evaluate(
    `document.getElementById('shown').contentDocument.querySelector('a[hreflang=ru], a[href$="ru.html"]').click()`,
  )
  await page.waitForFunction('location.pathname.endsWith(".ru")')
  await page.waitForFunction(inFrame('Общество приняло партнёров'))
  expect(errors).toEqual([])

  await watch.close()
  await page.waitForFunction(onPage('khabar watch has ended'))
})

test('the overview follows without a reload; a release that comes and goes has its page', async () => {
  const watch = await watching()
  const page = await openPage()
  await page.goto(`${watch.address}/?lang=en`)
  await page.focus('a[href="/problems"]')
  await page.evaluate('window.mark = 1')
  await watch.edit(meeting, text => text.replace('The Society received partners', 'Another headline'))
  await page.waitForFunction(onPage('Another headline'))
  expect(await page.evaluate('[window.mark, document.activeElement.getAttribute("href")]')).toEqual([1, '/problems'])

  await page.goto(watch.address + preview)
  await watch.edit(meeting, text => text.replace(', en: Another headline', ''))
  await page.waitForFunction(onPage('There is no such page'))
  await watch.edit(meeting, text =>
    text.replace('Общество приняло партнёров', 'Общество приняло партнёров, en: Back again'),
  )
  await page.waitForFunction(`document.getElementById('shown') && ${inFrame('Back again')}`)
})
