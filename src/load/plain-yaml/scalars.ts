/** Words and texts of a plain record, each `undefined` where more may stand there than words. */
import { indentOf, type Reading, trimmed } from './lines.ts'

const wordsBegin = /^[\p{L}\p{N}«„“(№]/u
/** A field within the words, or a comment behind them. */
const notOnlyWords = /:(?: |$)| #/
/** A list, a table, a heading: on a line of its own, it was not meant to be joined to others. */
const marker = /^(?:[-*+|#`~=:]|\d{1,3}[.)])/

/** Digits that a number holds exactly. */
const plainNumber = /^-?(?:(?:0|[1-9]\d{0,14})|(?=[\d.]{1,16}$)(?:0|[1-9]\d*)\.\d+)$/
const perhapsNumber = /^(?:[\d.]+(?:[eE][-+\d]*)?|0[xo].*)$/
const perhapsNull = /^(?:null|true|false)$/i

/** @param written without spaces around it */
export function valueOfWords(written: string): string | number | boolean | undefined {
  if (plainNumber.test(written)) return Number(written)
  if (!wordsBegin.test(written) || notOnlyWords.test(written)) return undefined
  if (written === 'true' || written === 'false') return written === 'true'
  return perhapsNumber.test(written) || perhapsNull.test(written) ? undefined : written
}

/** Whether words go on in the next line, behind empty ones too. */
export function isContinued({ lines, filled, next }: Reading, column: number): boolean {
  const line = lines[filled[next] ?? lines.length] ?? ''
  const indent = indentOf(line)
  return indent > column && line.charAt(indent) !== '#'
}

/** Words over several lines: one that is empty is where a line ends, all others are joined by spaces. */
export function foldedWords(reading: Reading, first: string, column: number): string | undefined {
  const lines = [first]
  while (isContinued(reading, column)) {
    const line = trimmed(reading.lines[reading.next] ?? '')
    if (line !== '' && (!wordsBegin.test(line) || notOnlyWords.test(line) || marker.test(line))) return undefined
    lines.push(line)
    reading.next += 1
  }
  return typeof valueOfWords(first) === 'string' ? folded(lines) : undefined
}

/** In quotes without escapes, over any number of lines. @param first from the first quote to the end of its line */
export function quotedWords(reading: Reading, first: string, column: number): string | undefined {
  const sign = first.charAt(0)
  const lines = [first.slice(1)]
  for (let line = first.slice(1); !line.includes(sign); reading.next += 1) {
    if (first === sign || !isContinued(reading, column)) return undefined
    line = trimmed(reading.lines[reading.next] ?? '')
    if (marker.test(line)) return undefined
    lines.push(line)
  }
  return /^([^"\\]*)"$|^([^']*)'$/.exec(folded(lines))?.[sign === '"' ? 1 : 2]
}

function folded(lines: readonly string[]): string {
  let text = ''
  let isAfterWords = false
  for (const line of lines) {
    if (line === '') text += '\n'
    else text += isAfterWords ? ` ${line}` : line
    isAfterWords = line !== ''
  }
  return text
}

/** Under `|`, `|-`, `>` and `>-`: the lines that are indented as the first is. */
export function blockText(reading: Reading, header: string, column: number): string | undefined {
  if (!/^[|>]-?$/.test(header)) return undefined
  const indent = indentOf(reading.lines[reading.next] ?? '')
  const lines: string[] = []
  for (; reading.next < reading.lines.length; reading.next += 1) {
    const line = reading.lines[reading.next] ?? ''
    if (line !== '' && indentOf(line) < indent) break
    lines.push(line.slice(indent))
  }
  // Without an end of its last line, the text would have none.
  const isWhole = reading.next < reading.lines.length || lines.at(-1) === ''
  while (lines.at(-1) === '') lines.pop()
  if (indent <= column || !isWhole || lines.length === 0 || lines.some(line => line !== '' && trimmed(line) === ''))
    return undefined
  const end = header.endsWith('-') ? '' : '\n'
  if (header.startsWith('|')) return lines.join('\n') + end
  return lines.some(line => marker.test(line) || /^ | $/.test(line)) ? undefined : folded(lines) + end
}
