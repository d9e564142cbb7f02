/** Waiting, but not for ever; no timer is left running that would keep the program alive. */

/** What the work gives, or what `late` gives once the time is up. */
export async function within<T, L>(milliseconds: number, work: Promise<T>, late: () => L): Promise<T | L> {
  const { promise, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(resolve, milliseconds, 'late')
  try {
    const first = await Promise.race([work.then(value => ({ value })), promise])
    return first === 'late' ? late() : first.value
  } finally {
    clearTimeout(timer)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, milliseconds)
  })
}
