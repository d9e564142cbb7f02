/**
 * Tables on paper, each as its columns need it: as it is, across the page, in smaller letters, on a page that lies on its
 * side. A table wider than its page would make Chromium shrink all pages, and cut what is wider still.
 */
import type { Ink } from './letter-widths.ts'

/** How a table may stand on a page. Lengths in points, as the style has them. */
export interface Setting {
  /** What the style knows it by. */
  readonly name: string
  readonly room: number
  readonly size: number
  /** Beside the words of each column. */
  readonly gap: number
  /** In a quote or a list, too; each takes of its room. */
  readonly isInText?: true
}

export interface TableRules {
  /** The better ones first. */
  readonly settings: readonly Setting[]
  /** By the attributes of a cell: the style breaks no line in it. */
  readonly isWhole: (tag: string, attributes: string) => boolean
  readonly ink: Ink
}

/** A table that no setting holds. */
export interface TooWide {
  /** Which of the tables, from 0. */
  readonly table: number
  readonly columns: number
  /** So many of its first columns would fit. */
  readonly fitting: number
  /** In a quote or a list. */
  readonly isInside: boolean
}

export interface Fitted {
  readonly html: string
  readonly tooWide: readonly TooWide[]
}

export function fitTables(html: string, rules: TableRules): Fitted {
  const tooWide: TooWide[] = []
  let count = 0
  const fitted = html.replace(
    /<table\b([^>]*)>(.*?)<\/table>/gs,
    (whole, attributes: string, rows: string, at: number) => {
      const inside = depthAt(html, at)
      const table = needsOf(rows, rules)
      const possible = rules.settings.filter(({ isInText }) => inside === 0 || isInText)
      const fitting = possible.map(setting => fittingIn(table, setting, inside))
      const found = fitting.indexOf(table.length)
      if (found < 0)
        tooWide.push({ table: count, columns: table.length, fitting: Math.max(...fitting), isInside: inside > 0 })
      count += 1
      const setting = found < 0 ? possible.at(-1) : possible[found]
      return setting ? `<table${named(attributes, setting.name)}>${withBreaks(rows)}</table>` : whole
    },
  )
  return { html: fitted, tooWide }
}

/** A quote's or a list's indent, with some to spare. */
const indent = 20

/** Quotes and lists that are open there. */
function depthAt(html: string, at: number): number {
  const before = html.slice(0, at)
  const count = (pattern: RegExp) => before.match(pattern)?.length ?? 0
  return count(/<(?:blockquote|[uo]l)\b/g) - count(/<\/(?:blockquote|[uo]l)>/g)
}

/** Pairs of letters may stand a little further apart than each letter says. */
const spare = 1.02

function fittingIn(needs: readonly number[], { room, size, gap }: Setting, inside: number): number {
  let used = inside * indent
  const first = needs.findIndex(need => {
    used += need * size * spare + gap
    return used > room
  })
  return first < 0 ? needs.length : first
}

/** By column, in ems: the widest of what is never broken. */
function needsOf(rows: string, rules: TableRules): readonly number[] {
  const needs: number[] = []
  const smallest = Math.min(...rules.settings.map(({ size }) => size))
  for (const [, row = ''] of rows.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)) {
    let column = 0
    for (const [, tag = '', attributes = '', content = ''] of row.matchAll(/<(t[hd])\b([^>]*)>(.*?)<\/\1>/gs)) {
      const over = Number(/\bcolspan="(\d+)"/.exec(attributes)?.[1] ?? 1)
      // One that stands over several takes the room that they have.
      const words = over === 1 ? needOf(content, rules.isWhole(tag, attributes), rules.ink) : 0
      const need = words + drawnIn(content) / smallest
      for (let each = column; each < column + over; each += 1) needs[each] = Math.max(needs[each] ?? 0, need)
      column += over
    }
  }
  return needs
}

/** Points that a drawing beside the words takes, with the space after it. */
function drawnIn(content: string): number {
  const widths = [...content.matchAll(/<svg\b[^>]*? width="([\d.]+)pt"/g)].map(([, width]) => Number(width) + 6)
  return widths.reduce((sum, width) => sum + width, 0)
}

/** A word that is longer is an address or no word at all: it may be broken anywhere. */
const longestWhole = 30
/** So much of it stands together. */
const partOfLong = 12

function needOf(content: string, isWhole: boolean, ink: Ink): number {
  const text = textOf(content)
  if (isWhole) return ink(text.trim())
  const words = text.split(breakable).map(word => (word.length > longestWhole ? word.slice(0, partOfLong) : word))
  return Math.max(0, ...words.map(ink))
}

/** Hyphens are left out: the words that they join may be kept on one line. */
const breakable = /[ \t\r\n\u2002-\u2006\u2008-\u200b\u00ad]+/

const textOf = (html: string): string =>
  html
    .replace(/<br\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    // No sign that is escaped is wider.
    .replace(/&[^;\s]{1,8};/g, '&')

function named(attributes: string, name: string): string {
  if (name === '') return attributes
  return attributes.includes(' class="')
    ? attributes.replace(' class="', ` class="${name} `)
    : `${attributes} class="${name}"`
}

const long = new RegExp(`[^\\s<>]{${longestWhole + 1},}`, 'g')

const withBreaks = (rows: string): string =>
  rows.replace(/<[^>]*>|[^<]+/g, piece =>
    piece.startsWith('<') ? piece : piece.replace(long, word => `<span style="overflow-wrap:anywhere">${word}</span>`),
  )
