/**
 * YAML as records are mostly written -> its value, in a fraction of the time that all of YAML takes: a field a line, words
 * on one line or folded, texts under `|` and `>`, short lists and maps in brackets.
 *
 * Whatever is written otherwise, or may be a slip, is not read here at all: `parse.ts` knows every form and every mistake.
 * What is read here, `parse.ts` would read alike, and neither it nor the looks at words and numbers would tell anything.
 */
import { readFlow } from './plain-yaml/flow.ts'
import { indentOf, type Reading, readingOf, skipToNext, trimmed } from './plain-yaml/lines.ts'
import { blockText, foldedWords, isContinued, quotedWords, valueOfWords } from './plain-yaml/scalars.ts'

/** A map or a list without `null` in it; `undefined` where the text is not as plain as that. */
export function readPlainly(text: string): object | undefined {
  if (unusual.test(text) || !text.isWellFormed()) return undefined
  const reading = readingOf(text)
  if (skipToNext(reading) !== 0) return undefined
  const value = readBlock(reading, { column: 0, depth: 0 })
  return reading.next < reading.lines.length ? undefined : value
}

/** Tabs, other ends of lines, and what nobody sees. */
// oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
const unusual = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/
const deepest = 16

interface Block {
  readonly column: number
  readonly depth: number
}

function readBlock(reading: Reading, at: Block): object | undefined {
  if (at.depth > deepest) return undefined
  return reading.lines[reading.next]?.startsWith('- ', at.column) ? readList(reading, at) : readMap(reading, at)
}

const field = /([A-Za-z0-9_][\w-]{0,99}):(?: +|$)/y

function readMap(reading: Reading, block: Block): object | undefined {
  const fields: { [name: string]: unknown } = {}
  do {
    const line = reading.lines[reading.next] ?? ''
    field.lastIndex = block.column
    const name = field.exec(line)?.[1]
    if (name === undefined || name === '__proto__' || Object.hasOwn(fields, name)) return undefined
    const at = field.lastIndex
    const value =
      at === line.length || line.charAt(at) === '#' ? readBelow(reading, block) : readValue(reading, block, at)
    if (value === undefined) return undefined
    fields[name] = value
  } while (skipToNext(reading) === block.column)
  return fields
}

/** On the lines below their field: a list may stand in the column of the field. */
function readBelow(reading: Reading, { column, depth }: Block): unknown {
  reading.next += 1
  const below = skipToNext(reading)
  const isListHere = below === column && reading.lines[reading.next]?.startsWith('- ', column)
  return below > column || isListHere ? readBlock(reading, { column: below, depth: depth + 1 }) : undefined
}

/** In an entry of a list a field may have been meant, with a colon that is none or a space that is a letter. */
const surelyWords = /^[\p{L}\p{M}\p{N} .,;!?'’ʻʼ«»“”„()/%№+–—_-]+$/u
const likeColon = 'ː'

function readList(reading: Reading, block: Block): readonly unknown[] | undefined {
  const entries: unknown[] = []
  do {
    const line = reading.lines[reading.next] ?? ''
    // In the column of its own field, it ends where the next field begins.
    if (!line.startsWith('- ', block.column)) return entries
    const at = block.column + 1 + indentOf(line.slice(block.column + 1))
    const value = readEntry(reading, block, at)
    if (value === undefined) return undefined
    entries.push(value)
  } while (skipToNext(reading) === block.column)
  return entries
}

function readEntry(reading: Reading, block: Block, at: number): unknown {
  const line = reading.lines[reading.next] ?? ''
  field.lastIndex = at
  if (field.test(line)) return readMap(reading, { column: at, depth: block.depth + 1 })
  const isInSigns = /["'[{|>]/.test(line.charAt(at))
  const isSure = isInSigns || (surelyWords.test(line.slice(at)) && !line.includes(likeColon))
  return isSure ? readValue(reading, block, at) : undefined
}

/** Behind a bracket. Behind words it may be a part of them. */
const remark = /(?<=[\]}]) +#.*$/

/** What stands behind a colon or a hyphen, at `at` in the line that is next; all of it is read. */
function readValue(reading: Reading, { column, depth }: Block, at: number): unknown {
  const rest = trimmed((reading.lines[reading.next] ?? '').slice(at))
  reading.next += 1
  switch (rest.charAt(0)) {
    case '|':
    case '>':
      return blockText(reading, rest, column)
    case '"':
    case "'":
      return quotedWords(reading, rest, column)
    case '{':
    case '[':
      return readFlow(rest.replace(remark, ''), deepest - depth)
    default:
      return isContinued(reading, column) ? foldedWords(reading, rest, column) : valueOfWords(rest)
  }
}
