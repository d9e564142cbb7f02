/**
 * Mistakes of authors, as data: each changes one place of a good workspace, and says what must be told, where, and which
 * words of the hint mend it. A family is a file of loaded/ or, where more than loading finds it out, of checked/:
 *
 *     - what: a colon forgotten
 *       from: 'kind: working'       # stands once in the meeting of base/, or in the `file` that is named
 *       to: kind working
 *       told: yaml/syntax           # alone: nothing is told that only follows from it
 *       line: 5
 *       hint: 'kind: working'       # stands in a hint, word for word, and mends it where it is put over `to`
 *
 * Where the hint says what to do, not what to write, `over` and `put` say it done. `then` are mistakes that are told beside
 * it, or once it is mended. `named` is the name of the file, `encoding` its encoding, `rename` the name that the hint gives;
 * `adds` are files beside it, as text, or in base64.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

export interface Step {
  readonly told: string
  readonly line: number
  readonly hint: string
  readonly over?: string
  readonly put?: string
  readonly rename?: string
}

export interface Mistake extends Step {
  readonly what: string
  readonly file?: string
  readonly from?: string
  readonly to?: string
  readonly named?: string
  readonly encoding?: string
  readonly adds?: { readonly [path: string]: { readonly text: string } | { readonly base64: string } }
  readonly then?: readonly Step[]
}

export interface Family {
  readonly name: string
  readonly mistakes: readonly Mistake[]
}

export async function familiesIn(folder: 'loaded' | 'checked'): Promise<readonly Family[]> {
  const root = join(import.meta.dirname, folder)
  return Promise.all(
    (await readdir(root)).toSorted().map(async name => ({
      name: basename(name, '.yaml'),
      mistakes: parse(await readFile(join(root, name), 'utf8')) as readonly Mistake[],
    })),
  )
}
