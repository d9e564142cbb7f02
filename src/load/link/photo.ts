/** Files that a record shows must exist below data/media/. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { type Draft, textAt, wrongAt } from '../draft.ts'
import type { World } from './world.ts'

export function checkFile(draft: Draft, pointer: string, { media }: World): readonly Diagnostic[] {
  const file = textAt(draft, pointer)
  if (file === undefined || !file.startsWith('media/') || media.has(file)) return []
  const hint = didYouMean(file, media) ?? `Put the photo at data/${file}.`
  return [wrongAt('photo/missing', draft, pointer, `There is no file data/${file}.`, hint)]
}
