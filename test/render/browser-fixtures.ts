/** What the browser's tests share: documents, our fonts, folders. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'
import type { Asset } from '../../src/model/render-job.ts'
import { type Browser, type BrowserOptions, openBrowser } from '../../src/render/browser/browser.ts'
import { findBrowser } from '../../src/render/browser/find-browser.ts'
import { makePdf } from '../../src/render/pdf.ts'

export const run = promisify(execFile)

export const open = (options: Partial<BrowserOptions> = {}): Browser =>
  openBrowser({ sandbox: 'auto', tabs: 1, environment: process.env, ...options })

const made: string[] = []
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

/** Gone when the test file is done. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'khabar-test-'))
  made.push(folder)
  return folder
}

/** A program called `name` that does what the lines say, and then is the browser. */
export async function disguised(name: string, lines: string): Promise<string> {
  const { path, env } = await findBrowser({ environment: process.env })
  const libraries = env['LD_LIBRARY_PATH'] ? `export LD_LIBRARY_PATH='${env['LD_LIBRARY_PATH']}'` : ''
  const program = join(await freshFolder(), name)
  await writeFile(program, `#!/bin/sh\n${lines}\n${libraries}\nexec '${path}' "$@"\n`, { mode: 0o755 })
  return program
}

const fontFolder = new URL('../../templates/fonts/', import.meta.url)

export const fonts: readonly Asset[] = readdirSync(fontFolder)
  .filter(file => file.endsWith('.ttf'))
  .map(file => ({ path: `fonts/${file}`, type: 'font/ttf', bytes: readFileSync(new URL(file, fontFolder)) }))

const faces = `
  @font-face { font-family: "Text Serif"; src: url(fonts/SourceSerif4-Regular.ttf) }
  @font-face { font-family: "Text Serif"; font-style: italic; src: url(fonts/SourceSerif4-Italic.ttf) }
  @font-face { font-family: "Text Serif"; font-weight: 600; src: url(fonts/SourceSerif4-SemiBold.ttf) }
  @font-face { font-family: "Text Sans"; src: url(fonts/SourceSans3-Regular.ttf) }
  @font-face { font-family: "Text Sans"; font-weight: 600; src: url(fonts/SourceSans3-SemiBold.ttf) }
  body { font-family: "Text Serif"; font-synthesis: none } h1, th { font-family: "Text Sans"; font-weight: 600 }
  @page { size: A4; @bottom-center { content: counter(page); font-family: "Text Sans" } }`

export interface PageText {
  readonly lang?: string
  readonly head?: string
  readonly body: string
}

export const page = ({ lang = 'ru', head = '', body }: PageText): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Проба</title><style>${faces}</style>${head}</head><body>${body}</body></html>`

export const job = (text: PageText, assets: readonly Asset[] = []) =>
  ({
    format: 'pdf',
    path: 'press/2022/a.ru.pdf',
    language: text.lang ?? 'ru',
    date: '2022-08-15',
    records: ['a'],
    html: page(text),
    assets: [...fonts, ...assets],
    attachments: [],
    facts: { title: 'проба', description: '', author: 'Общество', keywords: [] },
  }) as const

/** As it is published: what the browser's clock and counters leave in a file is gone. */
export const finished = (each: ReturnType<typeof job>, browser: Browser): Promise<Uint8Array> =>
  makePdf(each, browser, 'Khabar')

export const temporaryBrowserFolders = (): readonly string[] =>
  readdirSync(tmpdir()).filter(name => name.startsWith('khabar-browser-') || name.startsWith('khabar-cache-'))
