/** Records against each other: ids, references, languages, and fields that must agree. */
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import type { Draft } from './draft.ts'
import { checkActivity } from './link/activity.ts'
import { checkFunding } from './link/activity-funding.ts'
import { checkAgreement } from './link/agreement.ts'
import { checkAgreementYears, checkIds } from './link/ids.ts'
import { checkLanguages } from './link/languages.ts'
import { checkMeeting } from './link/meeting.ts'
import { checkPlace } from './link/place.ts'
import { checkReferences } from './link/references.ts'
import { checkRelease } from './link/release.ts'
import { checkSociety } from './link/society.ts'
import { type Check, type World, worldOf } from './link/world.ts'

export interface Links {
  readonly diagnostics: readonly Diagnostic[]
  /** Drafts that an error of this room belongs to. */
  readonly broken: ReadonlySet<Draft>
  /** Which records each record rests on. */
  readonly restsOn: ReadonlyMap<Draft, readonly Draft[]>
}

/** Each looks at one record in the light of all; those of another kind give nothing. */
const checks: readonly Check[] = [
  checkLanguages,
  checkSociety,
  checkPlace,
  checkAgreement,
  checkMeeting,
  checkActivity,
  checkFunding,
  checkRelease,
]

export function link(drafts: readonly Draft[], media: ReadonlySet<string>): Links {
  const world = worldOf(drafts, media)
  const diagnostics: Diagnostic[] = []
  const broken = new Set<Draft>()
  const restsOn = new Map<Draft, readonly Draft[]>()
  const tell = (draft: Draft, found: readonly Diagnostic[]) => {
    diagnostics.push(...found)
    if (hasErrors(found)) broken.add(draft)
  }
  for (const [draft, found] of [...checkIds(drafts), ...checkAgreementYears(drafts)]) tell(draft, [found])
  for (const draft of drafts) {
    if (draft.data === undefined) continue
    const references = checkReferences(draft, world)
    restsOn.set(draft, references.found)
    tell(draft, references.diagnostics)
    tell(draft, checkAll(draft, world))
  }
  return { diagnostics, broken, restsOn }
}

function checkAll(draft: Draft, world: World): readonly Diagnostic[] {
  return checks.flatMap(check => check(draft, world))
}
