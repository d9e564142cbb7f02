/** The renderer as the words of a command ask for it, telling the terminal what takes long. */
import { createRenderer, type DiagnosableRenderer } from '../render/renderer.ts'
import type { Setting } from './setting.ts'

export interface BrowserWords {
  readonly browser?: string
  readonly sandbox: 'require' | 'auto' | 'off'
}

/** @param tabs pages at a time. */
export const rendererFor = (
  { version, terminal }: Setting,
  { browser, sandbox }: BrowserWords,
  tabs: number,
): DiagnosableRenderer =>
  createRenderer({
    version,
    browser,
    sandbox,
    tabs,
    environment: process.env,
    onProgress: (task, done, total) => terminal.progress(task, done, total),
  })
