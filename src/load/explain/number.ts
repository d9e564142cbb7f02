/** Numbers as people write them, and what they write where there is none. */

/** `1 200`, `1,200.50`, `1 200,50`, `около 120 чел.` -> what to write; nothing where it is no number. */
export function asNumber(written: string): string | undefined {
  const text = withDigits(written).trim()
  return bareNumber(text) ?? bareNumber(withoutWords(text))
}

/**
 * A number and nothing besides, whose sign for decimals cannot be one for thousands: `1 200`, `1,200,300`, `1.5`, `12,5`, and
 * neither `1,200` nor `1 20`.
 */
export function certainNumber(written: string): string | undefined {
  const text = withDigits(written).trim()
  const isWhole = /^-?[0-9]+$/.test(text)
  const isGrouped = /^-?[0-9]{1,3}(?:[\s'’_][0-9]{3})+(?:[.,][0-9]{1,2})?$/.test(text)
  const isSure = /^-?[0-9]{1,3}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|(?:\.[0-9]{3}){2,}(?:,[0-9]{1,2})?)$/.test(text)
  const isDecimal = /^-?[0-9]+[.,][0-9]{1,2}$/.test(text)
  return isWhole || isGrouped || isSure || isDecimal ? bareNumber(text) : undefined
}

function bareNumber(text: string): string | undefined {
  const plain = text.replace(/[\s'’_]/g, '')
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(plain)) return plain
  if (/^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(plain)) return plain.replaceAll(',', '')
  if (/^-?[0-9]{1,3}(\.[0-9]{3}){2,}(,[0-9]+)?$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.')
  if (/^-?[0-9]+,[0-9]{1,2}$/.test(plain)) return plain.replace(',', '.')
  return undefined
}

/** Digits of any script, and letters that were typed for a zero. */
function withDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/(?<=[0-9])[ОоOo](?=[0-9ОоOo\s]|$)/g, '0')
}

/** Signs of money and percent, `about`, and what was counted: it stands after a space, or is a sign. */
function withoutWords(text: string): string {
  const first = text.replace(/^(?:[~≈≥≤<>$€£₽¥№]|[A-Z]{3}(?=\s)|\p{L}+\.?\s)\s*/u, '')
  const last = first.replace(/\s*(?:[%$€£₽¥+]|(?<=\s)\p{L}[\p{L}.\s/]*)$/u, '')
  return last === text || last.startsWith('+') ? '' : last
}

const unreported =
  /^(-|–|—|n\/?a|none|null|nil|unknown|not reported|tb[acd]|\?|нет данных|н\/д|нет|неизвестно|уточняется|maʼlumot yoʻq)$/i

export function isUnreported(written: string): boolean {
  return unreported.test(written.trim())
}
