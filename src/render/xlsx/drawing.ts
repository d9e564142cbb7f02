/** Charts put on their sheets: the parts of the package that exceljs does not write, and where on the sheet each stands. */
import type { Chart, Sheet, Workbook } from '../../model/workbook-sheet.ts'
import { chartXml } from './chart.ts'
import type { Parts } from './package.ts'
import { escapeXml, withLast } from './xml.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.drawing'

export function addCharts(parts: Parts, workbook: Workbook): Parts {
  const all = new Map(parts)
  let number = 0
  workbook.sheets.forEach((sheet, index) => {
    if (!sheet.charts?.length) return
    const drawing = drawingOf(all, index + 1)
    for (const [at, chart] of sheet.charts.entries()) {
      number += 1
      all.set(`xl/charts/chart${number}.xml`, chartXml(chart, workbook))
      declare(all, `/xl/charts/chart${number}.xml`, `${contentTypes}ml.chart+xml`)
      const id = relate(all, `xl/drawings/_rels/${drawing}.rels`, {
        kind: 'chart',
        target: `../charts/chart${number}.xml`,
      })
      change(all, `xl/drawings/${drawing}`, xml =>
        withLast(xml, 'xdr:wsDr', anchorXml({ chart, sheet, id, number: at + 1 })),
      )
    }
  })
  return all
}

/** The sheet's own drawing, where it has images, or a new one. */
function drawingOf(parts: Map<string, string>, sheet: number): string {
  const rels = `xl/worksheets/_rels/sheet${sheet}.xml.rels`
  const known = /Target="\.\.\/drawings\/(drawing\d+\.xml)"/.exec(parts.get(rels) ?? '')?.[1]
  if (known) {
    change(parts, `xl/drawings/${known}`, xml => xml.replace(/<xdr:wsDr [^>]*>/, namespaces))
    return known
  }
  const drawing = `drawing${[...parts.keys()].filter(path => /^xl\/drawings\/drawing\d+\.xml$/.test(path)).length + 1}.xml`
  parts.set(`xl/drawings/${drawing}`, `${header}${namespaces}</xdr:wsDr>`)
  declare(parts, `/xl/drawings/${drawing}`, `${contentTypes}+xml`)
  const id = relate(parts, rels, { kind: 'drawing', target: `../drawings/${drawing}` })
  change(parts, `xl/worksheets/sheet${sheet}.xml`, xml => withLast(xml, 'worksheet', `<drawing r:id="${id}"/>`))
  return drawing
}

const namespaces =
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}">`

function change(parts: Map<string, string>, path: string, by: (xml: string) => string): void {
  parts.set(path, by(parts.get(path) ?? ''))
}

function declare(parts: Map<string, string>, path: string, type: string): void {
  const override = `<Override PartName="${path}" ContentType="${type}"/>`
  change(parts, '[Content_Types].xml', xml => withLast(xml, 'Types', override))
}

/** @returns the id of the new relationship, after those that are there */
function relate(parts: Map<string, string>, path: string, { kind, target }: { kind: string; target: string }): string {
  const xml = parts.get(path) || `${header}<Relationships xmlns="${relationships}"></Relationships>`
  const used = [...xml.matchAll(/ Id="rId(\d+)"/g)].map(([, id]) => Number(id))
  const id = `rId${Math.max(0, ...used) + 1}`
  const relationship = `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  parts.set(path, withLast(xml, 'Relationships', relationship))
  return id
}

interface Anchored {
  readonly chart: Chart
  readonly sheet: Sheet
  readonly id: string
  readonly number: number
}

function anchorXml({ chart, sheet, id, number }: Anchored): string {
  const { row, rows, slot, slots } = chart.place
  const [left, total] = spanOf(sheet)
  const gap = slots > 1 ? 12 : 0
  const from = cornerXml(sheet, left + (total / slots) * slot + (slot > 0 ? gap / 2 : 0), row - 1, above)
  const to = cornerXml(sheet, left + (total / slots) * (slot + 1) - (slot < slots - 1 ? gap / 2 : 0), row - 1 + rows)
  // Ids of shapes begin after the drawing's own and after its images.
  const named = `id="${1000 + number}" name="Chart ${number}" descr="${escapeXml(chart.description)}" title="${escapeXml(chart.title)}"`
  return (
    `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${from}</xdr:from><xdr:to>${to}</xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr ${named}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  )
}

/** A chart wider than a screen is hard to read. */
const widest = 1600
/**
 * From where, and how far. On a sheet that takes two pages a chart is not cut in two, so it stays on the first; nor does
 * it stand in the columns that are on both, where a part of it would be seen again.
 */
function spanOf({ widths, repeatedColumns = 0 }: Sheet): readonly [left: number, total: number] {
  const left = sum(widths.slice(0, repeatedColumns).map(pixels))
  const right = sum(widths.slice(repeatedColumns).map(pixels))
  return [left, Math.min(repeatedColumns > 0 ? right * firstPage : right, widest)]
}
const firstPage = 0.45
/** Parts charts that stand one under the other, and a chart from the end of the page before it. */
const above = 6
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
/** Of a column so many characters wide, in the font that widths are counted in. */
const pixels = (width: number) => Math.trunc(width * 7 + 5)
const emuPerPixel = 9525

function cornerXml({ widths }: Sheet, x: number, row: number, y = 0): string {
  let column = 0
  let rest = x
  while (column < widths.length && rest >= pixels(widths[column] ?? 0)) {
    rest -= pixels(widths[column] ?? 0)
    column += 1
  }
  const offset = Math.round(rest) * emuPerPixel
  return `<xdr:col>${column}</xdr:col><xdr:colOff>${offset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${y * emuPerPixel}</xdr:rowOff>`
}
