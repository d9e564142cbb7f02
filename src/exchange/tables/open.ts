/** The bytes of a file -> its tables, by what the bytes are and not by what the file is called. */

import { errorAt, type Outcome } from '../../model/diagnostic.ts'
import { type Said, said } from '../../model/said.ts'
import { limits, placeOf, spanOfTable, type Table } from '../table.ts'
import { readCsv } from './csv.ts'

export interface FileRead {
  /** As the user named it. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface Wish {
  /** Of a text, where its bytes do not say it. */
  readonly encoding?: string
}

export async function tablesIn({ path, bytes }: FileRead, { encoding }: Wish): Promise<Outcome<readonly Table[]>> {
  const { value, diagnostics } = await opened({ path, bytes }, encoding)
  const large = value.filter(({ rows }) => rows.length > limits.rows)
  const told = large.map(table => {
    const message = said('{place} has more than {rows} rows, which is more than an import takes.', {
      place: placeOf(table),
      rows: limits.rows,
    })
    return errorAt('import/too-large', spanOfTable(table), message, said('Divide it into several files.'))
  })
  return { value: value.filter(table => !large.includes(table)), diagnostics: [...diagnostics, ...told] }
}

async function opened({ path, bytes }: FileRead, encoding: string | undefined): Promise<Outcome<readonly Table[]>> {
  const other = otherFormat(bytes)
  if (other !== undefined) {
    const hint = said('Open it in a spreadsheet program and save it as .xlsx, without a password, or as CSV (UTF-8).')
    return {
      value: [],
      diagnostics: [
        errorAt('import/unreadable', spanOfTable({ path }), said('{path} is {other}.', { path, other }), hint),
      ],
    }
  }
  if (startsWith(bytes, [0x50, 0x4b])) return (await import('./xlsx.ts')).readXlsx(bytes, path)
  const { value, diagnostics } = readCsv(bytes, path, encoding)
  return { value: value ? [value] : [], diagnostics }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** The first name in an OpenDocument package is `mimetype`, at byte 30. */
function otherFormat(bytes: Uint8Array): Said | undefined {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return said('an old .xls workbook, or one with a password')
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return said('a PDF document')
  const isOpenDocument = new TextDecoder('latin1').decode(bytes.subarray(30, 38)) === 'mimetype'
  return startsWith(bytes, [0x50, 0x4b]) && isOpenDocument ? said('an OpenDocument file') : undefined
}
