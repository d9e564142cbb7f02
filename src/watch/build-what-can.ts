/**
 * A build of everything; and where mistakes stop it, of what was just saved, if that rests on nothing in error. Whoever
 * writes one record is not kept waiting by a colleague's half-written other one.
 */
import { build } from '../pipeline/build.ts'
import type { BuildOptions, Doors } from '../pipeline/request.ts'
import type { WatchReport } from './state.ts'

/** @param changed paths from the root */
export async function buildWhatCan(
  doors: Doors,
  options: BuildOptions,
  changed: readonly string[],
): Promise<WatchReport> {
  const whole = await build(doors, options)
  const paths = changed.filter(path => /^data\/.*\.yaml$/.test(path))
  if (whole.outcome !== 'refused' || paths.length === 0) return whole
  // Reports rest on all records of their year: a mistake in any of them is in the way.
  const selection = { ...options.selection, paths, only: options.selection.only ?? 'press' }
  const { outcome, artifacts } = await build(doors, { ...options, selection })
  return outcome === 'done' ? { ...whole, meanwhile: artifacts } : whole
}
