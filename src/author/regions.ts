/** Where the value of a field stands in its file, with all that belongs to it, and which comments stand there. */
import type { Parsed } from '../load/parse.ts'

export interface Region {
  readonly pointer: string
  /** Behind the colon; of an entry of a list, where it begins. */
  readonly start: number
  readonly end: number
  readonly isInFlow: boolean
}

export function regionOf({ file, spans }: Parsed, pointer: string): Region | undefined {
  const node = spans.get(pointer)
  if (!node) return undefined
  const start = node.key ? file.text.indexOf(':', node.key[1]) + 1 : node.value[0]
  const end = Math.max(start, node.value[1])
  const [behind = ''] = /^[ \t]+#[^\r\n]*/.exec(file.text.slice(end)) ?? []
  const isInFlow = /^[ \t]*[,}\]]/.test(file.text.slice(end))
  return { pointer, start, end: end + behind.length, isInFlow }
}

/** Each as it was written, from its sign to the end of its line. What looks like one inside a text is none. */
export function commentsIn(parsed: Parsed, { pointer, start, end }: Region): readonly string[] {
  const { text } = parsed.file
  const words = wordsBelow(parsed, pointer)
  const found: string[] = []
  for (let at = start; at < end; at += 1) {
    const word = words.find(range => range[0] <= at && at < range[1])
    if (word) at = word[1] - 1
    else if (text[at] === '#' && /[\s:]/.test(text[at - 1] ?? '\n')) {
      const [comment = ''] = /^[^\r\n]*/.exec(text.slice(at, end)) ?? []
      found.push(comment.trimEnd())
      at += comment.length
    }
  }
  return found
}

type Range = readonly [start: number, end: number]

/** Names and texts, but not the maps and lists that they stand in. */
function wordsBelow({ spans }: Parsed, pointer: string): readonly Range[] {
  const below = [...spans].filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
  const holders = new Set(below.map(([at]) => at.slice(0, at.lastIndexOf('/'))))
  return below.flatMap(([at, { key, value }]) => [
    ...(key && at !== pointer ? [key] : []),
    ...(holders.has(at) ? [] : [value]),
  ])
}
