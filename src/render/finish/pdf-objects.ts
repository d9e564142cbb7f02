/** The objects of a PDF, read with what was expected of them said aloud: anything else stops the document. */

import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { RenderFailure } from '../../model/fault.ts'
import { type Said, said } from '../../model/said.ts'

export type { PDFContext }
export { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString }

export function unexpected(what: string, ...hints: readonly Said[]): RenderFailure {
  return new RenderFailure(said('The printed page is not as the finisher knows it: {what}.', { what }), hints)
}

const names = new Map<string, PDFName>()

/** As `PDFName.of`, which looks for escapes every time. */
export function name(text: string): PDFName {
  let found = names.get(text)
  if (!found) {
    found = PDFName.of(text)
    names.set(text, found)
  }
  return found
}

/** UTF-16, whatever the letters. */
export const textString = (text: string): PDFHexString => PDFHexString.fromText(text)

export function dictIn(owner: PDFDict, key: string): PDFDict | undefined {
  const value = owner.context.lookup(owner.get(name(key)))
  if (value === undefined || value instanceof PDFDict) return value
  throw unexpected(`/${key} is no dictionary`)
}

export function needDict(owner: PDFDict, key: string): PDFDict {
  const value = dictIn(owner, key)
  if (value) return value
  throw unexpected(`/${key} is missing`)
}

export function arrayIn(owner: PDFDict, key: string): PDFArray | undefined {
  const value = owner.context.lookup(owner.get(name(key)))
  if (value === undefined || value instanceof PDFArray) return value
  throw unexpected(`/${key} is no array`)
}

export function needNumber(owner: PDFDict, key: string): number {
  const value = owner.context.lookup(owner.get(name(key)))
  if (value instanceof PDFNumber) return value.asNumber()
  throw unexpected(`/${key} is no number`)
}

export function needRef(owner: PDFDict, key: string): PDFRef {
  const value = owner.get(name(key))
  if (value instanceof PDFRef) return value
  throw unexpected(`/${key} is no reference`)
}

/** The library has one object for each name, and decodes it anew whenever it is asked. */
const texts = new WeakMap<PDFName, string>()

/** A name's text without its slash; empty where there is none. */
export function nameIn(owner: PDFDict, key: string): string {
  const value = owner.get(name(key))
  if (!(value instanceof PDFName)) return ''
  const text = texts.get(value) ?? value.decodeText()
  texts.set(value, text)
  return text
}

export function textIn(owner: PDFDict, key: string): string {
  const value = owner.context.lookup(owner.get(name(key)))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

export function needStream(context: PDFContext, ref: PDFRef): PDFRawStream {
  const value = context.lookup(ref)
  if (value instanceof PDFRawStream) return value
  throw unexpected(`object ${ref.objectNumber} is no stream`)
}

/** What a stream holds. Skia deflates or leaves as is. */
export function contentsOf(stream: PDFRawStream): Buffer {
  const filter = nameIn(stream.dict, 'Filter')
  if (filter === 'FlateDecode' && !stream.dict.has(name('DecodeParms'))) return inflateSync(stream.contents)
  if (filter === '' && !stream.dict.has(name('Filter'))) return Buffer.from(stream.contents)
  throw unexpected(`a stream is packed with ${filter || 'several filters'}`)
}
