/** In which encoding a text was saved that is no UTF-8, as far as its bytes tell, and what editors call that. */

import { isUtf8 } from 'node:buffer'
import { type Said, said } from '../model/said.ts'

/** Nothing for UTF-8. UTF-16 of plain Latin is valid UTF-8, every other byte of it being none that a text has. */
export function otherEncoding(bytes: Uint8Array): Said | undefined {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const head = bytes.subarray(0, 256)
  const zeros = head.filter(byte => byte === 0).length
  if (isMarked || (zeros > 1 && zeros * 4 >= head.length)) return said('UTF-16 (Notepad calls it “Unicode”)')
  if (isUtf8(bytes)) return undefined
  return said('of one byte a letter, such as Windows-1251 (Notepad calls it “ANSI”)')
}
