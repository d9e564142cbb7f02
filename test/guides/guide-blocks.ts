/** The examples of the guides: blocks of a record, named by its kind, and blocks of commands. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../docs/guide')

export interface Block {
  /** `en/embargo.md:5` */
  readonly place: string
  /** As after the fence: `yaml meeting`, `sh`. */
  readonly language: string
  readonly text: string
}

export const guides: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.md'))
  .toSorted()

export function blocksOf(guide: string): readonly Block[] {
  const text = readFileSync(join(folder, guide), 'utf8')
  return [...text.matchAll(/^```(\S[^\n]*)\n(.*?)^```$/gms)].map(found => {
    const [, language = '', block = ''] = found
    return { place: `${guide}:${text.slice(0, found.index).split('\n').length}`, language, text: block }
  })
}

export const textOf = (guide: string): string => readFileSync(join(folder, guide), 'utf8')
