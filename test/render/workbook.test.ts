/** Layout and wording decide what a workbook holds and says; what they get wrong is reported at their lines. */

import { describe, expect, it } from 'vitest'
import { positionAt } from '../../src/model/source.ts'
import type { CellModel, RowModel, SheetModel } from '../../src/model/workbook.ts'
import { figureNote } from '../../src/render/workbook/figure-note.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { inWords } from '../support/in-words.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'
import { languages, sampleDataset } from '../support/sample-dataset.ts'
import { resolvedSample, sampleWorkbook } from '../support/sample-workbook.ts'

const changed = (path: string, from: string | RegExp, to: string) =>
  packagedTemplates(file => {
    if (file.path !== path) return file
    const text = file.text.replace(from, to)
    if (text === file.text) throw new Error(`${path} has no ${String(from)}`)
    return { ...file, text }
  })

const layoutWith = (from: string | RegExp, to: string) => changed('templates/report/annual.yaml', from, to)

function reported(templates: ReturnType<typeof packagedTemplates>) {
  return inWords(resolvedSample('icrc-2022', 'en', templates).diagnostics).map(({ code, message, span }) => {
    const text = span?.file.text ?? ''
    const { line } = positionAt(text, span?.start ?? 0)
    return { code, message, path: span?.file.path, line: text.split('\n')[line - 1]?.trim() }
  })
}

