/** The records of a workspace as somebody who writes another finds them. */

import type { Dataset } from '../model/dataset.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { said } from '../model/said.ts'
import { loadedFrom } from './loaded.ts'
import type { Workspace } from './workspace.ts'

/** Those that are right; without the society nothing can be said of any. */
export async function recordsOf(workspace: Workspace): Promise<Dataset> {
  const { value } = loadedFrom(await workspace.read()).records
  if (value) return value
  throw new EnvironmentFault(
    said('data/society.yaml is missing or has mistakes.'),
    said('khabar check tells which; khabar init begins a workspace.'),
  )
}

/** What is still to be written in one file, or is wrong there. */
export async function mistakesIn(workspace: Workspace, path: string): Promise<readonly Diagnostic[]> {
  const { records } = loadedFrom(await workspace.read())
  return records.diagnostics.filter(({ span }) => span?.file.path === path)
}
