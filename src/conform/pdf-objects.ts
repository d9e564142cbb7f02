/** The eight kinds of PDF object as plain values, and how their texts are read. */

export interface PdfName {
  readonly name: string
}
/** Bytes, one a character. */
export interface PdfString {
  readonly bytes: string
}
export interface PdfRef {
  readonly ref: number
}
export type PdfDict = Map<string, PdfObject>
/** Data as it lies in the file, its filters still on. */
export interface PdfStream {
  readonly dict: PdfDict
  data: Uint8Array
}
export type PdfObject = null | boolean | number | PdfName | PdfString | PdfRef | PdfObject[] | PdfDict | PdfStream

export const isName = (value: PdfObject): value is PdfName => isPlain(value) && 'name' in value
export const isString = (value: PdfObject): value is PdfString => isPlain(value) && 'bytes' in value
export const isRef = (value: PdfObject): value is PdfRef => isPlain(value) && 'ref' in value
export const isStream = (value: PdfObject): value is PdfStream => isPlain(value) && 'dict' in value
export const isDict = (value: PdfObject): value is PdfDict => value instanceof Map

function isPlain(value: PdfObject): value is PdfName | PdfString | PdfRef | PdfStream {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

/** A string's text: UTF-16 or UTF-8 by its mark, otherwise PDFDocEncoding, of which only the letters below 128 are needed here. */
export function decodeText({ bytes }: PdfString): string {
  if (bytes.startsWith('\u00fe\u00ff')) return utf16(bytes.slice(2))
  if (bytes.startsWith('\u00ef\u00bb\u00bf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8')
  return bytes
}

/** Big-endian, as in text strings and CMaps. */
export const utf16 = (bytes: string): string =>
  Buffer.from(bytes.slice(0, bytes.length & ~1), 'latin1')
    .swap16()
    .toString('utf16le')
