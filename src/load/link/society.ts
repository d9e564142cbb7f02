/** The society: a logo that is there. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Draft } from '../draft.ts'
import { checkFile } from './photo.ts'
import type { World } from './world.ts'

export function checkSociety(draft: Draft, world: World): readonly Diagnostic[] {
  return checkFile(draft, '/logo/file', world)
}
