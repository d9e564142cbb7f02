/**
 * TEXT STANDS IN THE ORDER IN WHICH IT IS READ: ISO 14289-1, 7.2; ISO 32000-1, 14.8.2.3. A line that is written from right
 * to left is painted from left to right, letter by letter, with the dots of its letters apart. Its words are put in order,
 * and each is told as a whole:
 *
 *   [dot][ن][و][ع] ␠ [dot][م]   ->   (م [م] () [dot]) ␠ (عون [ع][و][ن] () [dot])
 *
 * Inside a word stands another text, letters turned: what a program is told that takes its letters by their places, as
 * poppler and PDFium do, and turns them itself. ISO 32000-1, 14.9.4: to all others the outer one replaces all of it.
 */
import type { Direction } from '../../model/text.ts'
import { isFromTheRight } from './bidi.ts'
import { type Edit, edited } from './page-content.ts'
import { type Cluster, eachGroup, type Fragment, type Show } from './text-fragments.ts'

type Fonts = (font: string) => (hex: string) => string

/** @param direction of the document's language */
export function inReadingOrder(content: string, fonts: Fonts, direction: Direction): string {
  if (direction === 'ltr' && !content.includes('/ReversedChars')) return content
  const edits: Edit[] = []
  eachGroup(content, fonts, group => {
    const lines = [...Map.groupBy(group, ({ line }) => line).values()].map(line => withLevels(line, direction))
    if (!lines.flat().some(({ level }) => level === 1)) return
    const text = lines.map(line => lineOf(line, content)).join('\n')
    for (const [index, { start, end }] of group.flatMap(({ objects }) => objects).entries())
      edits.push({ from: start, to: end, text: index === 0 ? text : '' })
  })
  return edited(content, edits)
}

/** As Unicode's algorithm counts them (UAX #9): 0 and 2 from left to right, 1 from right to left. */
type Level = 0 | 1 | 2
interface Levelled {
  readonly fragment: Fragment
  readonly level: Level
}

const isNumber = (text: string): boolean => /\p{N}/u.test(text) && !/\p{L}/u.test(text)

function withLevels(line: readonly Fragment[], direction: Direction): readonly Levelled[] {
  const texts = line.map(({ clusters }) => clusters.map(each => each.text).join(''))
  const isTurned = line.map(({ isReversed }, at) => isReversed || isFromTheRight(texts[at] ?? ''))
  return line.map((fragment, at) => {
    const text = texts[at] ?? ''
    if (isTurned[at]) return { fragment, level: 1 }
    // What has no direction of its own and is painted apart has that of the line.
    if (direction === 'rtl') return { fragment, level: /[\p{L}\p{N}]/u.test(text) ? 2 : 1 }
    const besideTurned = isTurned[at - 1] || isTurned[at + 1]
    return { fragment, level: besideTurned && isNumber(text) ? 2 : 0 }
  })
}

/** UAX #9, L2, from what is seen to what is read. */
function inOrderOfReading(line: readonly Levelled[]): readonly Levelled[] {
  const turned = turnRuns(line, 1)
  return turnRuns(turned, 2)
}

function turnRuns(line: readonly Levelled[], from: Level): readonly Levelled[] {
  const runs: Levelled[][] = []
  for (const each of line) {
    const last = runs.at(-1)
    const goesOn = last?.[0] !== undefined && last[0].level >= from === each.level >= from
    if (goesOn) last.push(each)
    else runs.push([each])
  }
  return runs.flatMap(run => ((run[0]?.level ?? 0) >= from ? run.toReversed() : run))
}

function lineOf(line: readonly Levelled[], content: string): string {
  const written: string[] = []
  let word: Letter[] = []
  const endWord = (): void => {
    if (word.length > 0) written.push(wordOf(word))
    word = []
  }
  for (const { fragment, level } of inOrderOfReading(line)) {
    if (level !== 1) {
      endWord()
      written.push(...fragment.objects.map(({ start, end }) => content.slice(start, end)))
      continue
    }
    for (const cluster of fragment.clusters.toReversed()) {
      if (cluster.text.trim() === '') endWord()
      word.push({ ...cluster, fragment })
      if (cluster.text.trim() === '') endWord()
    }
  }
  endWord()
  return written.join('\n')
}

interface Letter extends Cluster {
  readonly fragment: Fragment
}

function wordOf(word: readonly Letter[]): string {
  const text = word.map(each => each.text).join('')
  const painted = word.toReversed()
  if (text.trim() === '') return textObject(painted.flatMap(showsOf))
  const shows = painted.flatMap(showsOf)
  const letters = shows.filter(({ said }) => !isPart(said))
  const parts = letters.length > 0 ? shows.filter(({ said }) => isPart(said)) : []
  const turned = Array.from(text).toReversed().join('')
  const inside = [
    replaced(turned, letters.length > 0 ? letters : shows),
    ...(parts.length > 0 ? [replaced('', parts)] : []),
  ]
  return `BT\n/Span <</ActualText ${hexOf(text)}>>BDC\n${inside.join('\n')}\nEMC\nET`
}

/** A dot or a mark: it stands above or below its line, where a program would look for another line. */
const isPart = (said: string): boolean => /^[\p{M}\u2060]+$/u.test(said)

interface Placed extends Show {
  readonly turn: string
}
const showsOf = ({ shows, fragment: { turn } }: Letter): readonly Placed[] => shows.map(show => ({ ...show, turn }))

const textObject = (shows: readonly Placed[]): string => `BT\n${written(shows)}\nET`
const replaced = (text: string, shows: readonly Placed[]): string =>
  `/Span <</ActualText ${hexOf(text)}>>BDC\n${written(shows)}\nEMC`

const written = (shows: readonly Placed[]): string =>
  shows.map(({ font, turn, x, y, glyphs }) => `${font}\n${turn} ${round(x)} ${round(y)} Tm\n${glyphs}`).join('\n')

const round = (value: number): number => Math.round(value * 10_000) / 10_000

const hexOf = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
