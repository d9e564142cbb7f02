/**
 * Where the words of a release come from, found by writing it once more from marked texts: every text of a record and
 * every phrase of the wording ends each of its lines in a mark of its own, in letters that no text has, and what a
 * paragraph ends up with tells what it was made of. Nothing has to keep a list of which field goes where.
 */

/** Private use: no record and no template has them (told as file/encoding or drawn by no font). */
const [open, close, zero] = [0xf8f0, 0xf8f1, 0xf8e0]

const markOf = (number: number): string =>
  String.fromCharCode(open, ...Array.from(String(number), digit => zero + Number(digit)), close)

/** Each line of it that has words ends in the mark; of a row of a table, its last cell. */
export function markedText(text: string, number: number): string {
  const mark = markOf(number)
  return text
    .trimEnd()
    .split('\n')
    .map(line => (/[\p{L}\p{N}]/u.test(line) ? line.replace(/\s*\|?\s*$/, end => `${mark}${end}`) : line))
    .join('\n')
}

const marks = /\uf8f0([\uf8e0-\uf8e9]+)\uf8f1/g

/** The numbers of the marks in a text, each once. */
export function marksIn(text: string): readonly number[] {
  const found = [...text.matchAll(marks)].map(([, digits = '']) =>
    Number(Array.from(digits, digit => digit.charCodeAt(0) - zero).join('')),
  )
  return [...new Set(found)]
}
