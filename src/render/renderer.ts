/**
 * The renderer of a build: one browser for what is printed, and what makes the bytes of each format (formats.ts).
 * The only file of this room that cli uses. Libraries are loaded when there is something to make with them: a build of nothing
 * only asks for versions.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FirstPages, Renderer } from '../model/render-job.ts'
import type { Said } from '../model/said.ts'
import type { Browser, BrowserFacts } from './browser/browser.ts'
import { leadsStill } from './browser/trail.ts'
import { type Engine, formatOf } from './formats.ts'
import { pictureSize, pictureVersion } from './picture-size.ts'

export interface RendererOptions {
  /** Version of Khabar. */
  readonly version: string
  /** A path, or `system`; default: the embedded browser where there is one. */
  readonly browser?: string | undefined
  readonly sandbox: 'require' | 'auto' | 'off'
  /** Pages at a time. */
  readonly tabs: number
  readonly environment: { readonly [name: string]: string | undefined }
  readonly onProgress?: (task: Said, done?: number, total?: number) => void
}

export interface DiagnosableRenderer extends Renderer, FirstPages {
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
  const engine: Engine = { browser: open, name: `Khabar ${options.version}` }
  return {
    async versions(format) {
      const { isPrinted, libraries } = formatOf(format)
      const browser = isPrinted && (await (await open()).versions())
      const own = libraries.map(library => [library.replace(/^@.*\//, ''), versionOf(library)])
      return { khabar: options.version, ...browser, ...Object.fromEntries(own) }
    },
    pictureSize,
    pictureTools: () => ({ picture: String(pictureVersion), sharp: versionOf('sharp') }),
    async picture(job) {
      const { pictureOfFirstPage } = await import('./first-page.ts')
      return pictureOfFirstPage(job, await open())
    },
    prepare: async () => (await open()).prepare(),
    warm: async () => (await open()).warm(),
    render: async job => formatOf(job.format).bytes(job, engine),
    trail: async () => (await open()).trail(),
    leadsStill: trail => leadsStill(trail, wish),
    diagnostics: () => opened?.diagnostics() ?? [],
    diagnose: async () => (await open()).diagnose(),
    close: async () => opened?.close(),
  }
}

/** Off the package's own folder: not every library lets its package.json be imported. */
function versionOf(library: string): string {
  const entry = createRequire(import.meta.url).resolve(library)
  const folder = entry.slice(0, entry.lastIndexOf(join('node_modules', library)))
  const manifest = readFileSync(join(folder, 'node_modules', library, 'package.json'), 'utf8')
  return /"version": *"([^"]+)"/.exec(manifest)?.[1] ?? ''
}
