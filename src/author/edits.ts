/** What is put into a text in place of a part of it. */

/** Lines end as those of the text do. */
export const withLineEnds = (put: string, text: string): string =>
  text.includes('\r\n') ? put.replaceAll('\n', '\r\n') : put
