/** The running text of a printed release, with the places at which a line may break its words. */
import { breakingBy, hyphenate } from '../language/hyphenation.ts'
import type { Hyphenation } from '../model/language-pack.ts'

export async function hyphenator(
  hyphenation: Hyphenation | undefined,
  names: readonly string[],
): Promise<(text: string) => string> {
  if (!hyphenation) return text => text
  const breaking = await breakingBy(hyphenation)
  return text => hyphenate(text, breaking, names)
}
