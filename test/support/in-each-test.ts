/**
 * What the tests of a file share, made anew in each that asks for it: a fault in what makes it turns tests red, and is not
 * met while their file is read, where nobody could tell which of them it is the matter of.
 */
import { afterEach } from 'vitest'

export function inEachTest<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  afterEach(() => {
    made = undefined
  })
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
