/** Many events, one call: an editor's save is three or four of them, a git checkout five hundred. */

export interface Patience {
  /** How long nothing must happen. */
  readonly quietMs: number
  /** After so long it is time all the same. */
  readonly mostMs: number
}

export interface Gathering {
  add(path: string): void
  /** What has been gathered is forgotten. */
  cancel(): void
}

export function gather(act: (paths: readonly string[]) => void, { quietMs, mostMs }: Patience): Gathering {
  const paths = new Set<string>()
  let quiet: NodeJS.Timeout | undefined
  let last: NodeJS.Timeout | undefined
  const cancel = (): void => {
    clearTimeout(quiet)
    clearTimeout(last)
    last = undefined
    paths.clear()
  }
  const flush = (): void => {
    const gathered = [...paths]
    cancel()
    act(gathered)
  }
  return {
    add(path) {
      paths.add(path)
      clearTimeout(quiet)
      quiet = setTimeout(flush, quietMs)
      last ??= setTimeout(flush, mostMs)
    },
    cancel,
  }
}
