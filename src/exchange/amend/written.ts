/** Values as YAML, in the way in which records are written by hand: plain where it is certain, in quotes where not. */
import { parse } from 'yaml'
import type { Plain } from '../reading/fault.ts'

/** Signs that mean something to YAML or to a reader of records, somewhere. */
const signs = /[[\]{},#&*!|>'"%@`\\:]|^[-?~]|\s$|^\s/

export function writtenScalar(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const isPlain =
    value !== '' && !signs.test(value) && !/[\n\t\u0085\u2028\u2029]/.test(value) && parse(value) === value
  return isPlain ? value : JSON.stringify(value)
}

/** On one line. */
export function writtenInFlow(value: Plain): string {
  if (typeof value !== 'object') return writtenScalar(value)
  if (isList(value)) return `[${value.map(writtenInFlow).join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${writtenScalar(name)}: ${writtenInFlow(inner)}`)
    .join(', ')} }`
}

const widest = 100

/**
 * What follows the colon of a field, with the space before it, or the line end where it stands on lines of its own.
 * @param indent of the field
 */
export function writtenValue(value: Plain, indent: string, eol: string): string {
  if (typeof value !== 'object') return ` ${blockText(value, `${indent}  `, eol) ?? writtenScalar(value)}`
  const flow = writtenInFlow(value)
  const isShort = indent.length + flow.length <= widest
  if (isList(value)) {
    if (isShort && value.every(each => typeof each !== 'object')) return ` ${flow}`
    return value.map(each => `${eol}${indent}  - ${writtenItem(each, `${indent}    `, eol)}`).join('')
  }
  if (isShort && isSimple(value)) return ` ${flow}`
  return `${eol}${indent}  ${writtenFields(value, `${indent}  `, eol)}`
}

/** An entry of a list, after its dash. @param indent of its fields */
export function writtenItem(value: Plain, indent: string, eol: string): string {
  if (typeof value !== 'object') return writtenScalar(value)
  const flow = writtenInFlow(value)
  if (isList(value) || (isSimple(value) && indent.length + flow.length <= widest && !('agreement' in value)))
    return flow
  return writtenFields(value, indent, eol)
}

/** Short enough to be read on one line. */
const isSimple = (value: { readonly [name: string]: Plain }): boolean =>
  Object.values(value).every(each => typeof each === 'number' || (typeof each === 'string' && each.length < 24))

/** Fields under one another, the first where the text stands. */
export function writtenFields(value: { readonly [name: string]: Plain }, indent: string, eol: string): string {
  return Object.entries(value)
    .map(([name, inner]) => `${writtenScalar(name)}:${writtenValue(inner, indent, eol)}`)
    .join(eol + indent)
}

/** A text of several lines stands on lines of its own, where none of it would be lost so. */
function blockText(value: string | number, indent: string, eol: string): string | undefined {
  if (typeof value === 'number' || !value.includes('\n')) return undefined
  const lines = value.split('\n')
  const isPlain =
    lines.every(line => /^(?:\S.*)?$/u.test(line) && !/\s$|\p{Cc}/u.test(line)) &&
    lines[0] !== '' &&
    lines.at(-1) !== ''
  if (!isPlain) return undefined
  return `|-${lines.map(line => (line === '' ? eol : `${eol}${indent}${line}`)).join('')}`
}

export const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)
