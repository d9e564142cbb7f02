/** Fields as YAML, written so that nothing of a text is taken for something else. */

export interface Field {
  readonly name: string
  readonly value: Value
  /** What is said of it in the line above. */
  readonly about?: string
  /** Written as a comment: the author takes the sign off. */
  readonly isOut?: true
}

/** `null` is a value that is still to be written. */
export type Value = string | number | boolean | null | readonly Value[] | Fields
export interface Fields {
  readonly fields: readonly Field[]
}

/** A value that is still to be written, with what is said of it. */
export class Unwritten {
  readonly about: string
  constructor(about: string) {
    this.about = about
  }
}

export const fieldsIn = (fields: readonly Field[]): Fields => ({ fields })
const isFields = (value: Value): value is Fields => typeof value === 'object' && value !== null && 'fields' in value
const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** A plain value, as records hold them. */
export function valueFrom(plain: unknown): Value {
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') return plain
  if (Array.isArray(plain)) return plain.map(valueFrom)
  if (typeof plain !== 'object' || plain === null || plain instanceof Unwritten) return null
  return fieldsIn(Object.entries(plain).map(([name, value]) => fieldFrom(name, value)))
}

export const fieldFrom = (name: string, plain: unknown): Field => ({
  name,
  value: valueFrom(plain),
  ...(plain instanceof Unwritten && { about: plain.about }),
})

/** @param indent spaces before each name */
export function yamlOf({ fields }: Fields, indent = ''): string {
  return fields.map(field => linesOf(field, indent)).join('')
}

function linesOf({ name, value, about, isOut }: Field, indent: string): string {
  if (isOut) return `${indent}# ${name}: ${about ?? ''}\n`
  const said = about ? `${indent}# ${about}\n` : ''
  return `${said}${indent}${name}:${afterColon(value, indent)}\n`
}

/** What stands after the colon of a name, with the space or the line break before it. */
export function afterColon(value: Value, indent: string): string {
  if (value === null) return ''
  if (isFields(value)) return value.fields.length === 0 ? ' {}' : `\n${yamlOf(value, `${indent}  `).trimEnd()}`
  if (typeof value === 'string' && isLong(value)) return ` >-\n${folded(value, `${indent}  `)}`
  if (!isList(value)) return ` ${scalar(value)}`
  if (!value.some(isFields)) return ` [${value.map(each => inFlow(each)).join(', ')}]`
  return value.map(each => `\n${entry(each, `${indent}  `)}`).join('')
}

/** The first of its fields stands behind the dash; a remark on it would stand between them, so it goes above. */
function entry(value: Value, indent: string): string {
  if (!isFields(value)) return `${indent}- ${inFlow(value)}`
  const lines = yamlOf(value, `${indent}  `).trimEnd().split('\n')
  const first = lines.findIndex(line => !line.trimStart().startsWith('#'))
  const above = lines.slice(0, Math.max(first, 0)).map(line => line.slice(2))
  const [head = '', ...rest] = lines.slice(Math.max(first, 0))
  return [...above, `${indent}- ${head.trimStart()}`, ...rest].join('\n')
}

const lineLength = 110

/** Of words with one space between them: any other is kept as it is, between quotes. */
const isLong = (text: string): boolean =>
  text.length > lineLength && /^[^\s\p{Cc}\ufeff]+(?: [^\s\p{Cc}\ufeff]+)+$/u.test(text)

function folded(text: string, indent: string): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && indent.length + line.length + word.length >= lineLength) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map(line => indent + line).join('\n')
}

/** As it may stand in brackets and braces. */
export function inFlow(value: Value): string {
  if (value === null) return ''
  if (isList(value)) return `[${value.map(inFlow).join(', ')}]`
  if (isFields(value))
    return `{ ${value.fields.map(({ name, value: inner }) => `${name}: ${inFlow(inner)}`).join(', ')} }`
  return typeof value === 'string' && /[,[\]{}]/.test(value) ? JSON.stringify(value) : scalar(value)
}

function scalar(value: string | number | boolean): string {
  return typeof value === 'string' && !isPlain(value) ? JSON.stringify(value) : String(value)
}

/** Begins with a letter or digit, holds nothing that YAML reads as its own, and is no number, truth or nothing. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{N}][^\p{Cc}\ufeff\u2028\u2029]*$/u.test(text) || /:(?:\s|$)|\s#|\s$/.test(text)) return false
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return true
  return !/^(?:true|false|null|y|n|yes|no|on|off|[\d.,_+-]+|0[xo][\da-f]+|[\d.]+e[+-]?\d+)$/i.test(text)
}
