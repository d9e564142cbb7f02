/** Where Khabar itself lies: the folder of its package.json, above the source as above what is bundled of it. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** With a separator at its end. */
export const packageFolder: string = join(above(dirname(fileURLToPath(import.meta.url))), '/')

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder))
}
