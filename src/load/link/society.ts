/** The society: a time zone that exists, a logo that is there. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { type Draft, textAt, wrongAt } from '../draft.ts'
import { checkFile } from './photo.ts'
import type { World } from './world.ts'

export function checkSociety(draft: Draft, world: World): readonly Diagnostic[] {
  return [...checkZone(draft), ...checkFile(draft, '/logo/file', world)]
}

function checkZone(draft: Draft): readonly Diagnostic[] {
  const zone = textAt(draft, '/time_zone')
  if (zone === undefined || isZone(zone)) return []
  const near = didYouMean(zone, Intl.supportedValuesOf('timeZone'))
  const hint = near ?? 'Write an IANA name such as Asia/Tashkent.'
  return [wrongAt('record/wrong-value', draft, '/time_zone', `“${zone}” is not a time zone.`, hint)]
}

function isZone(zone: string): boolean {
  if (!/^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
