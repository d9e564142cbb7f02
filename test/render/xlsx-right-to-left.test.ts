/** A workbook in a language that is written from right to left: its sheets, texts, figures, margins and charts begin on the right. */
import { expect, test } from 'vitest'
import { type Parts, unpackParts } from '../../src/render/xlsx/package.ts'
import { numberFormat } from '../../src/render/xlsx/styles.ts'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { craftedWorkbook } from '../support/crafted-workbook.ts'

const partsIn = async (language: string): Promise<Parts> =>
  unpackParts(await writeXlsx({ ...craftedWorkbook(), language }, '2022-12-31'))
const named = (parts: Parts, name: RegExp): readonly string[] =>
  [...parts].filter(([path]) => name.test(path)).map(([, xml]) => xml)
const all = (texts: readonly string[], found: RegExp): readonly string[] =>
  texts.flatMap(text => [...text.matchAll(found)].map(([, value = '']) => value))

const sheets = /^xl\/worksheets\/sheet\d+\.xml$/
const charts = /^xl\/charts\/chart\d+\.xml$/

test.for([
  ['ar', '1'],
  ['he', '1'],
  ['uz-Arab', '1'],
  ['en', undefined],
] as const)('sheets of %s', async ([language, expected]) => {
  const views = all(named(await partsIn(language), sheets), /<sheetView ([^>]*)>/g)
  expect(views.length).toBeGreaterThan(0)
  for (const view of views) expect(/rightToLeft="([^"]*)"/.exec(view)?.[1]).toBe(expected)
})

test('texts begin on the right, figures end on the left, both are read from the right', async () => {
  const [english, arabic] = await Promise.all(
    ['en', 'ar'].map(async language => named(await partsIn(language), /styles\.xml$/)),
  )
  const sides = (styles: readonly string[] = []) => all(styles, /<alignment [^>]*horizontal="(left|right)"/g)
  const other = { left: 'right', right: 'left' }
  expect(sides(english)).toContain('left')
  expect(sides(arabic)).toEqual(sides(english).map(side => (side === 'left' ? other.left : other.right)))
  const alignments = all(arabic ?? [], /<alignment ([^>]*)\/>/g)
  expect(alignments.filter(each => !each.includes('readingOrder="2"'))).toEqual([])
  expect(all(english ?? [], /(readingOrder)/g)).toEqual([])
})

test('the title stands at the foot on the right, the number of the page on the left', async () => {
  const [footer = ''] = all(named(await partsIn('ar'), sheets), /<oddFooter>([^<]*)</g)
  expect(footer).toMatch(/^&amp;R&amp;8 .*&amp;L&amp;8 &amp;P/)
})

test('charts are turned: categories from the right, bars from the right, words from the right', async () => {
  const [english, arabic] = await Promise.all(
    ['en', 'ar'].map(async language => named(await partsIn(language), charts)),
  )
  const axes = (xml: string) =>
    [...xml.matchAll(/<c:(catAx|valAx)>.*?<c:orientation val="(\w+)".*?<c:axPos val="(\w)"/gs)].map(each =>
      each.slice(1).join(' '),
    )
  expect(new Set(english?.map(xml => axes(xml).join(', ')))).toEqual(
    new Set(['', 'catAx maxMin l, valAx minMax b', 'catAx minMax b, valAx minMax l']),
  )
  expect(new Set(arabic?.map(xml => axes(xml).join(', ')))).toEqual(
    new Set(['', 'catAx maxMin r, valAx maxMin b', 'catAx maxMin b, valAx minMax r']),
  )
  for (const xml of arabic ?? []) expect(xml).toContain('<a:pPr rtl="1">')
})

test.for([
  ['ar', 'dd/mm/yyyy'],
  ['he', 'dd.mm.yyyy'],
  ['fa', 'yyyy/mm/dd'],
  ['kk', 'dd.mm.yyyy'],
  ['ru', '[$-419]dd.mm.yyyy'],
  ['en', '[$-809]d mmm yyyy'],
] as const)('days in sheets of %s are %s', ([language, format]) => {
  expect(numberFormat('date', language)).toBe(format)
})
