/** Which words anybody asks for: those of the shipped wording, and those that a template names. */

import { didYouMean } from '../model/nearest.ts'
import { openGroups, ownCodePattern } from '../model/own-codes.ts'
import { type Said, said } from '../model/said.ts'

export interface Asked {
  /** Whether a phrase of this key is used. */
  readonly isAsked: (key: string) => boolean
  /** Whether a key that is used begins with this one. */
  readonly leadsOn: (key: string) => boolean
  /** For a key that nobody asks for: the nearest beside it that the wording does not have. */
  readonly hintFor: (key: string, written: ReadonlySet<string>) => Said
}

/** @param templates texts in which keys stand in quotation marks: `{{t "press.contact"}}` */
export function askedFor(shipped: Iterable<string>, templates: readonly string[]): Asked {
  const named = templates.flatMap(text =>
    [...text.matchAll(/"((?:press|report|site)\.[\w.-]+)"/g)].flatMap(([, key = '']) => key),
  )
  const keys = new Set([...shipped, ...named].flatMap(key => [key, ...whatMayStandBeside(key)]))
  const groups = new Map<string, Set<string>>()
  for (const key of keys)
    for (let inner = key, group = parentOf(inner); inner !== ''; inner = group, group = parentOf(inner))
      groups.set(group, (groups.get(group) ?? new Set()).add(inner))
  return {
    isAsked: key => keys.has(key) || isOwnCode(key, keys),
    leadsOn: key => groups.has(key),
    hintFor: (key, written) => {
      const group = parentOf(key)
      const free = [...(groups.get(group) ?? [])].filter(each => !written.has(each)).map(lastOf)
      const other = said('It may be of another version of Khabar: take it out.')
      return group === '' ? topHint : (didYouMean(lastOf(key), free) ?? other)
    },
  }
}

/** A code that a workspace adds; one that is nearly that of Khabar is misspelt. */
function isOwnCode(key: string, keys: ReadonlySet<string>): boolean {
  const group = parentOf(key)
  if (!openGroups.some(open => open === group) || !ownCode.test(lastOf(key))) return false
  const beside = [...keys].filter(each => parentOf(each) === group).map(lastOf)
  return didYouMean(lastOf(key), beside) === undefined
}

const ownCode = new RegExp(ownCodePattern)
const topHint = said(
  'Words of releases stand under “press”, those of reports under “report”, those of the index under “site”.',
)
const parentOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('.')))
const lastOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1)

/** A column may have a note, a chart a unit, a kind of report properties of its own, whether or not the shipped ones have. */
function whatMayStandBeside(key: string): readonly string[] {
  const [, column, name] = /^(report\..+)\.columns\.([^.]+)$/.exec(key) ?? []
  if (column !== undefined) return [`${column}.notes.${name}`]
  const [, chart] = /^(report\..+\.charts\.[^.]+)\.title$/.exec(key) ?? []
  if (chart !== undefined) return [`${chart}.unit`]
  const [, property] = /^report\.properties\.([^.]+)$/.exec(key) ?? []
  return property === undefined ? [] : ['annual', 'consolidated'].map(kind => `report.${kind}.properties.${property}`)
}
