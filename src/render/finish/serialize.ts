/** One object of a PDF as text, in characters that are bytes (ISO 32000-1, 7.3). */
import { PDFArray, PDFDict, PDFName, PDFRef } from './pdf-objects.ts'

export type NumberOf = (ref: PDFRef) => number

export function serialized(object: unknown, numberOf: NumberOf): string {
  if (object instanceof PDFName) return object.toString()
  if (object instanceof PDFRef) return `${numberOf(object)} 0 R`
  if (object instanceof PDFDict) return serializedDict(object, numberOf)
  if (object instanceof PDFArray) {
    return `[${object
      .asArray()
      .map(each => serialized(each, numberOf))
      .join(' ')}]`
  }
  return String(object)
}

/** @param without keys to leave out. */
export function serializedDict(dict: PDFDict, numberOf: NumberOf, without = ''): string {
  let text = '<<'
  for (const [key, value] of dict.entries()) {
    const written = key.toString()
    if (written !== without) text += `${written} ${serialized(value, numberOf)}`
  }
  return `${text}>>`
}
