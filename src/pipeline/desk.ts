/** What the steps of a build are handed: the workspace as it was read, and what earlier builds found out. */
import type { Memo } from '../model/memo.ts'
import type { Inputs, Workspace } from './workspace.ts'

export interface Desk {
  readonly workspace: Workspace
  readonly inputs: Inputs
  readonly memo: Memo
  /** Nobody will ask for bytes: what is written is let go as soon as it is known whether there is anything to tell of it. */
  readonly isForTelling?: true
}
