/**
 * Quotation marks by language and depth, whichever were typed. A paragraph whose marks do not pair (an inch, a
 * quotation over several paragraphs) is left as typed: nothing is guessed.
 */
import type { Quotes } from '../model/language-pack.ts'
import { nbsp } from './nbsp.ts'

export function setQuotes(text: string, quotes: Quotes): string {
  return text
    .split(/(\n[ \t]*\n)/)
    .map(paragraph => pair(paragraph, quotes))
    .join('')
}

function pair(paragraph: string, { outer, inner }: Quotes): string {
  const open: string[] = []
  let isPaired = true
  const set = paragraph.replace(/["“”„«»]/g, (mark, at: number) => {
    const depth = open.length
    if (opens(mark, { before: paragraph[at - 1], after: paragraph[at + 1], within: open.at(-1) })) {
      open.push(mark)
      return (depth === 0 ? outer : inner)[0]
    }
    isPaired &&= open.pop() !== undefined
    return (depth === 1 ? outer : inner)[1]
  })
  return isPaired && open.length === 0 ? [outer, inner].reduce(spacedOnce, set) : paragraph
}

/** « mot »: the space belongs to the mark, and the one that was typed goes. */
function spacedOnce(text: string, [open, close]: QuotePair): string {
  const after = open.endsWith(nbsp) ? text.replace(new RegExp(`(?<=${asWritten(open)})${typed}`, 'gu'), '') : text
  return close.startsWith(nbsp) ? after.replace(new RegExp(`${typed}(?=${asWritten(close)})`, 'gu'), '') : after
}

/** French typists know a narrow one as well. */
const typed = `[ ${nbsp}\u202f]+`

const asWritten = (mark: string): string => mark.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

type QuotePair = Quotes['outer']

interface Around {
  readonly before: string | undefined
  readonly after: string | undefined
  /** The last mark that is still open. */
  readonly within: string | undefined
}

/** `“` closes what „ opened, as in Russian, and opens elsewhere, as in English; a straight mark tells by its neighbours. */
function opens(mark: string, { before, after, within }: Around): boolean {
  if (mark === '“') return within !== '„'
  if (mark !== '"') return mark === '«' || mark === '„'
  return (
    (before === undefined || /[\s(["«„“*_/—–-]/.test(before)) && after !== undefined && !/[\s.,;:!?…)\]»”]/.test(after)
  )
}
