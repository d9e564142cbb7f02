/** A value as it stands in the file, put otherwise: only where what stands there is nothing but that value, in one piece. */
import type { Edit, Span } from '../../model/source.ts'

/** A text keeps its quotes. Nothing for aliases, texts on several lines, and what needs escapes in its quotes. */
export function textInPlace({ file, start, end }: Span, written: string, put: string): readonly Edit[] | undefined {
  const source = file.text.slice(start, end)
  const [quote = ''] = /^["']/.exec(source) ?? []
  if (source !== quote + written + quote || written === put) return undefined
  if (quote === '') return isPlainly(source) ? [{ start, end, text: isOtherType(put) ? `"${put}"` : put }] : undefined
  return /["'\\\n]/.test(written + put) ? undefined : [{ start: start + 1, end: end - 1, text: put }]
}

/** A number, an answer or a list takes the quotes away. */
export function valueInPlace({ file, start, end }: Span, put: string): readonly Edit[] | undefined {
  const source = file.text.slice(start, end)
  const isQuoted = /^"[^"\\\n]*"$|^'[^'\n]*'$/.test(source)
  return isQuoted || isPlainly(source) ? [{ start, end, text: put }] : undefined
}

/** Neither an alias nor a tag, and on one line. */
const isPlainly = (source: string): boolean => source !== '' && !/^[*&!|>'"[{]|[\r\n]/.test(source)

/** Text that YAML would read as something else. */
const isOtherType = (put: string): boolean =>
  /^(?:true|false|null)$/i.test(put) || (put.trim() !== '' && !Number.isNaN(Number(put)))
