/** A letter with the marks over and under it: a page sets both from one font, or the mark stands in none. */

export const markedLetters = /[^\p{M}\p{C}\p{Z}]\p{M}+/gu

export interface MarkedLetter {
  /** The letter with those of its marks that one font has together with it. */
  readonly kept: string
  /** The other marks. */
  readonly left: readonly string[]
}

/** @param shows whether one font has all of these characters */
export function withMarksOfOneFont(found: string, shows: (characters: string) => boolean): MarkedLetter {
  const [letter = '', ...marks] = Array.from(found)
  let kept = letter
  const left = marks.filter(mark => {
    const isShown = shows(kept + mark)
    if (isShown) kept += mark
    return !isShown
  })
  return { kept, left }
}
