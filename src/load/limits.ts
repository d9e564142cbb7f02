/** How large a file of records may be. Far above what an author writes, far below what would stall a build. */
export const limits = {
  /** Bytes of UTF-8. */
  fileBytes: 1_048_576,
  /** Maps and lists inside each other. */
  depth: 32,
  /** Characters of a field's name. Names stand in pointers, and those are looked up: long ones would all be compared. */
  name: 200,
  /** Uses of aliases (`*name`) in one file. */
  aliases: 100,
  /** Values that the aliases of one file stand for, all together: a short file cannot grow into a huge one. */
  aliasedValues: 10_000,
} as const

export function isTooLarge(text: string): boolean {
  // UTF-8 takes at most three bytes a UTF-16 unit, so most files need no counting.
  if (text.length * 3 <= limits.fileBytes) return false
  return new TextEncoder().encode(text).length > limits.fileBytes
}
