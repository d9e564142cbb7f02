/** The phrases of reports, for the workbook and for its summary on paper: both say them with the facts of a report. */
import type { Wording } from '../../model/templates.ts'
import { consolidatedFacts, reportFacts } from '../../model/workbook.ts'
import { type Phrasebook, phrasebook } from './wording.ts'

/** A wording file is compiled once, however many reports use it. */
const compiled = new WeakMap<Wording, Phrasebook>()

export function reportPhrases(wording: Wording): Phrasebook {
  const phrases = compiled.get(wording) ?? phrasebook(wording, factsFor)
  compiled.set(wording, phrases)
  return phrases
}

function factsFor(key: string): typeof consolidatedFacts | typeof reportFacts | undefined {
  if (key.startsWith('report.consolidated.')) return consolidatedFacts
  return key.startsWith('report.') ? reportFacts : undefined
}
