/** Waits for what should be done soon, and no longer than that. */
export async function atMost(ms: number, what: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([what.then(nothing, nothing), over])
  clearTimeout(timer)
}

const nothing = (): void => undefined
