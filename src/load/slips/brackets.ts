/** Lists in brackets and fields in braces: marks that lack their pair, other marks in their place, and what parts the entries. */
import { type Said, said } from '../../model/said.ts'
import { mayHoldRemark, quoted } from '../quoted.ts'
import { type Line, type Lines, partsOf } from './lines.ts'
import { isName } from './names.ts'
import { type Slip, written } from './slip.ts'

export function brackets(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  if (!line || line.header !== undefined) return []
  const { lead, value } = partsOf(line.text)
  const found = value.includes('{') || value.includes('}') ? ofBraces(value) : ofList(value)
  return found.filter(({ put }) => put !== value).map(meant => slip(line, lead, meant))
}

interface Meant {
  /** In place of the value. */
  readonly put: string
  readonly at: number
  readonly message: Said
  readonly code?: 'yaml/swallowed' | 'yaml/syntax'
}

function ofList(value: string): readonly Meant[] {
  const [first, last] = [value.charAt(0), value.at(-1)]
  const inside = entries(value.replace(/^[[({]|[\])}]$/g, ''))
  const list = `[${inside}]`
  if (first === '[' && last !== ']')
    return [{ put: list, at: 0, message: said('The bracket that opens here is never closed.') }]
  if (first !== '[' && last === ']' && !value.includes('['))
    return [{ put: list, at: value.length - 1, message: said('The bracket that closes here was never opened.') }]
  if (first === '[' && /[[,]\s*[,\]]/.test(value))
    return [{ put: list, at: 0, message: said('Between two commas of this list nothing stands.') }]
  if (first === '(' && last === ')')
    return [{ put: list, at: 0, message: said('Round brackets are letters to YAML: a list stands in square ones.') }]
  return []
}

const entries = (inside: string): string =>
  inside
    .split(/[,،，、]/)
    .map(each => each.trim())
    .filter(Boolean)
    .join(', ')

function ofBraces(value: string): readonly Meant[] {
  if (/^\{[^:{}]*\}$/.test(value)) {
    const message = said('In braces stand fields, each with a name and a colon: a list stands in brackets.')
    return [{ put: `[${entries(value.slice(1, -1))}]`, at: 0, message }]
  }
  return [unclosed, otherCommas, noCommas, noColons, noSpaces, colons, hashes].flatMap(find => find(value))
}

function unclosed(value: string): readonly Meant[] {
  if (!value.startsWith('{') || value.endsWith('}')) return []
  return [{ put: `${value} }`, at: 0, message: said('The brace that opens here is never closed.') }]
}

/** `{ ru: Встреча; en: Meeting }` */
function otherCommas(value: string): readonly Meant[] {
  const at = value.search(/[，、،;؛]\s*[\w-]+:\s/u)
  if (at < 0) return []
  const put = value.replace(/\s*[，、،;؛]\s*(?=[\w-]+:\s)/gu, ', ')
  return [
    { put, at, message: said('“{value}” parts no entries in braces: a comma does.', { value: value.charAt(at) }) },
  ]
}

/** `{ ru: Встреча en: Meeting }` */
function noCommas(value: string): readonly Meant[] {
  const [, space = '', name = ''] = /[^,{\s](\s+)([\w-]+):\s/.exec(value.slice(value.search(/:\s/) + 1)) ?? []
  if (!isName(name)) return []
  const at = value.indexOf(`${space}${name}: `, value.search(/:\s/))
  const put = `${value.slice(0, at)}, ${value.slice(at + space.length)}`
  return [{ put, at: at + space.length, message: said('A comma is missing before “{name}”.', { name }) }]
}

/** `{ ru: Встреча, en Meeting }` */
function noColons(value: string): readonly Meant[] {
  const [whole = '', before = '', name = ''] = /([{,]\s*)([\w-]+)\s+(?=[^\s:,}])/.exec(value) ?? []
  if (!isName(name)) return []
  const at = value.indexOf(whole)
  const put = `${value.slice(0, at)}${before}${name}: ${value.slice(at + whole.length)}`
  return [{ put, at: at + before.length, message: said('A colon is missing after “{name}”.', { name }) }]
}

/** `{ ru: Встреча, en:Meeting }` */
function noSpaces(value: string): readonly Meant[] {
  const [whole = '', before = '', name = '', sign = ''] = /([{,]\s*)([\w-]+)([:：﹕∶꞉])(?=[^\s,}])/u.exec(value) ?? []
  if (!isName(name)) return []
  const at = value.indexOf(whole)
  const put = `${value.slice(0, at)}${before}${name}: ${value.slice(at + whole.length).trimStart()}`
  const message =
    sign === ':'
      ? said('A space is missing after this colon.')
      : said('“{sign}” looks like a colon and is none.', { sign })
  return [{ put, at: at + before.length + name.length, message }]
}

/** `{ ru: Встреча: итоги, en: Meeting }` */
function colons(value: string): readonly Meant[] {
  const [, before = '', text = '', rest = ''] =
    /^(.*?[{,]\s*[\w-]+:\s+)([^"'\s{[](?:(?!,\s+[\w-]+:\s)[^"'{])*?:(?:\s.*?)?)(\s*(?:,\s+[\w-]+:\s.*|\}\s*))$/u.exec(
      value,
    ) ?? []
  if (text === '') return []
  const at = before.length + text.search(/:(?:\s|$)/)
  const message = said('A second colon on this line: YAML takes the text before it for the name of a field.')
  return [{ put: `${before}${quoted(text)}${rest}`, at, message }]
}

/** `{ ru: Встреча #1, en: Meeting }` */
function hashes(value: string): readonly Meant[] {
  const [, before = '', text = '', rest = ''] =
    /^(.*[\w-]:\s+)((?:#|[^"'\s][^"':]*?\s#).*?)(\s*(?:,\s+[\w-]+:\s.*|\}\s*))$/u.exec(value) ?? []
  if (text === '') return []
  const at = before.length + text.indexOf('#')
  const message = said('A comment begins at this “#”: YAML reads no further on this line.')
  return [{ put: `${before}${quoted(text)}${rest}`, at, message, code: 'yaml/swallowed' }]
}

function slip({ start, text }: Line, lead: string, { put, at, message, code = 'yaml/syntax' }: Meant): Slip {
  const from = start + lead.length
  const edit = { start: from, end: start + text.trimEnd().length, put }
  const isGuess = mayHoldRemark(put) || /[[,]\s*[,\]]/.test(text)
  return { code, at: [from + at, from + at + 1], message, hints: [written(lead + put)], edit, isGuess }
}
