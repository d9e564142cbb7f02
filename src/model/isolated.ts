/**
 * Names in a text of the other direction: UAX #9. In «مع ICRC 15 أغسطس» the number would join the name and stand before it, and
 * of two Latin names side by side the second would come first. Between these two signs a text keeps to itself.
 */
const open = '\u2068'
const close = '\u2069'

/** A name or number that is put into a text written from right to left. */
export const isolated = (text: string): string => (isOther(text) ? `${open}${text}${close}` : text)

/** For what has no lines: a title, a margin, data. */
export const withoutIsolation = (text: string): string => text.replace(/[\u2068\u2069]/g, '')

/** As elements of a page, which leave no sign in what is copied. */
export const isolationAsHtml = (html: string): string =>
  html
    .split(/(<[^>]*>)/)
    .map(piece => (piece.startsWith('<') ? withoutIsolation(piece) : piece.replace(pair, '<bdi>$1</bdi>')))
    .join('')
const pair = /\u2068([^\u2068\u2069]*)\u2069/g

const fromTheRight = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Rohg}]/u
/** Of a phone number: groups of digits, which would change places. */
const inGroups = /\d[ ()-]+\d/

/** Begins with a letter of the other direction, or has no letter at all and would be turned. */
function isOther(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined ? inGroups.test(text) : !fromTheRight.test(letter)
}
