/**
 * Marked content as Chromium writes it: numbers outside of texts, replacement texts inside them (ISO 32000-1, 14.6). What is
 * written from right to left is marked as such, until `reading-order.ts` tells its words instead: of those one text stands in
 * another, and the outer one counts.
 */
import type { Operation } from './content-operations.ts'
import type { Sequence } from './page-content.ts'
import { PDFHexString, PDFString, unexpected } from './pdf-objects.ts'
import type { Handler, Scan } from './scan-state.ts'

const softHyphen = '\u00AD'

const beginMark: Handler = (scan, operation) => {
  const [tag, properties] = [operation.raw(0), operation.raw(1)]
  const number = /\/MCID\s+(\d+)/.exec(properties)?.[1]
  const actual = /\/ActualText\s*(<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S])*\))/.exec(properties)?.[1]
  const insideText = scan.text !== undefined
  if (number !== undefined && !insideText && scan.marks.length === 0) {
    scan.marks.push({ kind: 'sequence', insideText })
    scan.sequence = openSequence(scan, Number(number))
    drop(scan, operation)
  } else if (tag === '/Span' && actual !== undefined && number === undefined && insideText) {
    const isInner = isReplaced(scan)
    scan.marks.push({ kind: 'actual-text', insideText })
    if (isInner) return
    const text = decoded(actual)
    scan.replaced.push({ text, runs: [] })
    scan.hyphens.replaced({ text, start: operation.start, end: operation.end })
    if (text !== softHyphen) scan.sequence?.said.push(`=${text}`)
  } else if (tag === '/Artifact' && !insideText && scan.marks.length === 0) {
    scan.marks.push({ kind: 'artifact', insideText })
    scan.group += 1
  } else {
    throw unexpected(`a page marks ${tag} ${properties}`)
  }
}

/** Whether another text is told in place of what is shown. */
export const isReplaced = ({ marks }: Pick<Scan, 'marks'>): boolean => marks.some(({ kind }) => kind === 'actual-text')

const beginReversed: Handler = (scan, operation) => {
  if (operation.raw(0) !== '/ReversedChars' || !scan.text) throw unexpected(`a page marks ${operation.raw(0)}`)
  scan.marks.push({ kind: 'reversed', insideText: true })
}

function openSequence(scan: Scan, mcid: number): Sequence {
  if (scan.sequences.has(mcid)) throw unexpected(`a page has the number ${mcid} twice`)
  const sequence: Sequence = { page: scan.page, units: [], said: [] }
  scan.sequences.set(mcid, sequence)
  return sequence
}

/** A string of a content stream. */
export const decoded = (written: string): string =>
  (written.startsWith('<') ? PDFHexString : PDFString).of(written.slice(1, -1)).decodeText()

/** The old mark goes: where the new one stands is decided when the page is known. */
function drop(scan: Scan, { start, end }: Operation): void {
  scan.edits.push({ from: start, to: end, text: '' })
  scan.group += 1
}

const endMark: Handler = (scan, operation) => {
  const ended = scan.marks.pop()
  if (!ended || ended.insideText !== (scan.text !== undefined)) throw unexpected('marks and texts of a page cross')
  if (ended.kind === 'actual-text' && !isReplaced(scan))
    scan.hyphens.replacementEnds({ start: operation.start, end: operation.end })
  if (ended.kind === 'artifact') scan.group += 1
  if (ended.kind !== 'sequence') return
  drop(scan, operation)
  scan.sequence = undefined
}

export const markOperators: readonly (readonly [string, Handler])[] = [
  ['BDC', beginMark],
  ['BMC', beginReversed],
  ['EMC', endMark],
]
