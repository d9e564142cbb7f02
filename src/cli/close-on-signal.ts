/** What is interrupted cleans up after itself. */

/** A build that is interrupted leaves no browser, no half-written file and no lock behind. */
export function closeOnSignal(close: () => Promise<void>): () => void {
  const stop = (_signal: NodeJS.Signals, code: number): void => {
    void close().finally(() => process.exit(128 + code))
  }
  const names = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const
  for (const name of names) process.on(name, stop)
  return () => {
    for (const name of names) process.removeListener(name, stop)
  }
}

/** A signal may come while a build that is done cleans up after itself. */
export function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= act()
    return running
  }
}
