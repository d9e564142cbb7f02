/** Text as XML 1.0 may hold it, in an element or in quotes. */
const signs: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What no XML may hold, escaped or not (2.2), falls out. */
const refused = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

export const xml = (text: string): string => text.replace(refused, '').replace(/[&<>"]/g, sign => signs[sign] ?? sign)
