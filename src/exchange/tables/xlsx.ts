/**
 * A workbook -> its sheets as tables. Only what holds cells is handed to exceljs: a drawing or a validation of a million
 * cells makes it stumble, and what a package unpacks to is measured before.
 */

import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import { errorAt, type Outcome } from '../../model/diagnostic.ts'
import { reasonOf } from '../../model/fault.ts'
import { type Said, said } from '../../model/said.ts'
import { type Content, limits, type Row, spanOfTable, type Table } from '../table.ts'
import { mergesIn, spreadMerges } from './merges.ts'

/** Nodes of a sheet that hold no cells; exceljs would go through every cell that one names. */
const ignoreNodes = [
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'legacyDrawing',
  'mergeCells',
  'picture',
  'tableParts',
]
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/

export async function readXlsx(bytes: Uint8Array, path: string): Promise<Outcome<readonly Table[]>> {
  const opened = unpacked(bytes)
  if (opened === 'too large')
    return refused(
      path,
      'import/too-large',
      tooLarge,
      said('Delete the sheets that are not meant, or save the one that is as CSV.'),
    )
  if (opened === 'no workbook')
    return refused(
      path,
      'import/unreadable',
      said('is no .xlsx workbook, or a damaged one'),
      said('Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8).'),
    )
  const reader = new ExcelJS.Workbook()
  try {
    const whole = zipSync(Object.fromEntries(opened), { level: 0 })
    // What exceljs declares is the Buffer of an older Node; it takes any bytes.
    await reader.xlsx.load(Uint8Array.from(whole).buffer, { ignoreNodes })
  } catch (thrown) {
    return refused(
      path,
      'import/unreadable',
      said('cannot be read: {reason}', { reason: reasonOf(thrown) }),
      said('Open it in a spreadsheet program and save it anew as .xlsx.'),
    )
  }
  const texts = sheetTexts(opened)
  const value = reader.worksheets.map((sheet, index) => tableOf(sheet, reader, { path, xml: texts[index] ?? '' }))
  return { value, diagnostics: [] }
}

const tooLarge = said('unpacks to more than {count} MiB', { count: limits.unpackedBytes / 1024 / 1024 })

function refused(
  path: string,
  code: 'import/too-large' | 'import/unreadable',
  what: Said,
  hint: Said,
): Outcome<readonly Table[]> {
  return {
    value: [],
    diagnostics: [errorAt(code, spanOfTable({ path }), said('{path} {what}.', { path, what }), hint)],
  }
}

type Parts = ReadonlyMap<string, Uint8Array>

/** By what each part says of its own size: fflate unpacks no more of one than it says. */
function unpacked(bytes: Uint8Array): Parts | 'too large' | 'no workbook' {
  let room: number = limits.unpackedBytes
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!needed.test(name)) return false
        room -= originalSize
        return room >= 0
      },
    })
    if (room < 0) return 'too large'
    return files['xl/workbook.xml'] ? new Map(Object.entries(files)) : 'no workbook'
  } catch {
    return 'no workbook'
  }
}

/** In the order of the workbook, as exceljs has its sheets. */
function sheetTexts(parts: Parts): readonly string[] {
  const partText = (path: string): string => new TextDecoder().decode(parts.get(path))
  const targets = new Map(
    [...partText('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([relation]) => {
      const target = / Target="([^"]*)"/.exec(relation)?.[1] ?? ''
      return [/ Id="([^"]*)"/.exec(relation)?.[1], target.replace(/^\/?(?:xl\/)?/, 'xl/')] as const
    }),
  )
  const ids = [...partText('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*?\br:id="([^"]*)"/g)].map(([, id]) => id)
  return ids.map(id => partText(targets.get(id) ?? ''))
}

interface Of {
  readonly path: string
  readonly xml: string
}

function tableOf(sheet: ExcelJS.Worksheet, { properties }: ExcelJS.Workbook, { path, xml }: Of): Table {
  const rows: Row[] = []
  sheet.eachRow((row, number) => {
    const cells = new Map<number, Content>()
    row.eachCell((cell, column) => {
      const content = column <= limits.columns ? contentOf(cell.value, cell.numFmt) : undefined
      if (content) cells.set(column, content)
    })
    if (cells.size > 0 && rows.length <= limits.rows) rows.push({ number, cells })
  })
  return {
    path,
    sheet: sheet.name,
    ...(sheet.state !== 'visible' && { isHidden: true as const }),
    ...(properties.date1904 && { since1904: true as const }),
    rows: spreadMerges(rows, mergesIn(xml)),
  }
}

function contentOf(value: ExcelJS.CellValue, format: string | undefined): Content | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : { kind: 'text', text: value }
  if (typeof value === 'boolean') return { kind: 'flag', value }
  if (typeof value === 'number')
    return { kind: 'number', value, ...(isPercent(format) && { isPercent: true as const }) }
  if (value instanceof Date) return dayOf(value)
  if ('richText' in value) return contentOf(value.richText.map(({ text }) => text).join(''), format)
  if ('error' in value) return { kind: 'fault', why: 'error', text: value.error }
  if ('hyperlink' in value) return contentOf(textOf(value.text), format)
  if (value.result === undefined)
    return {
      kind: 'fault',
      why: 'uncalculated',
      text: `=${value.formula ?? ('sharedFormula' in value ? value.sharedFormula : '')}`,
    }
  return contentOf(value.result, format)
}

const isPercent = (format: string | undefined): boolean => /%/.test((format ?? '').replace(/"[^"]*"/g, ''))

/** What a cell shows is a wall clock, which exceljs gives as UTC. */
function dayOf(date: Date): Content | undefined {
  if (Number.isNaN(date.getTime())) return { kind: 'fault', why: 'error', text: '#VALUE!' }
  const [day = '', time = ''] = date.toISOString().split('T')
  return { kind: 'day', day, ...(!time.startsWith('00:00:00') && { hasTime: true as const }) }
}

/** Of a link it may be rich text, whatever is declared. */
function textOf(text: unknown): string {
  if (typeof text === 'string') return text
  if (typeof text !== 'object' || text === null || !('richText' in text) || !Array.isArray(text.richText)) return ''
  return text.richText.map((run: { readonly text?: unknown }) => textOf(run.text)).join('')
}
