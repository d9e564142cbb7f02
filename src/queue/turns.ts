/**
 * Turns: many work side by side, but one who asks to be alone. A document that ends a worker takes its neighbours with it,
 * but once: what is taken a second time has its worker to itself, so that only the guilty one is ever given up.
 */
export class Turns {
  #running = 0
  #isAlone = false
  readonly #waiting: { readonly alone: boolean; readonly start: () => void }[] = []

  async take<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>(start => {
      this.#waiting.push({ alone, start })
      this.#next()
    })
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#isAlone = false
      this.#next()
    }
  }

  /** In the order in which they came: who waits to be alone is not passed by. */
  #next(): void {
    for (let [first] = this.#waiting; first && this.#mayStart(first.alone); [first] = this.#waiting) {
      this.#waiting.shift()
      this.#running += 1
      this.#isAlone = first.alone
      first.start()
    }
  }

  #mayStart(alone: boolean): boolean {
    return this.#running === 0 || !(alone || this.#isAlone)
  }
}
