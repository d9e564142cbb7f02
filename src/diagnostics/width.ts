/** How many columns of a terminal a text takes: East Asian wide characters take two, combining marks none. */

export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

function widthOfCharacter(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** At most `width` columns: the start of the text with `…` after it, or its end with `…` before it. */
export function cut(text: string, width: number, keep: 'start' | 'end'): string {
  if (widthOf(text) <= width) return text
  const points = Array.from(text)
  const characters = keep === 'start' ? points : points.toReversed()
  const kept: string[] = []
  let used = 1
  for (const character of characters) {
    used += widthOfCharacter(character)
    if (used > width) break
    kept.push(character)
  }
  return keep === 'start' ? `${kept.join('')}…` : `…${kept.toReversed().join('')}`
}
