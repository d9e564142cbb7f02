/**
 * The words that a language lacks, put where they belong in its wording: each key empty, the English above it. What is
 * left empty is told like what is not there.
 *
 *   press:
 *     # Press release
 *     press_release:
 */
import { parse } from '../load/parse.ts'
import { pointerTo } from '../load/pointer.ts'
import type { SourceFile } from '../model/source.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Language } from '../model/text.ts'
import { withValues } from './changed-text.ts'
import { Unwritten } from './yaml-text.ts'

export interface WordingToFill {
  readonly text: string
  /** How many keys are empty in it. */
  readonly empty: number
}

/** @param file of the workspace, its text empty where there is none; what stands in it stays */
export function wordingToFill(file: SourceFile, language: Language, { wording }: TemplateSet): WordingToFill {
  const own = wording.get(language)?.phrases
  const isSaid = (key: string): boolean => (own?.has(key) ?? false) && own?.get(key)?.isLent !== true
  const { spans } = parse(file)
  const lacking = [...(wording.get('en')?.phrases ?? [])]
    .filter(([key]) => !isSaid(key))
    .map(([key, { text }]) => [key.split('.').map(pointerTo).join(''), unwritten(text)] as const)
  const absent = lacking.filter(([pointer]) => !spans.has(pointer))
  return { text: withValues(file, new Map(absent)), empty: lacking.length }
}

/** On one line. */
function unwritten(english: string): Unwritten {
  const line = english.trim().replace(/\s+/g, ' ')
  return new Unwritten(line === '' ? '(nothing)' : line)
}
