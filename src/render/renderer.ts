/** The renderer of a build: one browser for the pages, ExcelJS for the workbooks. The only file of this room that cli uses. */
import { createRequire } from 'node:module'
import type { Renderer, RenderJob } from '../model/render-job.ts'
import { type BrowserFacts, openBrowser } from './browser.ts'
import { printPdf } from './pdf.ts'
import { writeXlsx } from './xlsx.ts'

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
  return {
    versions: async format => ({
      khabar: options.version,
      ...(format === 'pdf' ? await browser.versions() : { exceljs: versionOf('exceljs'), fflate: versionOf('fflate') }),
    }),
    render: job => render(job),
    diagnostics: () => browser.diagnostics(),
    diagnose: () => browser.diagnose(),
    close: () => browser.close(),
  }

  async function render(job: RenderJob): Promise<Uint8Array> {
    return job.format === 'pdf' ? printPdf(job, browser) : writeXlsx(job.workbook, job.date)
  }
}

const require = createRequire(import.meta.url)

function versionOf(library: string): string {
  return (require(`${library}/package.json`) as { version: string }).version
}
