/** The lines of a text in which something differs, each change between its marks. */
import type { WordChange } from '../words.ts'

export interface Marks {
  readonly removed: readonly [open: string, close: string]
  readonly added: readonly [open: string, close: string]
}

/** @param escaped of all that is no mark */
export function markedLines(
  words: readonly WordChange[],
  marks: Marks,
  escaped: (text: string) => string = text => text,
): readonly string[] {
  const lines: { text: string; isChanged: boolean }[] = [{ text: '', isChanged: false }]
  for (const { kind, text } of words)
    for (const [at, piece] of text.split('\n').entries()) {
      if (at > 0) lines.push({ text: '', isChanged: false })
      const line = lines.at(-1)
      if (!line || piece === '') continue
      const [open, close] = kind === 'same' || piece.trim() === '' ? ['', ''] : marks[kind]
      const told = piece.trimEnd()
      line.text += `${open}${escaped(told)}${close}${piece.slice(told.length)}`
      line.isChanged ||= open !== ''
    }
  return lines.filter(({ isChanged }) => isChanged).map(({ text }) => text.trim())
}
