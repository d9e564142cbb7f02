/** Words of a PDF and where they stand, as poppler reads them; and what of them no reader would see whole. */
import type { TestContext } from 'vitest'
import { judge } from '../support/judges.ts'
import { ask } from './pdf-judges.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PrintedWord extends Box {
  readonly text: string
  /** From 1. */
  readonly page: number
}

export interface PrintedPage {
  readonly width: number
  readonly height: number
  readonly words: readonly PrintedWord[]
}

export async function printedPages(pdf: Uint8Array, ctx: TestContext): Promise<readonly PrintedPage[]> {
  const pdftotext = judge('pdftotext', ctx)
  const html = await ask(pdf, file => [pdftotext, '-bbox', file, '-'])
  return html
    .split(/(?=<page )/)
    .slice(1)
    .map((page, index) => {
      const [width = 0, height = 0] = numbersIn(/<page ([^>]*)>/.exec(page)?.[1] ?? '')
      const words = [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, box = '', text = '']) => {
        const [left = 0, top = 0, right = 0, bottom = 0] = numbersIn(box)
        return { page: index + 1, text: unescaped(text), left, top, right, bottom }
      })
      return { width, height, words }
    })
}

const numbersIn = (attributes: string): readonly number[] =>
  [...attributes.matchAll(/="(-?[\d.]+)"/g)].map(([, number]) => Number(number))

const entities: { readonly [entity: string]: string } = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
const unescaped = (text: string) => text.replace(/&(?:lt|gt|quot|amp);/g, found => entities[found] ?? found)

/** Lines are laid out in pixels of a screen, and letters stand where they come to: in points, at the margin and between words. */
const slack = { margin: 1.5, words: 0.5 }

/** Words that leave what the margins keep free, and words that stand on others. */
export function unseen(
  pages: readonly PrintedPage[],
  margin: { readonly left: number; readonly right: number },
): readonly string[] {
  return pages.flatMap(({ width, height, words }) =>
    words.flatMap((word, at) => {
      const told = `page ${word.page}: “${word.text}”`
      const isOut =
        word.left < margin.left - slack.margin ||
        word.right > width - margin.right + slack.margin ||
        word.top < 0 ||
        word.bottom > height
      const other = words.slice(at + 1).find(each => isOver(word, each))
      return [...(isOut ? [`${told} leaves the page`] : []), ...(other ? [`${told} stands on “${other.text}”`] : [])]
    }),
  )
}

/** Lines stand close: what counts is by half of a letter's height. */
function isOver(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > slack.words && down > (one.bottom - one.top) / 2
}

/** All letters in the order in which they are read, without spaces: what a text is looked for in. */
export const lettersOf = (pages: readonly PrintedPage[]): string =>
  tight(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(''))

export const tight = (text: string): string => text.replace(/[\s\u00a0\u00ad]+/g, '')

/** How high the letters of a word are that holds this: pages that were shrunk have lower ones. */
export function heightOf(pages: readonly PrintedPage[], part: string): number {
  const word = pages.flatMap(({ words }) => words).find(({ text }) => text.includes(part))
  if (!word) throw new Error(`no “${part}” is printed`)
  return word.bottom - word.top
}
