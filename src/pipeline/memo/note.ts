/**
 * A note on a build that went well: from these inputs, with these tools, came what this manifest lists. While all of that is
 * the same there is nothing to compute; the inputs were read and hashed, and the artifacts are looked at one by one.
 *
 * The clock decides one thing, whether an embargo has ended: a note holds until the next one does.
 */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type Drawer, drawer, type Memo } from '../../model/memo.ts'
import { isPast } from '../../press/embargo.ts'
import { contentOf } from '../digest.ts'
import type { Hashed } from '../disk/artifacts.ts'
import type { BuildOptions, Doors } from '../request.ts'
import type { ToolsOf } from '../tools.ts'
import type { Inputs } from '../workspace.ts'
import { type Told, tellAgain, toldAs } from './told.ts'

/** What was told of which inputs, and until when it holds. */
interface Remark {
  /** Digest of all that was read. */
  readonly inputs: string
  readonly asOf: string
  /** Ends of all embargoes, ISO 8601. */
  readonly embargoes: readonly string[]
  readonly told: Told
}

export interface Note extends Remark {
  readonly tools: ToolsOf
  /** Leads to the browser among them (`Renderer.trail`). */
  readonly trail?: string
  /** SHA-256 of its bytes. */
  readonly manifest: string
  /** Of what stands beside it. */
  readonly sums: Hashed
  /** Paths; undefined: all that the manifest lists. */
  readonly artifacts?: readonly string[]
}

/** The same of a check, which builds nothing. */
export interface Checked extends Remark {
  readonly artifacts: number
}

export const builtNotes = (memo: Memo): Drawer<Note> => drawer(memo, 'built')
export const checkedNotes = (memo: Memo): Drawer<Checked> => drawer(memo, 'checked')

/** One note for each way of asking, each part and each who signs. The moment of asking is not among them: see above. */
export function noteKey(
  { selection, date, shard }: Pick<BuildOptions, 'selection' | 'date' | 'shard'>,
  { signer }: Pick<Doors, 'signer'>,
) {
  const { releaseAsOf, ...filters } = selection
  return contentOf(filters, releaseAsOf !== undefined, date, signer?.certificate, shard)
}

/** What was told then, if it would be told now. */
export function stillTold(
  { inputs: before, asOf: then, embargoes, told }: Remark,
  inputs: Inputs,
  asOf: string,
): readonly Diagnostic[] | undefined {
  if (before !== inputs.digest) return undefined
  if (embargoes.some(until => isPast(until, then) !== isPast(until, asOf))) return undefined
  return tellAgain(told, path => inputs.textAt(path))
}

/** Nothing where what was told cannot be written down. */
export function noted<F extends Omit<Remark, 'inputs' | 'told'>>(
  facts: F,
  inputs: Inputs,
  diagnostics: readonly Diagnostic[],
): (F & Remark) | undefined {
  const told = toldAs(diagnostics)
  return told && { ...facts, inputs: inputs.digest, told }
}
