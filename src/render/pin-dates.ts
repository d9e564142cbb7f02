/**
 * PDF -> the same PDF with nothing in it that differs from run to run, by overwriting bytes with as many others:
 * no offset moves, so the cross-reference table still holds.
 */

/** @param date a day, or an instant in UTC: `2022-08-15`, `2022-08-15T10:00:00Z`. */
export function pinDates(pdf: Uint8Array, date: string): Uint8Array {
  const pinned = Buffer.from(pdf)
  const text = pinned.toString('latin1')
  const stamp = pdfDate(date)
  for (const match of text.matchAll(/\/(?:CreationDate|ModDate) \((D:\d{14}\+00'00')\)/g)) {
    pinned.write(stamp, match.index + match[0].indexOf('(') + 1, 'latin1')
  }
  return pinned
}

function pdfDate(date: string): string {
  const digits = date.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')
  return `D:${digits}+00'00'`
}
