/** The command as it is packed: bundled anew before the tests that run it as a process of its own (bundled.ts). */
import { join } from 'node:path'

export const bundled = join(import.meta.dirname, '../../dist')
export const program = join(bundled, 'cli/bin.js')