describe('the packaged templates', () => {
  it.each(languages)('word every sheet in %s', language => {
    const { value } = annualReports(sampleDataset(), { languages: [language] })
    for (const { model } of value) expect(resolveWorkbook(model, packagedTemplates()).diagnostics).toEqual([])
  })

  it('write the Uzbek letters of Unicode', () => {
    const text = JSON.stringify(sampleWorkbook('icrc-2022', 'uz-Latn'))
    expect(text).toContain('Boʻsh katak')
    expect(text).not.toMatch(/[oOgG]['’‘`]/)
  })

  it('give a workbook that is plain data', () => {
    const workbook = sampleWorkbook()
    expect(JSON.parse(JSON.stringify(workbook))).toEqual(workbook)
  })
})

describe('a layout', () => {
  it('orders sheets and chooses columns', () => {
    const templates = layoutWith(/ {2}- sheet: meetings[\s\S]*$/, '  - sheet: meetings\n    columns: [title, date]\n')
    const sheet = resolvedSample('icrc-2022', 'en', templates).value.sheets.at(-1)
    expect(sheet?.tables[0]?.columns).toEqual(['Meeting', 'Date'])
  })

  it('may leave out a sheet that nothing needs, and the contents with it', () => {
    const { value, diagnostics } = resolvedSample(
      'icrc-2022',
      'en',
      layoutWith(/ {2}- sheet: meetings[\s\S]*?(?= {2}- sheet: commitments)/, ''),
    )
    expect(diagnostics).toEqual([])
    const names = value.sheets.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Cover', 'Summary', 'Indicators', 'Commitments', 'Sources']))
    expect(names).not.toContain('Meetings')
    expect(JSON.stringify(value.sheets[0])).not.toContain('"Meetings"')
  })

  it('that drops a column which a formula needs is told at the sheet that lacks it', () => {
    expect(
      reported(
        layoutWith(
          '      - people_target\n      - people_reached\n      - people_percent\n      - female',
          '      - people_target\n      - female',
        ),
      ),
    ).toEqual(
      expect.arrayContaining([
        {
          code: 'template/layout',
          message: 'A formula on “summary” needs “act_PeopleReached” of “activities”, which the layout leaves out.',
          path: 'templates/report/annual.yaml',
          line: '- sheet: activities',
        },
      ]),
    )
  })

  it('that drops a whole sheet which a formula needs is told at the sheet with the formula', () => {
    const found = reported(layoutWith(/ {2}- sheet: spending[\s\S]*?(?= {2}- sheet: lists)/, ''))
    expect(found.map(({ line }) => line)).toContain('- sheet: summary')
    expect(found[0]?.message).toContain('needs the sheet “spending”')
  })

  it.each([
    ['  - sheet: summary', '  - sheet: sumary', 'There is no sheet “sumary”.'],
    ['      - implementation', '      - implementaton', 'There is no column “implementaton”.'],
    ['      - cancelled', '      - activities', '“activities” stands twice in the layout.'],
  ])('names only what there is: %s', (from, to, message) => {
    const [first] = reported(layoutWith(from, to))
    expect(first).toMatchObject({ code: 'template/layout', message, line: to.trim() })
  })
})

describe('wording', () => {
  it('changed in a template shows in the sheet', () => {
    const templates = changed('templates/wording/en.yaml', 'people_reached: People reached', 'people_reached: Served')
    expect(JSON.stringify(resolvedSample('icrc-2022', 'en', templates).value)).toContain('"Served"')
  })

  it('that asks for what the report does not know is told at its line', () => {
    const templates = changed('templates/wording/en.yaml', '"{{agreement.period}}"', '"{{agreement.perod}}"')
    const [first] = reported(templates)
    expect(first).toMatchObject({ code: 'template/unknown-name', path: 'templates/wording/en.yaml' })
    expect(first?.line).toContain('period:')
  })

  it('that gives two columns one name is refused', () => {
    const templates = changed('templates/wording/en.yaml', 'female: Female', 'female: Male')
    expect(reported(templates)).toMatchObject([
      {
        code: 'template/layout',
        path: 'templates/wording/en.yaml',
        line: 'male: Male',
        message: expect.stringMatching(
          /^Two columns of “Activities” are called “Male”: “report\.activities\.columns\.female” at templates\/wording\/en\.yaml:\d+:\d+ and “report\.activities\.columns\.male”\.$/,
        ),
      },
    ])
  })

  it('that is missing is an error', () => {
    const templates = changed('templates/wording/en.yaml', /^ {6}volunteers: Volunteers\n/m, '')
    expect(reported(templates)).toMatchObject([{ code: 'template/missing-wording' }])
  })
})

it('without a layout or wording says which file to restore', () => {
  const templates = { ...packagedTemplates(), layouts: new Map() }
  expect(resolvedSample('icrc-2022', 'en', templates).diagnostics).toMatchObject([
    { code: 'template/missing', message: { values: { path: 'templates/report/annual.yaml' } } },
  ])
})

it('a sheet of two pages repeats what a row is known by, and what stands above the table keeps to that', () => {
  const { sheets } = sampleWorkbook('icrc-2022', 'uz-Cyrl')
  const wide = sheets.filter(({ repeatedColumns }) => repeatedColumns)
  expect(wide.length).toBeGreaterThan(2)
  for (const { rows, repeatedColumns = 0, name } of wide) {
    expect(
      [...rows].every(({ spreadTo = 0 }) => spreadTo <= repeatedColumns),
      name,
    ).toBe(true)
  }
  expect(sheets.filter(({ charts }) => charts).every(({ repeatedColumns }) => !repeatedColumns)).toBe(true)
})

describe('the figures of a summary', () => {
  const summary = () => sampleWorkbook('icrc-2022', 'en').sheets.find(({ name }) => name === 'Summary')
  const noteIn = (column: string, row: number) => {
    const { rows, headerRow } = summary() ?? {}
    const header = rows?.at((headerRow ?? 0) - 1)?.cells ?? []
    const at = header.findIndex(cell => cell?.kind === 'text' && cell.text === column)
    return rows?.at((headerRow ?? 0) + row)?.cells[at]?.note
  }

  it('note how they were made and of which records', () => {
    expect(noteIn('Activities', 0)).toBe(
      'Counted: each of these records once.\nRecords: 2\n2022-team-training\n2022-team-equipment',
    )
    expect(noteIn('People reached', 0)).toBe('Sum of what these records report.\nRecords: 1\n2022-team-training')
  })

  it('note nothing where nothing was reported, and nothing of what follows from the row', () => {
    expect(noteIn('People reached', 1)).toBeUndefined()
    expect(noteIn('Implementation rate', 0)).toBeUndefined()
  })

  it('name the first dozen of many records', () => {
    const from = () => Array.from({ length: 30 }, (_, index) => ({ record: `r-${index % 13}`, value: 1 }))
    const cell: CellModel = { kind: 'formula', expression: '1', figure: { value: 30, rule: 'count', from } }
    const lines = figureNote(cell, key => key)?.split('\n') ?? []
    expect(lines.slice(0, 2)).toEqual(['report.figures.count', 'report.figures.records: 13'])
    expect(lines.slice(2)).toEqual([...Array.from({ length: 12 }, (_, index) => `r-${index}`), '…'])
  })
})

const without = (cells: RowModel['cells'], column: string) =>
  Object.fromEntries(Object.entries(cells).filter(([name]) => name !== column))

it('a table whose row lacks a cell is no workbook', () => {
  const [planned] = annualReports(sampleDataset(), { languages: ['en'] }).value
  if (!planned) throw new Error('no report')
  const lacking = (sheet: SheetModel): SheetModel => ({
    ...sheet,
    blocks: sheet.blocks.map(block => {
      if (block.block !== 'table' || sheet.sheet !== 'summary') return block
      return { ...block, rows: block.rows.map(({ cells }) => ({ cells: without(cells, 'people_reached') })) }
    }),
  })
  const model = { ...planned.model, sheets: planned.model.sheets.map(lacking) }
  expect(() => resolveWorkbook(model, packagedTemplates())).toThrow('no cell in the column “people_reached”')
})
