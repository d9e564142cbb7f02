/** What every command is handed besides its own words. */
import { join } from 'node:path'
import { packageFolder } from '../disk/package-folder.ts'
import type { MessageLanguage } from './messages.ts'
import type { Terminal } from './terminal.ts'

export const packagedTemplates = join(packageFolder, 'templates')

export interface Setting {
  /** Absolute. */
  readonly root: string
  readonly version: string
  /** In which people are told things; the terminal tells them in it. */
  readonly language: MessageLanguage
  readonly terminal: Terminal
}
