/**
 * What earlier runs found out, by exactly what they found it from: a key holds the content of every value that decides, or
 * its digest, and never a file's name or time alone. Who asks and gets nothing works it out anew.
 */

/** Each is kept apart from the others, and read when it is first asked. */
export type MemoKind =
  | 'built'
  | 'checked'
  | 'record'
  | 'linked'
  | 'credit'
  | 'editorial'
  | 'unseen'
  | 'release'
  | 'page'
  | 'books'
  | 'jobs'
  | 'stamps'

/** Values are plain data, as JSON holds them, and shared: nobody changes them. */
export interface Memo {
  recall(kind: MemoKind, key: string): unknown
  keep(kind: MemoKind, key: string, value: unknown): void
}

export const noMemo: Memo = { recall: () => undefined, keep: () => undefined }

/** Of many values, those in which nothing was wrong, kept together in one entry. */
export interface CleanOnes {
  isClean(name: string | undefined): boolean
  addClean(name: string | undefined): void
  keep(): void
}

/** @param key of all that decides besides the values; a value's name holds its content. */
export function cleanOnes(memo: Memo, kind: MemoKind, key: string): CleanOnes {
  const remembered = memo.recall(kind, key)
  const before = new Set<unknown>(Array.isArray(remembered) ? remembered : [])
  const clean: string[] = []
  let isNew = false
  return {
    isClean(name) {
      const isKnown = name !== undefined && before.has(name)
      if (isKnown) clean.push(name)
      return isKnown
    },
    addClean(name) {
      if (name === undefined) return
      clean.push(name)
      isNew = true
    },
    keep() {
      if (isNew) memo.keep(kind, key, clean)
    },
  }
}
