/** What differs between two states of a workspace: read, loaded, and only what can differ made and compared. */
import { changesOf } from '../../compare/causes.ts'
import type { Comparison, SideName } from '../../compare/comparison.ts'
import { changedRecords } from '../../compare/records.ts'
import { distinct, inOrder, compare as inOrderOf } from '../../model/diagnostic.ts'
import { contentOf } from '../digest.ts'
import type { MemoFolder } from '../memo/memo-folder.ts'
import type { Inputs, Workspace } from '../workspace.ts'

export interface Asked {
  readonly workspace: Workspace
  readonly side: SideName
}

export async function compareStates(a: Asked, b: Asked, memo: MemoFolder): Promise<Comparison> {
  const nothing = { a: a.side, b: b.side, artifacts: [], records: [], figures: [], texts: [], releases: [] }
  const [old, now] = [await a.workspace.read(), await b.workspace.read()]
  if (isSame(old, now)) return { ...nothing, diagnostics: [] }
  const { openState } = await import('./state.ts')
  const before = await openState(old, a.side, { memo, prefix: prefixOf(a) })
  const after = await openState(now, b.side, { memo, prefix: prefixOf(b) })
  memo.save()
  const diagnostics = inOrder(distinct([...before.diagnostics, ...after.diagnostics]))
  if (!before.state || !after.state) return { ...nothing, diagnostics }
  const records = changedRecords(before.state.dataset, after.state.dataset)
  const sides = { before: before.state, after: after.state, changes: changesOf(records) }
  const { changedReports } = await import('./reports.ts')
  const reports = changedReports(sides)
  if (reports.diagnostics.length > 0) return { ...nothing, diagnostics: inOrder(distinct(reports.diagnostics)) }
  const { changedReleases } = await import('./releases.ts')
  const releases = await changedReleases(sides)
  return {
    ...nothing,
    artifacts: [...releases.artifacts, ...reports.artifacts].toSorted((one, other) => inOrderOf(one.path, other.path)),
    records,
    figures: reports.figures,
    texts: reports.texts,
    releases: releases.releases,
    diagnostics: [],
  }
}

const prefixOf = ({ side }: Asked): string => (side.commit === undefined ? '' : `${side.name}:`)

/** Nothing was written otherwise: then nothing need be loaded. Photos are not looked at. */
function isSame(one: Inputs, other: Inputs): boolean {
  return one.templatesDigest() === other.templatesDigest() && writtenIn(one) === writtenIn(other)
}

const writtenIn = (inputs: Inputs): string =>
  contentOf(inputs.sources().files.map(({ path, digest }) => [path, digest]))
