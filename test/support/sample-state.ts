/** The sample workspace as `diff` and `explain` open it. */
import { join } from 'node:path'
import { packagedTemplates } from '../../src/cli/setting.ts'
import { noMemo } from '../../src/model/memo.ts'
import { openState, type State } from '../../src/pipeline/compare/state.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import type { Workspace } from '../../src/pipeline/workspace.ts'

export const sampleRoot = join(import.meta.dirname, '../..')

export const sampleWorkspace = (): Workspace => openWorkspace(sampleRoot, packagedTemplates)

export async function sampleState(): Promise<State> {
  const { state } = await openState(await sampleWorkspace().read(), { name: '' }, { memo: noMemo, prefix: '' })
  if (!state) throw new Error('the sample has errors')
  return state
}
