/** What every command is handed besides its own words. */
import type { Terminal } from './terminal.ts'

export interface Setting {
  /** Absolute. */
  readonly root: string
  readonly version: string
  readonly terminal: Terminal
}
