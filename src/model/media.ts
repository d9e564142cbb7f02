/** What lies below data/media: by its first bytes, since a name promises what it likes. */
import type { Language } from './text.ts'

/** `picture`: one that is taken. `unknown`: the decoder has the last word. */
export type MediaKind =
  | 'picture'
  | 'HEIC'
  | 'AVIF'
  | 'JPEG XL'
  | 'JPEG 2000'
  | 'TIFF'
  | 'RAW'
  | 'GIF'
  | 'animation'
  | 'BMP'
  | 'PSD'
  | 'SVG'
  | 'PDF'
  | 'video'
  | 'archive'
  | 'web page'
  | 'LFS pointer'
  | 'macOS companion'
  | 'empty'
  | 'too large'
  | 'unknown'

/** By path below data/, in every spelling under which a record finds it: `media/2022/photo.jpg`. */
export type Media = ReadonlyMap<string, MediaKind>

/** So many bytes tell the kind. */
export const telling = 1024

/** Over the first bytes, each a character. */
/* oxlint-disable no-control-regex -- bytes, not text */
const signatures: readonly (readonly [RegExp, MediaKind])[] = [
  [/^$/, 'empty'],
  [/^RIFF....WEBPVP8X....[\x02\x03\x06\x07\x12\x13\x16\x17\x22\x23\x26\x27\x32\x33\x36\x37]/s, 'animation'],
  [/^\x89PNG\r\n\x1a\n(?:(?!IDAT).)*acTL/s, 'animation'],
  [/^\xff\xd8\xff|^\x89PNG\r\n\x1a\n|^RIFF....WEBP/s, 'picture'],
  [/^....ftyp(?:avif|avis|mif1.{4,28}avif)/s, 'AVIF'],
  [/^....ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)/s, 'HEIC'],
  [/^....ftypcrx |^II(?:\*\0.{4}CR\x02|\x1a\0\0\0HEAP|U\0|RO|RS)|^MMOR|^FUJIFILMCCD-RAW|^\0MRM|^FOVb/s, 'RAW'],
  [/^....ftyp|^....moov|^\x1aE\xdf\xa3|^RIFF....AVI /s, 'video'],
  [/^\xff\x0a|^\0\0\0\x0cJXL /, 'JPEG XL'],
  [/^\0\0\0\x0cjP {2}|^\xff\x4f\xff\x51/, 'JPEG 2000'],
  [/^II[*+]\0|^MM\0[*+]/, 'TIFF'],
  [/^GIF8[79]a/, 'GIF'],
  [/^BM.{4}\0\0\0\0/s, 'BMP'],
  [/^8BPS/, 'PSD'],
  [/^%PDF-/, 'PDF'],
  [/^PK\x03\x04|^Rar!|^7z\xbc\xaf/, 'archive'],
  [/^\0\x05\x16\x07/, 'macOS companion'],
  [/^version https:\/\/git-lfs\.github\.com/, 'LFS pointer'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg).*<svg|^(?:\xef\xbb\xbf)?\s*<svg/is, 'SVG'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<!DOCTYPE html|<html|<head)/i, 'web page'],
]
/* oxlint-enable no-control-regex */

export function kindOf(bytes: Uint8Array): MediaKind {
  const head = String.fromCharCode(...bytes.subarray(0, telling))
  return signatures.find(([signature]) => signature.test(head))?.[1] ?? 'unknown'
}

/**
 * The names by which a record may call a file: macOS parts a letter from its marks (NFD) and puts a narrow space before
 * the hour of a screenshot, and nobody sees either or types it.
 */
export function spellings(path: string): readonly string[] {
  const composed = path.normalize('NFC')
  return [path, composed, path.normalize('NFD'), composed.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')]
}

/** Under every spelling that is no other file's own name. */
export function bySpelling<T>(files: readonly (readonly [path: string, file: T])[]): ReadonlyMap<string, T> {
  const found = new Map(files)
  for (const [path, file] of files) for (const name of spellings(path)) if (!found.has(name)) found.set(name, file)
  return found
}

/** What a photo says of itself. */
export interface PhotoWords {
  /** A name, and so the same in every language. */
  readonly credit?: string
  /** By language of the society: that which the file says, else the main one where the letters are of it. */
  readonly caption: { readonly [language: Language]: string }
}
