/** Steps whose value is plain data, done only where nobody has done them from the same values. */
import type { Outcome } from '../../model/diagnostic.ts'
import { drawer, type Memo, type MemoKind } from '../../model/memo.ts'
import type { SourceFile } from '../../model/source.ts'
import { type Told, tellAgain, toldAs } from './told.ts'

export interface Steps {
  /** @param make what it finds depends on nothing that is not in the key, but for the places of its diagnostics. */
  once<T>(kind: MemoKind, key: string, make: () => Outcome<T>): Outcome<T>
}

/** @param files every text that a diagnostic may point at. */
export function stepsWith(memo: Memo, files: readonly SourceFile[]): Steps {
  const byPath = new Map(files.map(file => [file.path, file]))
  return {
    once(kind, key, make) {
      const kept = drawer<Kept<ReturnType<typeof make>['value']>>(memo, kind)
      const known = kept.recall(key)
      const again = known && tellAgain(known.told, path => byPath.get(path))
      if (known && again) return { value: known.value, diagnostics: again }
      const made = make()
      const told = toldAs(made.diagnostics)
      if (told) kept.keep(key, { value: made.value, told })
      return made
    },
  }
}

interface Kept<T> {
  readonly value: T
  readonly told: Told
}
