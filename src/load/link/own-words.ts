/** Codes that a workspace adds to those of Khabar, by giving them their words: kinds of meeting, units of indicators. */

import { type Diagnostic, mendedBy } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { openGroups } from '../../model/own-codes.ts'
import { type Said, said } from '../../model/said.ts'
import type { Wording } from '../../model/templates.ts'
import type { Language } from '../../model/text.ts'
import { textInPlace } from '../certain/in-place.ts'
import { inOtherForm } from '../certain/name.ts'
import { type Draft, placeIn, textAt, wrongAt } from '../draft.ts'
import type { OwnWords, World } from './world.ts'

export function ownWordsIn(wording: ReadonlyMap<Language, Wording>): OwnWords {
  // What came with Khabar has the words of Khabar's own codes alone.
  const own = [...wording.values()].filter(({ file }) => !file.isShipped)
  const keys = own.flatMap(({ language, phrases }) =>
    [...phrases.values()].flatMap(({ key, isLent }) => {
      const isOpen = openGroups.some(group => key.startsWith(`${group}.`))
      return isOpen && isLent !== true ? [[key, language] as const] : []
    }),
  )
  const languages = Map.groupBy(keys, ([key]) => key)
  return new Map([...languages].map(([key, all]) => [key, all.map(([, language]) => language)]))
}

interface Choice {
  /** Of the record. */
  readonly at: string
  readonly field: string
  readonly group: (typeof openGroups)[number]
  /** What comes with Khabar. */
  readonly known: readonly string[]
  /** Another key that it may need. */
  readonly also?: string
  /** How else it may be said. */
  readonly otherwise?: Said
}

/** A code of the workspace's own is worded in each of its languages. */
export function checkWorded(draft: Draft, choice: Choice, { languages, ownWords }: World): readonly Diagnostic[] {
  const { at, field, group, known, also, otherwise } = choice
  const code = textAt(draft, at)
  if (code === undefined || known.includes(code)) return []
  const worded = ownWords.get(`${group}.${code}`) ?? []
  const lacking = languages.filter(language => !worded.includes(language))
  if (worded.length > 0 && lacking.length === 0) return []
  const files = (worded.length > 0 ? lacking : languages).map(language => `templates/wording/${language}.yaml`)
  const keys = said('`{group}.{code}`{what}', {
    group,
    code,
    what: also === undefined ? '' : said(', and `{also}.{code}` where a lead is worded,', { also, code }),
  })
  const own = said('“{code}” of your own needs its words: {keys} in {files}.', { code, keys, files: files.join(', ') })
  if (worded.length > 0) {
    const message = said('“{code}” has no words in {lacking}.', { code, lacking: lacking.join(', ') })
    return [wrongAt('record/wrong-value', draft, at, message, own)]
  }
  const near = didYouMean(code, known)
  const hints = [
    said('It takes: {known}.', { known: known.join(', ') }),
    own,
    ...(otherwise === undefined ? [] : [otherwise]),
  ]
  const message = said('“{code}” is not a value of “{field}”.', { code, field })
  const told = wrongAt('record/wrong-value', draft, at, message, ...(near === undefined ? [] : [near]), ...hints)
  // The list is open, so a name that is only near may be a code of the workspace's own.
  const same = inOtherForm(code, known)
  return [mendedBy(told, same === undefined ? undefined : textInPlace(placeIn(draft, at), code, same))]
}
