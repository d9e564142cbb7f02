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
  | 'unseen'
  | 'release'
  | 'page'
  | 'books'
  | 'cards'
  | 'jobs'
  | 'words'
  | 'stamps'

/** Values are plain data, as JSON holds them, and shared: nobody changes them. */
export interface Memo {
  recall(kind: MemoKind, key: string): unknown
  keep(kind: MemoKind, key: string, value: unknown): void
}

export const noMemo: Memo = { recall: () => undefined, keep: () => undefined }

/** The findings of one kind, with their type: what is recalled was kept through the same drawer, or by none. */
export interface Drawer<T> {
  recall(key: string): T | undefined
  keep(key: string, value: T): void
}

/** @param T plain data; each kind has one, named where its drawer is opened. */
export const drawer = <T>(memo: Memo, kind: MemoKind): Drawer<T> => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border where JSON becomes a value again: its file fits its digest and this very code, which keeps nothing but T here
  recall: key => memo.recall(kind, key) as T | undefined,
  keep: (key, value) => memo.keep(kind, key, value),
})

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
