/** Charts, bars, choices, notes and tables on one sheet: before the SDK validator, openpyxl, and part by part. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { chartLooks } from '../../src/render/xlsx/chart-look.ts'
import { addCharts } from '../../src/render/xlsx/drawing.ts'
import { type Parts, unpackParts } from '../../src/render/xlsx/package.ts'
import { contrast, luminance } from '../../src/render/xlsx/styles.ts'
import { rawXlsx, writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { craftedWorkbook } from '../support/crafted-workbook.ts'
import { judge, withoutIcu } from '../support/judges.ts'
import { languages } from '../support/sample-dataset.ts'
import { sampleWorkbook } from '../support/sample-workbook.ts'
import { type ReadSheet, readWorkbooks, temporaryFolder } from '../support/spreadsheet.ts'

const path = join(temporaryFolder(), 'crafted.xlsx')
let raw: Parts
let finished: Parts

beforeAll(async () => {
  const bytes = await writeXlsx(craftedWorkbook(), '2022-12-31')
  writeFileSync(path, bytes)
  finished = unpackParts(bytes)
  raw = unpackParts(await rawXlsx(craftedWorkbook(), '2022-12-31'))
})

const part = (parts: Parts, name: string) => parts.get(name) ?? ''
const first = (test: TestContext): ReadSheet => {
  const sheet = readWorkbooks(judge('openpyxl', test), [path])[path]?.sheets["It's one sheet"]
  if (!sheet) throw new Error('not read')
  return sheet
}

it('the Open XML SDK finds no error in it where it is written from right to left', async test => {
  const turned = join(temporaryFolder(), 'turned.xlsx')
  writeFileSync(turned, await writeXlsx({ ...craftedWorkbook(), language: 'ar' }, '2022-12-31'))
  const { stdout } = spawnSync(judge('ooxml-validator', test), [turned, 'Microsoft365'], {
    encoding: 'utf8',
    env: withoutIcu,
  })
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] })
})

it('the Open XML SDK finds no error in it', test => {
  const { stdout } = spawnSync(judge('ooxml-validator', test), [path, 'Microsoft365'], {
    encoding: 'utf8',
    env: withoutIcu,
  })
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] })
})

describe('read by openpyxl', () => {
  it('each kind of chart has its ranges, and in them what the cells hold', test => {
    const { charts, cells } = first(test)
    const kinds = charts.map(({ kind, direction, grouping }) => [kind, direction, grouping])
    expect(kinds).toEqual([
      ['BarChart', 'col', 'clustered'],
      ['BarChart', 'col', 'stacked'],
      ['BarChart', 'bar', 'clustered'],
      ['LineChart', null, 'standard'],
      ['DoughnutChart', null, null],
      ['BarChart', 'bar', 'stacked'],
    ])
    expect(charts[0]?.title).toBe('Chart <column> & more')
    expect(charts[0]?.series[1]).toEqual({
      name: ["'It''s one sheet'!$D$4", ['Reached']],
      categories: ["'It''s one sheet'!$A$5:$A$7", ['First aid & response', 'Restoring family links', 'Dissemination']],
      values: ["'It''s one sheet'!$D$5:$D$7", { 0: cells['D5']?.value, 2: cells['D7']?.value }, 3],
    })
  })

  it('charts stand side by side beneath each other, and not on one another', test => {
    const places = first(test).charts.map(({ from, to }) => [from, to])
    expect(places.slice(0, 3)).toEqual([
      [
        [0, 9],
        [expect.any(Number), 25],
      ],
      [
        [expect.any(Number), 9],
        [7, 25],
      ],
      [
        [0, 26],
        [expect.any(Number), 42],
      ],
    ])
    expect(places[0]?.[1]?.[0]).toBeLessThanOrEqual(places[1]?.[0]?.[0] ?? 0)
  })

  it('bars, shades, choices and the formula of a new row', test => {
    const sheet = first(test)
    expect(sheet.shown_by_size).toEqual([
      ['C5:C7', 'dataBar'],
      ['D5:D7 C5:C7', 'colorScale'],
      ['E5:E7', 'dataBar'],
    ])
    expect(sheet.choices).toEqual({ 'G5:G7': '"done,begun"', 'A5:A7': 'cod_Area' })
    expect(sheet.calculated).toEqual({ Crafted: { Share: 'IF($D5="","",$D5/$C5)' } })
    expect(sheet.tables).toEqual({ Crafted: 'A4:G7' })
  })
})

describe('how a chart is drawn', () => {
  it('bars beside one another are named under the title, in their order: no legend that might turn it round', () => {
    const bars = part(finished, 'xl/charts/chart3.xml')
    const said = [...bars.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text)
    expect(said.slice(0, 5)).toEqual(['Chart &lt;bar&gt; &amp; more', '□ ', 'Target', '      ■ ', 'Reached'])
    expect(bars).not.toContain('<c:legend>')
    expect(part(finished, 'xl/charts/chart6.xml')).toContain('<c:legendPos val="b"/>')
  })

  it('bars begin at zero, also where all are long', () => {
    const [column = '', , , line = ''] = [1, 2, 3, 4].map(number => part(finished, `xl/charts/chart${number}.xml`))
    expect(column).toContain('<c:min val="0"/>')
    expect(line).not.toContain('<c:min val')
  })

  it('a mark says across each stack what it is held against, on the same axes', () => {
    const stack = part(finished, 'xl/charts/chart2.xml')
    const mark = /<c:lineChart>.*<\/c:lineChart>/.exec(stack)?.[0] ?? ''
    expect(mark).toContain('<c:idx val="2"/><c:order val="2"/>')
    expect(mark).toContain('$E$5:$E$7')
    expect(mark).toContain('<c:symbol val="dash"/>')
    expect(mark.match(/<c:axId[^>]*>/g)).toEqual(
      /<c:barChart>.*<\/c:barChart>/.exec(stack)?.[0].match(/<c:axId[^>]*>/g),
    )
  })
})

describe('what is added to the parts of exceljs', () => {
  it('charts carry words for those who hear them', () => {
    expect(part(raw, 'xl/drawings/drawing1.xml')).toBe('')
    expect(
      part(finished, 'xl/drawings/drawing1.xml').match(/<xdr:cNvPr [^>]*descr="“[a-z-]+”: what was[^"]*"/g),
    ).toHaveLength(6)
  })

  it('a table carries what it shows', () => {
    expect(part(raw, 'xl/tables/table1.xml')).not.toContain('altText')
    expect(part(finished, 'xl/tables/table1.xml')).toContain('altText="Everything &amp; more"')
  })

  it('texts of digits and formulas of a column are no mistakes', () => {
    expect(part(raw, 'xl/worksheets/sheet1.xml')).not.toContain('ignoredError')
    expect(part(finished, 'xl/worksheets/sheet1.xml')).toContain(
      '<ignoredErrors><ignoredError sqref="B5:B7 B9" numberStoredAsText="1"/>' +
        '<ignoredError sqref="E5:E7" formula="1" calculatedColumn="1"/></ignoredErrors>',
    )
  })

  it('a note has a box that fits it', () => {
    const heights = (parts: Parts) =>
      [...part(parts, 'xl/drawings/vmlDrawing1.vml').matchAll(/height:([\d.]+)pt/g)].map(([, height]) => Number(height))
    expect(new Set(heights(raw)).size).toBe(1)
    expect(heights(finished)).toEqual(heights(finished).toSorted((a, b) => a - b))
    expect(heights(finished).at(-1)).toBeGreaterThan(2 * (heights(finished)[0] ?? 0))
    const corners = part(finished, 'xl/drawings/vmlDrawing1.vml').match(/<x:Anchor>[^<]*/g)
    expect(new Set(corners).size).toBe(7)
  })

  it('names are no list of cells', () => {
    expect(part(raw, 'xl/workbook.xml')).not.toContain('cod_Area')
    expect(part(finished, 'xl/workbook.xml')).toContain(
      `<definedName name="cod_Area">'It''s one sheet'!$A$5:$A$7</definedName>`,
    )
  })

  it('a link to a file stays a link to a file, and one inside leads to its place', () => {
    expect(part(finished, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      'Target="../../press/2022/release-0.en.pdf" TargetMode="External"',
    )
    expect(part(finished, 'xl/worksheets/_rels/sheet1.xml.rels')).not.toContain('Target="#')
  })

  it('a sheet that has images keeps them beside its charts', () => {
    const anchors = '<xdr:oneCellAnchor>an image</xdr:oneCellAnchor>'
    const rels = '<Relationships><Relationship Id="rId7" Type="x" Target="../drawings/drawing1.xml"/></Relationships>'
    const withImage = new Map([
      ...raw,
      ['xl/drawings/drawing1.xml', `<xdr:wsDr xmlns:xdr="x">${anchors}</xdr:wsDr>`],
      [
        'xl/drawings/_rels/drawing1.xml.rels',
        '<Relationships><Relationship Id="rId1" Target="../media/image1.png"/></Relationships>',
      ],
      ['xl/worksheets/_rels/sheet1.xml.rels', rels],
    ] as const)
    const parts = addCharts(withImage, craftedWorkbook())
    expect(part(parts, 'xl/drawings/drawing1.xml')).toContain(anchors)
    expect(part(parts, 'xl/drawings/drawing1.xml').match(/r:id="rId\d"/g)).toEqual(
      [2, 3, 4, 5, 6, 7].map(id => `r:id="rId${id}"`),
    )
    expect(part(parts, 'xl/drawings/drawing2.xml')).toContain('r:id="rId1"')
  })
})

