/** Text that a terminal or a log shows and never obeys, whatever a record holds. */

/** A tab is shown, since it may be the mistake. */
export function printable(text: string): string {
  const shown = text.replaceAll('\t', '→ ')
  // oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
  return shown.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd')
}

export function onOneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' '))
}
