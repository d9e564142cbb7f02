/** Texts that say of themselves, by the mark at their beginning, in which encoding they are. */

const utf8 = [0xef, 0xbb, 0xbf]
const utf16 = new Map([
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
])

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

export const hasMark = (bytes: Uint8Array): boolean => begins(bytes, utf8)

/** UTF-16 with its mark, to the last letter: of what has none, nobody can be certain. */
export function markedUtf16(bytes: Uint8Array): string | undefined {
  const [encoding] = [...utf16].find(([, mark]) => begins(bytes, mark)) ?? []
  if (encoding === undefined) return undefined
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
