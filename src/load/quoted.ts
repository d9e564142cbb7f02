/** Text as an author may write it without YAML taking a part of it for something else. */

/** Double quotes, unless that would need escapes. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  return /["\\]/.test(line) ? `'${line.replaceAll("'", "''")}'` : `"${line}"`
}

/** Signs that look like quotes, which YAML takes for letters. */
export const looksQuoted = (text: string): boolean => /^\s*[“”„«»‘’‹›＂]/.test(text)

export const onlyLetters = '“ ”, „ “ and « » are letters to YAML: only " and \' are quotes.'
