/**
 * The renderer of a build: one browser for what is printed, ExcelJS for the workbooks, and what stands beside a PDF.
 * The only file of this room that cli uses. Libraries are loaded when there is something to make with them: a build of nothing
 * only asks for versions.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Renderer, RenderJob, Tools } from '../model/render-job.ts'
import type { Browser, BrowserFacts } from './browser/browser.ts'
import { leadsStill } from './browser/trail.ts'

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
  const wish = { ...rest, ...(browserPath && { browserPath }), ...(onProgress && { onProgress }) }
  let opened: Browser | undefined
  const open = async (): Promise<Browser> => {
    const { openBrowser } = await import('./browser/browser.ts')
    opened ??= openBrowser(wish)
    return opened
  }
  const toolsOf: { readonly [format in RenderJob['format']]: () => Promise<Tools> | Tools } = {
    pdf: async () => ({ ...(await (await open()).versions()), 'pdf-lib': versionOf('@cantoo/pdf-lib') }),
    xlsx: () => ({ exceljs: versionOf('exceljs'), fflate: versionOf('fflate') }),
    // Which libvips it brings is fixed by its own version.
    html: () => ({ sharp: versionOf('sharp') }),
    txt: () => ({}),
    json: () => ({}),
  }
  return {
    versions: async format => ({
      khabar: options.version,
      ...(await toolsOf[format]()),
    }),
    render: job => render(job),
    trail: async () => (await open()).trail(),
    leadsStill: trail => leadsStill(trail, wish),
    diagnostics: () => opened?.diagnostics() ?? [],
    diagnose: async () => (await open()).diagnose(),
    close: async () => opened?.close(),
  }

  async function render(job: RenderJob): Promise<Uint8Array> {
    if (job.format === 'pdf') {
      const { makePdf } = await import('./pdf.ts')
      return makePdf(job, await open(), `Khabar ${options.version}`)
    }
    if (job.format === 'xlsx') {
      const { writeXlsx } = await import('./xlsx/xlsx.ts')
      return writeXlsx(job.workbook, job.date)
    }
    if (job.format !== 'html') return new TextEncoder().encode(job.text)
    const { inlinePhotos } = await import('./beside/inline-photos.ts')
    return new TextEncoder().encode(await inlinePhotos(job))
  }
}

/** Off the package's own folder: not every library lets its package.json be imported. */
function versionOf(library: string): string {
  const entry = createRequire(import.meta.url).resolve(library)
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', library)))
  const manifest = readFileSync(join(folder, 'node_modules', library, 'package.json'), 'utf8')
  return /"version": *"([^"]+)"/.exec(manifest)?.[1] ?? ''
}
