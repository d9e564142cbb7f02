/** What differs between two texts, word by word. */
import { diff } from 'node:util'

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Both texts: what is `same` or `removed` is the one, what is `same` or `added` the other. */
export function wordsChanged(before: string, after: string): readonly WordChange[] {
  return joinedUp(aligned(before, after, '\n').flatMap(run => (run.kind === 'changed' ? withinLines(run) : [run])))
}

type Run = WordChange | { readonly kind: 'changed'; readonly before: string; readonly after: string }

function withinLines({ before, after }: { readonly before: string; readonly after: string }): readonly WordChange[] {
  return aligned(before, after, '\\s').flatMap((run): readonly WordChange[] =>
    run.kind === 'changed'
      ? [
          { kind: 'removed', text: run.before },
          { kind: 'added', text: run.after },
        ]
      : [run],
  )
}

/** Pieces keep what ends them, so that joined they are the text. */
const piecesOf = (text: string, end: string): string[] => (text === '' ? [] : text.split(new RegExp(`(?<=${end})`)))

/** As node tells pieces that both have. */
const both = 0
/** And those that only the first has. */
const onlyBefore = 1

function aligned(before: string, after: string, end: string): readonly Run[] {
  const runs: { same: boolean; before: string; after: string }[] = []
  // Of two texts without a piece node tells nothing at all.
  if (before === after) return [{ kind: 'same', text: before }]
  for (const [kind, piece] of diff(piecesOf(before, end), piecesOf(after, end))) {
    const same = kind === both
    const last = runs.at(-1)
    const run = last?.same === same ? last : { same, before: '', after: '' }
    if (run !== last) runs.push(run)
    if (same || kind === onlyBefore) run.before += piece
    if (same || kind !== onlyBefore) run.after += piece
  }
  return runs.map(({ same, ...run }): Run => (same ? { kind: 'same', text: run.before } : { kind: 'changed', ...run }))
}

function joinedUp(changes: readonly WordChange[]): readonly WordChange[] {
  const joined: WordChange[] = []
  for (const { kind, text } of changes) {
    const last = joined.at(-1)
    if (text === '') continue
    if (last?.kind === kind) joined[joined.length - 1] = { kind, text: last.text + text }
    else joined.push({ kind, text })
  }
  return joined
}