it.each(['#b01c2e', '#f5d76e', '#3a4654'])('series in %s differ in black and white, and stand out on white', colour => {
  const [pale, dark] = chartLooks(colour, 2).map(({ fill }) => luminance(`#${/val="(\w+)"/.exec(fill)?.[1]}`))
  expect(contrast(dark ?? 0, 1)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(pale ?? 0, dark ?? 0)).toBeGreaterThanOrEqual(2.5)
  const looks = chartLooks(colour, 6)
  expect(new Set(looks.map(({ dash, marker }) => dash + marker)).size).toBe(6)
  expect(JSON.stringify(looks)).not.toMatch(/cross|plus|star|"x"/i)
})

describe.each(languages)('the charts of the sample in %s', language => {
  it('the summary has two, with the series that have a number', () => {
    const summary = sampleWorkbook('icrc-2022', language).sheets.find(({ charts }) => charts)
    expect(summary?.charts?.map(({ series }) => series.length)).toEqual([2, 2])
  })

  it.each(['icrc-2022', 'ifrc-2022'] as const)('%s: each has words and numbers, and rows of its own', id => {
    const { sheets } = sampleWorkbook(id, language)
    const drawn = sheets.filter(({ charts }) => charts)
    expect(drawn).toHaveLength(4)
    for (const { charts = [], rows } of drawn) {
      for (const { title, description, unit, categories, series, place } of charts) {
        for (const words of [title, description, unit, ...categories.points]) expect(words).toMatch(/\S/)
        for (const { name, values } of series) {
          expect(name.points).toEqual([expect.stringMatching(/\S/)])
          expect(values.points.some(point => typeof point === 'number')).toBe(true)
        }
        const taken = rows.slice(place.row - 1, place.row - 1 + place.rows)
        expect(taken.every(({ cells }) => cells.length === 0)).toBe(true)
      }
    }
  })
})
