/**
 * How a text is broken in a width: between words and after hyphens, inside a word only where it is longer than a line.
 * Programs break at a few more places than these, and so never need more lines.
 */
import { inkOf, type Letters } from './letters.ts'

/** No break after a hyphen that begins a word, nor before a digit: “-5”, “2022-05”. */
const breaks = /(?<=[ \t\u2002-\u2006\u2008-\u200b])(?![ \t\u2002-\u2006\u2008-\u200b])|(?<=[\p{L}\p{N}][-‐])(?=\p{L})/u

/** Spaces at the end of a line take no room. */
const trimmed = (part: string) => part.replace(/[ \t\u2002-\u2006\u2008-\u200b]+$/, '')

/** What is never broken, where there is room: the width of the widest of it. */
export function longestWord(text: string, letters: Letters): number {
  let longest = 0
  for (const line of text.split(/\r\n|[\r\n]/)) {
    for (const part of line.split(breaks)) longest = Math.max(longest, inkOf(trimmed(part), letters))
  }
  return longest
}

/** Where in the text each line begins. */
export function lineStarts(text: string, room: number, letters: Letters): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const line of text.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const words = line.replace(/[\r\n]+$/, '')
    for (const start of lineStartsIn(words, room, letters)) starts.push(at + start)
    at += line.length
  }
  if (/[\r\n]$/.test(text) || starts.length === 0) starts.push(text.length)
  return starts
}

function lineStartsIn(line: string, room: number, letters: Letters): readonly number[] {
  const starts = [0]
  let used = 0
  let at = 0
  for (const part of line.split(breaks)) {
    const word = inkOf(trimmed(part), letters)
    if (used > 0 && used + word > room) {
      starts.push(at)
      used = 0
    }
    if (word > room) used = breakWord(part, at, { room, letters, starts })
    else used += inkOf(part, letters)
    at += part.length
  }
  return starts
}

interface Broken {
  readonly room: number
  readonly letters: Letters
  readonly starts: number[]
}

/** @returns how much of the last line is taken */
function breakWord(word: string, from: number, { room, letters, starts }: Broken): number {
  let used = 0
  let at = from
  for (const letter of word) {
    const width = inkOf(letter, letters)
    // Spaces at the end hang over, and a letter alone on its line stays there, however wide.
    if (used > 0 && used + width > room && trimmed(letter) !== '') {
      starts.push(at)
      used = 0
    }
    used += width
    at += letter.length
  }
  return used
}
