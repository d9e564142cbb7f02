/** DER (X.690) as far as a signature needs it: what a value is, and its parts. */

export interface Der {
  readonly tag: number
  /** With its tag and length. */
  readonly whole: Uint8Array
  readonly content: Uint8Array
  /** Of what is made of others; none where one of them is not whole. */
  readonly parts: readonly Der[]
}

export const tags = { octets: 0x04, oid: 0x06, sequence: 0x30, set: 0x31 }
/** Of a kind that its surroundings know. */
export const own = (number: number): number => 0xa0 + number

/** @returns the value that begins the bytes, whatever follows; nothing where it is no DER: of unknown length, or longer than the bytes */
export function readDer(bytes: Uint8Array): Der | undefined {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80) return undefined
  const digits = first > 0x80 ? first - 0x80 : 0
  const length = digits === 0 ? first : bytes.subarray(2, 2 + digits).reduce((sum, byte) => sum * 256 + byte, 0)
  const isShortest = digits === 0 || (length > 127 && bytes[2] !== 0)
  const start = 2 + digits
  if (!isShortest || start + length > bytes.length) return undefined
  const content = bytes.subarray(start, start + length)
  return { tag, whole: bytes.subarray(0, start + length), content, parts: tag & 0x20 ? readAll(content) : [] }
}

function readAll(bytes: Uint8Array): readonly Der[] {
  const parts: Der[] = []
  for (let rest = bytes; rest.length > 0; ) {
    const part = readDer(rest)
    if (!part) return []
    parts.push(part)
    rest = rest.subarray(part.whole.length)
  }
  return parts
}

/** `1.2.840.113549.1.7.2`, or empty. */
export function oidOf({ tag, content }: Der): string {
  if (tag !== tags.oid) return ''
  const numbers: number[] = []
  let number = 0
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    numbers.push(
      ...(numbers.length === 0
        ? [Math.min(2, Math.floor(number / 40)), number - 40 * Math.min(2, Math.floor(number / 40))]
        : [number]),
    )
    number = 0
  }
  return numbers.join('.')
}

export const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one !== undefined && other !== undefined && Buffer.compare(one, other) === 0
