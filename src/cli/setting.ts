/** What every command is handed besides its own words. */
import { fileURLToPath } from 'node:url'
import type { Terminal } from './terminal.ts'

export const packagedTemplates = fileURLToPath(new URL('../../templates', import.meta.url))

export interface Setting {
  /** Absolute. */
  readonly root: string
  readonly version: string
  readonly terminal: Terminal
}
