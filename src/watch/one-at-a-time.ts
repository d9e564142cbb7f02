/** One run after another, never two at once: what comes while one is under way makes one more of all of it. */

export interface OneAtATime {
  readonly request: (paths: readonly string[]) => void
  /** Takes no more; the run under way is the last. */
  readonly close: () => void
}

/** @param onBug takes what `run` throws; nothing is run after it. */
export function oneAtATime(
  run: (paths: readonly string[]) => Promise<void>,
  onBug: (thrown: unknown) => void,
): OneAtATime {
  const waiting = new Set<string>()
  let isWanted = false
  let isRunning = false
  let isClosed = false
  const work = async (): Promise<void> => {
    isRunning = true
    try {
      while (isWanted) {
        const paths = [...waiting]
        waiting.clear()
        isWanted = false
        await run(paths)
      }
    } catch (thrown) {
      isClosed = true
      onBug(thrown)
    } finally {
      // At once, with no await between it and the last look at `isWanted`: no request may fall in between.
      isRunning = false
    }
  }
  return {
    request(paths) {
      if (isClosed) return
      isWanted = true
      for (const path of paths) waiting.add(path)
      if (!isRunning) void work()
    },
    close() {
      isClosed = true
      isWanted = false
    },
  }
}
