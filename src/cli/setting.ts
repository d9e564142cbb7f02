/** What every command is handed besides its own words. */
import { fileURLToPath } from 'node:url'
import type { MessageLanguage } from './messages.ts'
import type { Terminal } from './terminal.ts'

export const packagedTemplates = fileURLToPath(new URL('../../templates', import.meta.url))

export interface Setting {
  /** Absolute. */
  readonly root: string
  readonly version: string
  /** In which people are told things; the terminal tells them in it. */
  readonly language: MessageLanguage
  readonly terminal: Terminal
}
