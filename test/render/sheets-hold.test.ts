/** Sheets hold what stands in them, in every language: no word broken, no number cut, no line out of sight, none askew. */
import { describe, expect, it } from 'vitest'
import type { WorkbookModel } from '../../src/model/workbook.ts'
import type { Cell, Sheet, Workbook } from '../../src/model/workbook-sheet.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { builtWorkbooks } from '../support/built-workbooks.ts'
import { misfits } from '../support/cell-fit.ts'
import { essay, hostile } from '../support/hostile-workbook.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'
import { languages, sampleDataset } from '../support/sample-dataset.ts'
import { sampleWorkbook } from '../support/sample-workbook.ts'

const built = await builtWorkbooks()
const templates = packagedTemplates()

function models(language: string): readonly WorkbookModel[] {
  const dataset = sampleDataset()
  const reports = [
    ...annualReports(dataset, { languages: [language] }).value.map(({ model }) => model),
    ...consolidatedReports(dataset).value.map(({ model }) => model),
  ]
  return reports.filter(model => model.language === language)
}

/** Faults of the case itself (names that are twice there, too many letters) are not looked at: what is laid out is. */
const laidOut = (model: WorkbookModel): Workbook => resolveWorkbook(model, templates).value

it('this repository’s workspace gives reports to look at, in every language', () => {
  for (const language of languages) {
    expect([...built.keys()].filter(path => path.includes(`.${language}.`)).length).toBeGreaterThan(2)
  }
})

it.for([...built.keys()])('%s', path => {
  const workbook = built.get(path)
  expect(workbook && misfits(workbook)).toEqual([])
})

describe.for(languages)('in %s', language => {
  it('the sample holds, traps and all', () => {
    expect(models(language).length).toBeGreaterThan(2)
    for (const model of models(language)) expect(misfits(laidOut(model))).toEqual([])
  })

  it('what is hard to set holds too', () => {
    for (const model of models(language)) expect(hardMisfits(model)).toEqual([])
  })
})

it('what is hard to set holds where its rows are made on the way', () => {
  const [model] = models('uz-Cyrl')
  expect(model && hardMisfits(model, true)).toEqual([])
})

/** Tables for machines keep their texts whole, however high a row would be. */
function hardMisfits(model: WorkbookModel, many = false): readonly string[] {
  const workbook = laidOut(hostile(model, many))
  const kept = machines(model, workbook)
  return misfits(workbook).filter(
    fault => !(kept.some(name => fault.startsWith(`${name}!`)) && / needs \d+ lines$/.test(fault)),
  )
}

function machines(model: WorkbookModel, { sheets }: Workbook): readonly string[] {
  const names = model.sheets.flatMap(({ blocks }) =>
    blocks.flatMap(block =>
      block.block === 'table' && block.columns.some(({ tag, style }) => tag || style === 'plain') ? [block.name] : [],
    ),
  )
  return sheets.filter(({ tables }) => tables.some(({ name }) => names.includes(name))).map(({ name }) => name)
}

describe('the judge sees', () => {
  const sheetWith = (change: (sheet: Sheet) => Sheet): Workbook => {
    const workbook = sampleWorkbook('icrc-2022', 'ru')
    return { ...workbook, sheets: workbook.sheets.map(change) }
  }
  const narrower = (by: number) => (sheet: Sheet) => ({ ...sheet, widths: sheet.widths.map(width => width * by) })

  it('columns a tenth too narrow', () => {
    const faults = misfits(sheetWith(narrower(0.85))).join('\n')
    expect(faults).toMatch(/broken/)
    expect(faults).toMatch(/needs \d+ lines/)
    expect(misfits(sheetWith(narrower(0.6))).join('\n')).toMatch(/wider than its column/)
  })

  it('rows a line too low', () => {
    const lower = (sheet: Sheet) => ({
      ...sheet,
      rows: sheet.rows.map(row => (row.height ? { ...row, height: row.height - 11 } : row)),
    })
    expect(misfits(sheetWith(lower)).length).toBeGreaterThan(50)
  })

  it('a title over too few columns', () => {
    const folded = (sheet: Sheet) => ({
      ...sheet,
      rows: sheet.rows.map(row => (row.spreadTo ? { ...row, spreadTo: 1, height: 200 } : row)),
    })
    expect(misfits(sheetWith(folded)).join('\n')).toMatch(/is a title on \d lines/)
  })

  it('numbers that stand elsewhere than their header', () => {
    const turned = (cell: Cell | null): Cell | null =>
      cell?.style === 'number-header' ? { ...cell, style: 'header' } : cell
    const askew = (sheet: Sheet) => ({
      ...sheet,
      rows: sheet.rows.map(row => ({ ...row, cells: row.cells.map(turned) })),
    })
    expect(misfits(sheetWith(askew)).join('\n')).toMatch(/numbers right 1, their header left 1/)
  })
})

describe('a text that no row can hold', () => {
  const [model] = models('ru')
  const texts = (many: boolean) => {
    if (!model) throw new Error('no report')
    const { sheets } = laidOut(hostile(model, many))
    const sheet = sheets.find(({ tables }) =>
      tables.some(({ name }) => name === 'Commitments' || name === 'Activities'),
    )
    return [...(sheet?.rows ?? [])].flatMap(({ cells }) =>
      cells.flatMap(cell => (cell?.kind === 'text' ? [{ text: cell.text, style: cell.style }] : [])),
    )
  }

  it.for([false, true])('goes on beneath, word for word; rows made on the way: %s', many => {
    const all = texts(many)
    const begun = all.filter(({ text, style }) => style !== 'note' && / … \[\d+\]$/.test(text))
    expect(begun.length).toBeGreaterThan(0)
    const notes = all.filter(({ style }) => style === 'note').map(({ text }) => text)
    for (const { text } of begun) {
      const [, kept = '', mark = ''] = /^(.*) … (\[\d+\])$/s.exec(text) ?? []
      const first = notes.findIndex(note => note.startsWith(`${mark} … `))
      const next = notes.findIndex((note, index) => index > first && /^\[\d+\] … /.test(note))
      const rest = notes.slice(first, next < 0 ? undefined : next).join(' ')
      expect(`${kept} ${rest.slice(mark.length + 3)}`.replaceAll(' ', '')).toBe(
        (kept.startsWith('0: ') ? essay : kept).replaceAll(' ', ''),
      )
    }
    const marks = begun.map(({ text }) => Number(/\[(\d+)\]$/.exec(text)?.[1]))
    expect(marks).toEqual(marks.map((_, index) => index + 1))
  })

  it('is whole where machines read it', () => {
    if (!model) throw new Error('no report')
    const workbook = laidOut(hostile(model))
    const names = machines(model, workbook)
    const whole = workbook.sheets.filter(({ name }) => names.includes(name)).flatMap(({ rows }) => [...rows])
    expect(names).toHaveLength(2)
    expect(whole.some(({ cells }) => cells.some(cell => cell?.kind === 'text' && cell.text === essay))).toBe(true)
  })
})
