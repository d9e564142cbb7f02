/** What a change of a text looks like, as `diff -u` shows it. */
import { diff } from 'node:util'

/** Lines that are shown around a change. */
const around = 3
/** As node tells lines that only the first text has, and only the second. */
const [taken, added] = [1, -1]

interface Line {
  readonly sign: ' ' | '+' | '-'
  readonly text: string
  /** How many lines of each text stand before it. */
  readonly old: number
  readonly now: number
}

/** @param before none of a new file */
export function patchOf(path: string, before: string | undefined, after: string): string {
  const lines = compared(before ?? '', after)
  const head = [`--- ${before === undefined ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`]
  return [...head, ...hunksOf(lines).flatMap(printed)].join('\n')
}

function compared(before: string, after: string): readonly Line[] {
  let [old, now] = [0, 0]
  return diff(linesOf(before), linesOf(after)).map(([kind, text]): Line => {
    const line = { sign: kind === added ? '+' : kind === taken ? '-' : ' ', text, old, now } as const
    if (kind !== added) old += 1
    if (kind !== taken) now += 1
    return line
  })
}

/** Without the end of the last line, which is no line more. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** Changes that are near each other stand in one. */
function hunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ sign }) => sign !== ' ')
  const hunks: Line[][] = []
  let isOpen = false
  for (const [at, line] of lines.entries()) {
    if (!isNear(at)) isOpen = false
    else if (isOpen) hunks.at(-1)?.push(line)
    else {
      hunks.push([line])
      isOpen = true
    }
  }
  return hunks
}

function printed(hunk: readonly Line[]): readonly string[] {
  const [first] = hunk
  const [old, now] = ['-', '+'].map(sign => hunk.filter(line => line.sign === ' ' || line.sign === sign).length)
  const from = (before: number | undefined, count: number | undefined): string =>
    `${(before ?? 0) + (count === 0 ? 0 : 1)},${count}`
  const head = `@@ -${from(first?.old, old)} +${from(first?.now, now)} @@`
  return [head, ...hunk.map(({ sign, text }) => `${sign}${text}`)]
}
