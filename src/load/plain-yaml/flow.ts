/** Lists and maps in brackets, on one line: `[a, "b"]`, `{ total: 7, male: 3 }`. */
import { valueOfWords } from './scalars.ts'

interface Reading {
  readonly text: string
  at: number
}

/** @param text all of a value, from its bracket */
export function readFlow(text: string, deepest: number): object | undefined {
  const reading: Reading = { text, at: 0 }
  const value = readInBrackets(reading, deepest)
  return reading.at === text.length ? value : undefined
}

function readInBrackets(reading: Reading, deepest: number): object | undefined {
  if (deepest < 0) return undefined
  return reading.text.charAt(reading.at) === '[' ? readList(reading, deepest) : readMap(reading, deepest)
}

const space = / */y
const comma = / *, */y
const name = /([A-Za-z0-9_][\w-]{0,99}): +/y
/** No sign that means anything in brackets. */
const words = /[^\s,[\]{}:#"'&*!|>%@`](?:[^,[\]{}:#"'&*!|>%@`]*[^\s,[\]{}:#"'&*!|>%@`])?/y
const quotes = /"([^"\\]*)"|'([^']*)'/y

function readList(reading: Reading, deepest: number): readonly unknown[] | undefined {
  const entries: unknown[] = []
  const isRead = eachIn(reading, ']', () => {
    const value = readValue(reading, deepest)
    entries.push(value)
    return value !== undefined
  })
  return isRead ? entries : undefined
}

function readMap(reading: Reading, deepest: number): object | undefined {
  const fields: { [name: string]: unknown } = {}
  const isRead = eachIn(reading, '}', () => {
    const [, field] = taken(reading, name) ?? []
    if (field === undefined || field === '__proto__' || Object.hasOwn(fields, field)) return false
    fields[field] = readValue(reading, deepest)
    return fields[field] !== undefined
  })
  return isRead ? fields : undefined
}

/** From one bracket to the other. @param readOne false: it is not plain */
function eachIn(reading: Reading, end: ']' | '}', readOne: () => boolean): boolean {
  reading.at += 1
  taken(reading, space)
  if (reading.text.charAt(reading.at) !== end) {
    do if (!readOne()) return false
    while (taken(reading, comma))
    taken(reading, space)
  }
  if (reading.text.charAt(reading.at) !== end) return false
  reading.at += 1
  return true
}

function readValue(reading: Reading, deepest: number): unknown {
  if (/[[{]/.test(reading.text.charAt(reading.at))) return readInBrackets(reading, deepest - 1)
  const [whole, ...inQuotes] = taken(reading, quotes) ?? []
  if (whole !== undefined) return inQuotes.find(text => text !== undefined)
  const [written] = taken(reading, words) ?? []
  return written === undefined ? undefined : valueOfWords(written)
}

function taken(reading: Reading, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.text) ?? undefined
  if (found) reading.at = pattern.lastIndex
  return found
}
