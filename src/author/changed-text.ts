/**
 * A record as it was written, with other values in some of its fields: every byte besides stays, comments among them. A
 * comment inside of what goes, or behind it, moves above the field.
 *
 *     values by pointer -> regions of the text -> edits, last first
 */
import { type Parsed, parse } from '../load/parse.ts'
import { type Edit, edited, type SourceFile } from '../model/source.ts'
import { added } from './added-fields.ts'
import { withLineEnds } from './edits.ts'
import { commentsIn, type Region, regionOf } from './regions.ts'
import { afterColon, inFlow, valueFrom } from './yaml-text.ts'

/** @param values by pointer; `null` leaves a field empty, and one that is not there yet is added */
export function withValues(file: SourceFile, values: ReadonlyMap<string, unknown>): string {
  const parsed = parse(file)
  const isThere = (pointer: string): boolean => parsed.spans.has(pointer)
  const replaced = regionsOf(parsed, values)
  const absent = [...values].filter(([pointer, value]) => !isThere(pointer) && value !== null)
  return edited(file.text, [...replaced.flatMap(each => editsOf(parsed, each)), ...added(parsed, absent)])
}

interface Replaced extends Region {
  readonly value: unknown
}

/** Of regions inside each other the outer goes; an alias to what goes is empty too. */
function regionsOf(parsed: Parsed, values: ReadonlyMap<string, unknown>): readonly Replaced[] {
  const found = [...values].flatMap(([pointer, value]) => {
    const region = regionOf(parsed, pointer)
    return region ? [{ ...region, value }] : []
  })
  const outer = found.filter((each, index) => !found.some((other, at) => contains(other, each) && at !== index))
  const orphans = orphansOf(parsed, outer).filter(pointer => !values.has(pointer))
  if (orphans.length === 0) return outer
  return regionsOf(parsed, new Map([...values, ...orphans.map(pointer => [pointer, null] as const)]))
}

const contains = (outer: Region, inner: Region): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start

function orphansOf({ file, spans }: Parsed, regions: readonly Region[]): readonly string[] {
  const goes = (at: number): boolean => regions.some(({ start, end }) => start <= at && at < end)
  return [...spans].flatMap(([pointer, { value }]) => {
    const name = /^\*(\S+)$/.exec(file.text.slice(...value))?.[1]
    if (name === undefined || goes(value[0])) return []
    return goes(file.text.lastIndexOf(`&${name}`, value[0])) ? [pointer] : []
  })
}

function editsOf(parsed: Parsed, region: Replaced): readonly Edit[] {
  const { text } = parsed.file
  const { start, end } = region
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const [indent = ''] = /^[ \t]*/.exec(text.slice(lineStart)) ?? []
  const comments = commentsIn(parsed, region).map(comment => `${indent}${comment}\n`)
  const put = region.isInFlow
    ? ` ${inFlow(valueFrom(region.value))}`
    : afterColon(valueFrom(region.value), columnOf(parsed, region))
  const edits = [
    { start, end, text: put },
    { start: lineStart, end: lineStart, text: comments.join('') },
  ]
  return edits.map(edit => ({ ...edit, text: withLineEnds(edit.text, text) }))
}

/** Spaces up to the name of the field, behind the dash of its entry. */
function columnOf({ file, spans }: Parsed, { pointer }: Region): string {
  const [key = 0] = spans.get(pointer)?.key ?? []
  return ' '.repeat(key - file.text.lastIndexOf('\n', key - 1) - 1)
}
