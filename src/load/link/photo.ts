/** Files that a record shows must exist below data/media/. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type Draft, textAt, wrongAt } from '../draft.ts'
import { nearest } from '../nearest.ts'
import type { World } from './world.ts'

export function checkFile(draft: Draft, pointer: string, { media }: World): readonly Diagnostic[] {
  const file = textAt(draft, pointer)
  if (file === undefined || !file.startsWith('media/') || media.has(file)) return []
  const near = nearest(file, media)
  const hint = near === undefined ? `Put the photo at data/${file}.` : `Did you mean “${near}”?`
  return [wrongAt('photo/missing', draft, pointer, `There is no file data/${file}.`, hint)]
}
