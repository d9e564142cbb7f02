/** The package as `npm pack` would hold it: what is measured is what is installed. */
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../scripts/bundle.ts'

const repository = join(import.meta.dirname, '..')

/** @returns the program, which `node` runs */
export async function packed(folder: string): Promise<string> {
  await bundle(join(folder, 'dist'))
  for (const name of ['package.json', 'templates'])
    cpSync(join(repository, name), join(folder, name), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  return join(folder, 'dist/cli/bin.js')
}
