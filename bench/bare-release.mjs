/** The least that one release could be made with: a script of ten lines, a browser of its own, the page as it is printed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { launch } from 'puppeteer-core'

const [executablePath, html, pdf] = process.argv.slice(2)
const browser = await launch({ executablePath, headless: 'shell', args: ['--no-sandbox'] })
const page = await browser.newPage()
await page.setContent(readFileSync(html, 'utf8'))
writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }))
await browser.close()
