/** Numbers as people write them, and what they write where there is none. */

/** `1 200`, `1,200.50`, `1 200,50` -> what to write; nothing where it is no number. */
export function asNumber(written: string): string | undefined {
  const plain = written.trim().replace(/[\s'’_]/g, '')
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(plain)) return plain
  if (/^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(plain)) return plain.replaceAll(',', '')
  if (/^-?[0-9]+,[0-9]{1,2}$/.test(plain)) return plain.replace(',', '.')
  return undefined
}

const unreported = /^(-|–|—|n\/?a|none|null|nil|unknown|\?|нет данных|н\/д|нет)$/i

export function isUnreported(written: string): boolean {
  return unreported.test(written.trim())
}
