/** How a hostile row is put into a workspace that is otherwise right. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** $WEB, $CANARY and $OUTSIDE in every text stand for the server, the canary's file: address, and its folder. */
export interface Vector {
  readonly name: string
  /** Written whole. */
  readonly files?: { readonly [path: string]: string | Uint8Array }
  /** Put at the end of a file of the workspace. */
  readonly adds?: { readonly [path: string]: string }
  /** One text for another, in a file of the workspace or of the packaged templates. */
  readonly swaps?: { readonly [path: string]: readonly [from: string, to: string] }
  readonly links?: { readonly [path: string]: string }
  readonly pipes?: readonly string[]
  /** Made as large as this, and full of nothing. */
  readonly sizes?: { readonly [path: string]: number }
  readonly removes?: readonly string[]
  /** A code that must be told; none: it is built, and what is hostile in it does nothing. */
  readonly told?: string
  /** The machine's fault instead: exit 2. */
  readonly fails?: RegExp
  /** Built, and the plain text beside the PDF says it, as text. */
  readonly says?: string
}

export const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'

/** JSON is YAML, escapes and all. */
export const body = (text: string): Pick<Vector, 'adds'> => ({
  adds: { [meeting]: `  body: { ru: ${JSON.stringify(text)} }\n` },
})
export const headline = (text: string): Pick<Vector, 'swaps'> => ({
  swaps: { [meeting]: ['{ ru: Общество приняло партнёров,', `{ ru: ${JSON.stringify(text)},`] },
})

export interface Traps {
  readonly web: string
  readonly canary: string
  readonly outside: string
}

const packaged = join(import.meta.dirname, '../../')

export function plant(vector: Vector, root: string, traps: Traps): void {
  const filled = (text: string): string =>
    text.replaceAll('$WEB', traps.web).replaceAll('$CANARY', traps.canary).replaceAll('$OUTSIDE', traps.outside)
  const ready = (path: string): string => {
    const full = join(root, path)
    mkdirSync(dirname(full), { recursive: true })
    return full
  }
  const own = (path: string): string => {
    if (path.startsWith('templates/')) writeFileSync(ready(path), readFileSync(join(packaged, path)))
    return ready(path)
  }
  for (const path of vector.removes ?? []) rmSync(join(root, path), { recursive: true })
  for (const [path, text] of Object.entries(vector.files ?? {}))
    writeFileSync(ready(path), typeof text === 'string' ? filled(text) : text)
  for (const [path, text] of Object.entries(vector.adds ?? {})) appendFileSync(own(path), filled(text))
  for (const [path, [from, to]] of Object.entries(vector.swaps ?? {})) {
    const text = readFileSync(own(path), 'utf8')
    if (!text.includes(from)) throw new Error(`${path} holds no ${from}`)
    writeFileSync(
      join(root, path),
      text.replace(from, () => filled(to)),
    )
  }
  for (const [path, target] of Object.entries(vector.links ?? {})) {
    rmSync(ready(path), { recursive: true, force: true })
    symlinkSync(filled(target), join(root, path))
  }
  for (const path of vector.pipes ?? []) execFileSync('mkfifo', [ready(path)])
  for (const [path, size] of Object.entries(vector.sizes ?? {})) {
    writeFileSync(ready(path), '')
    truncateSync(ready(path), size)
  }
}
