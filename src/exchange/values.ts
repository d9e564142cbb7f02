/** A record's value for a field, as a table would show it; and what changes when a table says another. */
import type { Entry } from '../model/dataset.ts'
import { isText, type Text } from '../model/text.ts'
import type { Field } from './fields.ts'
import type { Plain } from './reading/fault.ts'

/** A value that a record is to have. Below it, the maps that are needed are made. */
export interface Change {
  readonly at: readonly string[]
  readonly value: Plain
}

export function inside(value: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>((within, name) => {
    if (typeof within !== 'object' || within === null || !Object.hasOwn(within, name)) return undefined
    const found: unknown = Reflect.get(within, name)
    return found
  }, value)
}

/** @param language of a text; @param main in which a text of one language is */
export function heldValue(data: object, { at, isWorded }: Field, language: string, main: string): Plain | undefined {
  const value = at && inside(data, at)
  if (!isWorded) return isPlain(value) ? value : undefined
  if (!isText(value)) return undefined
  return typeof value === 'string' ? (language === main ? value : undefined) : value[language]
}

export function isPlain(value: unknown): value is Plain {
  if (typeof value === 'string' || typeof value === 'number') return true
  return typeof value === 'object' && value !== null && Object.values(value).every(isPlain)
}

/** Order of a list says nothing; nor do spaces around a text, which a cell need not keep. */
export function saysSame(one: Plain | undefined, other: Plain): boolean {
  if (typeof one === 'string' && typeof other === 'string') return tidied(one) === tidied(other)
  if (Array.isArray(one) && Array.isArray(other))
    return JSON.stringify(one.map(String).toSorted()) === JSON.stringify(other.map(String).toSorted())
  return one === other
}

const tidied = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** A text in one more language becomes a map of both. */
export function textChange(
  before: Text | undefined,
  at: readonly string[],
  said: { readonly [language: string]: string },
  main: string,
): readonly Change[] {
  if (typeof before === 'object')
    return Object.entries(said).map(([language, value]) => ({ at: [...at, language], value }))
  const [[language, only] = ['', ''], ...others] = Object.entries(said)
  if (others.length === 0 && language === main) return [{ at, value: only }]
  return [{ at, value: { ...(before !== undefined && { [main]: before }), ...said } }]
}

/** The record that is to come of it. */
export function changed(data: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((value, change) => withChange(value, change.at, change.value), data)
}

function withChange(value: unknown, [name, ...rest]: readonly string[], to: Plain): unknown {
  if (name === undefined) return to
  if (Array.isArray(value)) {
    const list: unknown[] = [...value]
    list[Number(name)] = withChange(list[Number(name)], rest, to)
    return list
  }
  const before = typeof value === 'object' && value !== null ? value : {}
  return { ...before, [name]: withChange(inside(before, [name]), rest, to) }
}

export type Existing = Entry<'activity'>
