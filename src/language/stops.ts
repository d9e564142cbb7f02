/** How the entries of a list end: phrases with a semicolon and the last with a full stop, sentences each with its own. */

import { separatorsOf } from '../model/text.ts'
import { nbsp } from './nbsp.ts'
import type { Tongue } from './tongue.ts'

/** Any sign that ends an entry, whatever closes after it. */
const stopped = /[.;,!?…؛،؟۔।][»”“"')\]*_]*$/u
/** «2022 г.», «и др.», “etc.”: the stop belongs to the word, and stays. */
const abbreviation = /(?:^|[\s\u00a0(.])(?:\p{L}{1,2}|etc|тыс|чел|руб)\.$/u

export const endsWithStop = (entry: string): boolean => stopped.test(entry.trim())
/** Of such an entry nobody can tell whether it ends with a stop of its own. */
export const endsAbbreviated = (entry: string): boolean => abbreviation.test(entry.trim())

/** Whole sentences, written with their stops, are left as they are. */
export function withStops(entries: readonly string[], { language, typography }: Tongue): readonly string[] {
  const { semicolon } = separatorsOf(language)
  const stop = typography.spaced?.includes(semicolon) ? nbsp + semicolon : semicolon
  if (entries.every(isSentence)) return entries
  return entries.map((entry, index) => {
    const bare = unstopped(entry.trim())
    if (/[!?…:؟۔।]$/u.test(bare)) return bare
    if (index < entries.length - 1) return `${bare}${stop}`
    return bare.endsWith('.') ? bare : `${bare}.`
  })
}

const isSentence = (entry: string): boolean => /^[«“"(*_]*[\p{Lu}\p{Lo}].*[.!?…؟۔।][»”"')*_]*$/su.test(entry.trim())

function unstopped(entry: string): string {
  if (/[;,؛،]$/.test(entry)) return entry.slice(0, -1).trimEnd()
  return /(?<!\.)\.$/.test(entry) && !endsAbbreviated(entry) ? entry.slice(0, -1) : entry
}
