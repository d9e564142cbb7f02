/**
 * Records against each other: ids, references, languages, and fields that must agree. A record that none can name is held
 * against those that can be named and nothing else (`world.ts`), so one with which nothing was wrong is remembered by them
 * and by itself.
 */
import { createHash } from 'node:crypto'
import { nameOf } from '../model/dataset.ts'
import { compare, type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import { type CleanOnes, cleanOnes, type Memo, noMemo } from '../model/memo.ts'
import type { Kind } from '../model/record/kinds.ts'
import type { Draft } from './draft.ts'
import { checkActivity } from './link/activity.ts'
import { checkFunding } from './link/activity-funding.ts'
import { checkAgreement } from './link/agreement.ts'
import { checkDays } from './link/days.ts'
import { isTarget } from './link/declared.ts'
import { checkFileDay } from './link/file-day.ts'
import { checkIds, checkOnce } from './link/ids.ts'
import { checkLanguages } from './link/languages.ts'
import { checkLatest } from './link/latest.ts'
import { checkMeeting } from './link/meeting.ts'
import { checkPlace } from './link/place.ts'
import { checkReferences } from './link/references.ts'
import { checkRelease } from './link/release.ts'
import { checkNames } from './link/same-names.ts'
import { checkSociety } from './link/society.ts'
import { type Check, type World, worldOf } from './link/world.ts'

export interface Links {
  readonly diagnostics: readonly Diagnostic[]
  /** Drafts that an error of this room belongs to. */
  readonly broken: ReadonlySet<Draft>
  /** Which records each record rests on: asked for only where something is broken. */
  readonly restsOn: () => ReadonlyMap<Draft, readonly Draft[]>
}

/** What is held of records of every kind, each as its row and its schema say. */
const checks: readonly Check[] = [checkLanguages, checkDays, checkFileDay, checkRelease]

const checksOfKind: { readonly [K in Kind]?: readonly Check[] } = {
  society: [checkSociety],
  place: [checkPlace],
  agreement: [checkAgreement],
  meeting: [checkMeeting],
  activity: [checkActivity, checkFunding],
}

export function link(drafts: readonly Draft[], memo: Memo, around: Pick<World, 'media' | 'ownWords'>): Links {
  const world = worldOf(drafts, around.media, around.ownWords)
  const written = drafts.filter(({ data }) => data !== undefined)
  const known = rememberedAs(world, drafts, memo)
  const diagnostics: Diagnostic[] = []
  const broken = new Set<Draft>()
  const tell = (draft: Draft, found: readonly Diagnostic[]) => {
    diagnostics.push(...found)
    if (hasErrors(found)) broken.add(draft)
  }
  const betweenRecords = [
    ...checkIds(drafts),
    ...checkOnce(drafts),
    ...checkNames(world),
    ...checkLatest(written, world),
  ]
  for (const [draft, found] of betweenRecords) tell(draft, [found])
  for (const draft of written) {
    const name = nameIn(draft)
    if (known.isClean(name)) continue
    const found = [...checkReferences(draft, world).diagnostics, ...checkAll(draft, world)]
    if (found.length === 0) known.addClean(name)
    else tell(draft, found)
  }
  known.keep()
  return {
    diagnostics,
    broken,
    restsOn: () => new Map(written.map(draft => [draft, checkReferences(draft, world).found])),
  }
}

/** What was clean in this world; nothing is remembered of one whose texts nobody took the digest of. */
function rememberedAs({ media, ownWords }: World, drafts: readonly Draft[], memo: Memo): CleanOnes {
  const targets = drafts.filter(({ kind }) => isTarget(kind)).map(({ origin }) => nameOf(origin))
  const around = JSON.stringify([targets, [...media].map(each => each.join(' ')).toSorted(compare), [...ownWords]])
  return cleanOnes(
    targets.includes(undefined) ? noMemo : memo,
    'linked',
    createHash('sha256').update(around).digest('hex'),
  )
}

const nameIn = ({ kind, origin }: Draft): string | undefined => (isTarget(kind) ? undefined : nameOf(origin))

function checkAll(draft: Draft, world: World): readonly Diagnostic[] {
  return [...checks, ...(checksOfKind[draft.kind] ?? [])].flatMap(check => check(draft, world))
}
