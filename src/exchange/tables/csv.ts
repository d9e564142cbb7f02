/** Text with separators -> a table: the separator is found out, the encoding as well where the file does not say it. */

import { CsvError, parse } from 'csv-parse/sync'
import { type Diagnostic, errorAt, type Outcome, warningAt } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { type Content, limits, type Row, spanOfTable, type Table } from '../table.ts'

const separators = ['\t', ';', '|', ','] as const

export function readCsv(bytes: Uint8Array, path: string, encoding?: string): Outcome<Table | undefined> {
  const { text, assumed } = decoded(bytes, encoding)
  const told = assumed === undefined ? [] : [encodingAssumed(path, assumed)]
  try {
    const options = {
      delimiter: separatorIn(text),
      // A file that two programs wrote has both, and a line that ended otherwise would be swallowed by the one before it.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_records_with_empty_values: false,
    }
    // One more than are taken tells that there are too many.
    const records: unknown = parse(text, { ...options, skip_empty_lines: false, to: limits.rows + 1 })
    return { value: { path, rows: rowsOf(records) }, diagnostics: told }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    return { value: undefined, diagnostics: [...told, notCsv(path, thrown)] }
  }
}

function rowsOf(records: unknown): readonly Row[] {
  if (!Array.isArray(records)) throw new TypeError('records are a list')
  return records.flatMap((record: unknown, index) => {
    if (!Array.isArray(record)) throw new TypeError('a record is a list')
    const cells = record.flatMap((cell: unknown, at): readonly (readonly [number, Content])[] => {
      const text = unguarded(String(cell))
      return text.trim() === '' ? [] : [[at + 1, { kind: 'text', text }]]
    })
    return cells.length === 0 ? [] : [{ number: index + 1, cells: new Map(cells) }]
  })
}

/** The apostrophe before what a spreadsheet would take for a formula, as our own export writes it. */
const unguarded = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** The one that stands equally often in most lines. */
function separatorIn(text: string): string {
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 40)
  const agreement = (separator: string): number => {
    const counts = lines.map(line => line.split(separator).length - 1)
    const alike = [...Map.groupBy(counts.filter(Boolean), count => count).values()].map(({ length }) => length)
    return Math.max(0, ...alike)
  }
  return separators.reduce<string>((best, each) => (agreement(each) > agreement(best) ? each : best), separators[0])
}

/** Windows writes these without saying so; that a text is UTF-8 shows by itself. */
function decoded(bytes: Uint8Array, told?: string): { readonly text: string; readonly assumed?: string } {
  const marked = markOf(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes) }
  if (told !== undefined) return { text: new TextDecoder(told).decode(bytes) }
  const wide = withoutMark(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const assumed = looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252'
    return { text: new TextDecoder(assumed).decode(bytes), assumed }
  }
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/** In UTF-16 every other byte of a separator or a digit is nothing. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4096)
  const nothings = (odd: number): number => start.filter((byte, at) => byte === 0 && at % 2 === odd).length
  if (nothings(1) > start.length / 8 && nothings(0) === 0) return 'utf-16le'
  return nothings(0) > start.length / 8 && nothings(1) === 0 ? 'utf-16be' : undefined
}

/** Words of Windows-1251 are all high bytes; those of the West have one here and there. */
function looksCyrillic(bytes: Uint8Array): boolean {
  const letters = (text: string): number => text.match(/\p{Script=Cyrillic}{3,}/gu)?.join('').length ?? 0
  const cyrillic = new TextDecoder('windows-1251').decode(bytes)
  return letters(cyrillic) * 2 > bytes.filter(byte => byte >= 0x80).length
}

function encodingAssumed(path: string, encoding: string): Diagnostic {
  const message = said('{path} is not UTF-8: it is read as {encoding}.', {
    path,
    encoding: encoding === 'windows-1251' ? said('Windows-1251') : said('Windows-1252'),
  })
  return warningAt(
    'import/assumed',
    spanOfTable({ path }),
    message,
    said('If letters come out wrong, name its encoding: --encoding windows-1251.'),
  )
}

function notCsv(path: string, { code, lines }: CsvError): Diagnostic {
  const at = typeof lines === 'number' ? said(' on line {lines}', { lines }) : ''
  const isQuote = code.includes('QUOTE')
  const message = isQuote
    ? said(
        '{path} is no table of separated values: a quotation mark{at} is not closed, or stands inside a cell without quotes.',
        { path, at },
      )
    : said('{path} is no table of separated values: it cannot be read{at}.', { path, at })
  const hint = isQuote
    ? said('Put the cell in quotation marks and write each that it holds twice: "He said ""yes""".')
    : said('Save it anew as CSV (UTF-8), or as .xlsx.')
  return errorAt('import/unreadable', spanOfTable({ path }), message, hint)
}
