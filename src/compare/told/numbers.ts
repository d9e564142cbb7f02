/** By how much figures moved, as a reviewer reads it. */
import { said, type Tell } from '../../model/said.ts'
import { writtenAs } from '../../model/shown-figure.ts'
import type { FigureChange } from '../comparison.ts'

const short = writtenAs({ maximumFractionDigits: 1, signDisplay: 'exceptZero' })
const least = writtenAs({ maximumSignificantDigits: 2, signDisplay: 'exceptZero' })
const signed = writtenAs({ maximumFractionDigits: 6, signDisplay: 'exceptZero' })

/** `+10 (+8.5 %)`; nothing where either is not reported. */
export function changeTold(
  { change, percent, isPercent }: Pick<FigureChange, 'change' | 'percent' | 'isPercent'>,
  tell: Tell,
): string {
  if (change === undefined) return ''
  if (isPercent) return tell(said('{change} points', { change: short(100 * change) }))
  if (percent === undefined) return signed(change)
  // Of a large sum the least change is a change.
  const shown = (Math.abs(percent) < 0.1 ? least : short)(percent)
  return `${signed(change)} (${shown} %)`
}

/** The leaf of a record as a reviewer reads it. */
export const shownLeaf = (value: unknown): string =>
  value === undefined ? '–' : typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : JSON.stringify(value)
