/**
 * The renderer of a build: one browser for what is printed, ExcelJS for the workbooks, and what stands beside a PDF.
 * The only file of this room that cli uses.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Renderer, RenderJob, Tools } from '../model/render-job.ts'
import { inlinePhotos, pictureTools } from './beside/inline-photos.ts'
import { type BrowserFacts, openBrowser } from './browser/browser.ts'
import { makePdf } from './pdf.ts'
import { writeXlsx } from './xlsx/xlsx.ts'

export interface RendererOptions {
  /** Version of Khabar. */
  readonly version: string
  /** A path, or `system`; default: the embedded browser where there is one. */
  readonly browser?: string | undefined
  readonly sandbox: 'require' | 'auto' | 'off'
  /** Pages at a time. */
  readonly tabs: number
  readonly environment: { readonly [name: string]: string | undefined }
  readonly onProgress?: (text: string, done?: number, total?: number) => void
}

export interface DiagnosableRenderer extends Renderer {
  /** Starts the browser and tells of it, for `khabar doctor`. */
  diagnose(): Promise<BrowserFacts>
}

export function createRenderer(options: RendererOptions): DiagnosableRenderer {
  const { browser: browserPath, onProgress, ...rest } = options
  const browser = openBrowser({ ...rest, ...(browserPath && { browserPath }), ...(onProgress && { onProgress }) })
  const toolsOf: { readonly [format in RenderJob['format']]: () => Promise<Tools> | Tools } = {
    pdf: async () => ({ ...(await browser.versions()), 'pdf-lib': versionOf('@cantoo/pdf-lib') }),
    xlsx: () => ({ exceljs: versionOf('exceljs'), fflate: versionOf('fflate') }),
    html: () => pictureTools,
    txt: () => ({}),
    json: () => ({}),
  }
  return {
    versions: async format => ({
      khabar: options.version,
      ...(await toolsOf[format]()),
    }),
    render: job => render(job),
    diagnostics: () => browser.diagnostics(),
    diagnose: () => browser.diagnose(),
    close: () => browser.close(),
  }

  async function render(job: RenderJob): Promise<Uint8Array> {
    if (job.format === 'pdf') return makePdf(job, browser, `Khabar ${options.version}`)
    if (job.format === 'xlsx') return writeXlsx(job.workbook, job.date)
    return new TextEncoder().encode(job.format === 'html' ? await inlinePhotos(job) : job.text)
  }
}

/** Off the package's own folder: not every library lets its package.json be imported. */
function versionOf(library: string): string {
  const entry = createRequire(import.meta.url).resolve(library)
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', library)))
  const manifest = readFileSync(join(folder, 'node_modules', library, 'package.json'), 'utf8')
  return /"version": *"([^"]+)"/.exec(manifest)?.[1] ?? ''
}
