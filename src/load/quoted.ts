/** Text as an author may write it without YAML taking a part of it for something else. */
import { said } from '../model/said.ts'

/** Double quotes, unless that would need escapes. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  return /["\\]/.test(line) ? `'${line.replaceAll("'", "''")}'` : `"${line}"`
}

/** Words that YAML would read otherwise; of what is in quotes or brackets already, nothing is said. */
export const needsQuotes = (text: string): boolean =>
  /^[^"'[{|>].*(?::\s|\s#)/s.test(text) || /^[*&!%@`#,?]|^- |:$/.test(text)

/** Signs that look like quotes, which YAML takes for letters. */
export const looksQuoted = (text: string): boolean => /^\s*[“”„«»‘’‹›＂]/.test(text)

export const onlyLetters = said('“ ”, „ “ and « » are letters to YAML: only " and \' are quotes.')

/** `#1` counts something; whether another `#` begins a remark, its author alone knows, and no remark is to be published. */
export const mayHoldRemark = (text: string): boolean => /(?:^|\s)#(?!\d{1,4}(?![\p{L}\p{N}]))/u.test(text)
