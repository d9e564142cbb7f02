/** Summaries of the repository's reports on paper: as fit to publish as a release, short, and of the workbook's figures. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import { load } from '../../src/load/load.ts'
import { pathOf, type WorkOf } from '../../src/model/work.ts'
import type { CellModel, WorkbookModel } from '../../src/model/workbook.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { judge } from '../support/judges.ts'
import { tool } from '../support/release-texts.ts'
import { repository } from '../support/sample-build.ts'
import { packs } from '../support/tongues.ts'

let plans: readonly WorkOf<WorkbookModel>[] = []
const built = (work: WorkOf<unknown>): string => join(inject('sample'), pathOf(work, 'pdf'))

beforeAll(async () => {
  const { files, media } = (await openWorkspace(repository, join(repository, 'templates')).read()).sources()
  const dataset = load(files, media, { packs }).value
  if (!dataset) throw new Error('the repository’s workspace does not load')
  plans = annualReports(dataset).value
})

test('each is PDF/UA-1 and PDF/A-3a to our checker, and carries its figures', async () => {
  expect(plans).toHaveLength(36)
  for (const plan of plans) {
    const bytes = new Uint8Array(await readFile(built(plan)))
    const { language } = plan
    expect(await checkPdf(bytes, { language, attachments: ['report.json'] }), built(plan)).toEqual([])
  }
})

test('each has one page to four, and is clean to qpdf', ctx => {
  const qpdf = judge('qpdf', ctx)
  for (const plan of plans) {
    const pages = Number(tool(qpdf, '--show-npages', built(plan)))
    expect(pages, built(plan)).toBeGreaterThanOrEqual(1)
    expect(pages, built(plan)).toBeLessThanOrEqual(4)
    expect(tool(qpdf, '--check', built(plan))).toContain('No syntax or stream encoding errors')
  }
})

test('every page says that the data are a sample, and which of how many it is', ctx => {
  const pdftotext = judge('pdftotext', ctx)
  const notices = { ru: 'Образец:', 'uz-Latn': 'Namuna:', 'uz-Cyrl': 'Намуна:', en: 'Sample:' }
  for (const plan of plans) {
    const pages = tool(pdftotext, '-layout', built(plan), '-').split('\f').slice(0, -1)
    pages.forEach((page, at) => {
      // No page for the last paragraph alone.
      expect(page.split('\n').filter(line => line.trim() !== '').length, built(plan)).toBeGreaterThan(9)
      expect(page, built(plan)).toContain(notices[plan.language as keyof typeof notices])
      expect(page.replaceAll(' ', ''), built(plan)).toContain(`${at + 1}/${pages.length}`)
    })
  }
})

/** What the workbook shows of an area or an indicator, as plain numbers; nothing for a blank cell. */
function numberIn(cell: CellModel | undefined): number | undefined {
  const shown = cell?.kind === 'formula' ? cell.figure.value : cell?.kind === 'value' ? cell.value : null
  return typeof shown === 'number' ? shown : undefined
}

test('each area and each indicator of the workbook is there, with the figures of the workbook', ctx => {
  const pdftotext = judge('pdftotext', ctx)
  const english = plans.filter(plan => plan.language === 'en')
  let figures = 0
  for (const plan of english) {
    const lines = tool(pdftotext, '-layout', built(plan), '-')
      .split('\n')
      .map(each => each.replaceAll(',', ''))
    for (const [sheet, key, columns] of [
      ['summary', 'area_name', ['people_target', 'people_reached', 'budget', 'expenditure', 'implementation']],
      ['indicators', 'code', ['target', 'actual', 'percent']],
    ] as const) {
      for (const { cells } of rowsOf(plan.model, sheet)) {
        const name = cells[key]?.kind === 'value' ? String(cells[key].value) : ''
        const start = name.split(' ').slice(0, 4).join(' ')
        const numbers = columns.flatMap(column => {
          const number = numberIn(cells[column])
          if (number === undefined) return []
          return [column === 'implementation' || column === 'percent' ? Math.round(number * 100) : number]
        })
        figures += numbers.length
        const found = lines.filter(line => line.trimStart().startsWith(start)).map(numbersOf)
        const isThere = found.some(line => holdsInOrder(line, numbers))
        expect(isThere, `${built(plan)}: ${name} ${numbers.join(' ')}`).toBe(true)
      }
    }
  }
  expect(figures).toBeGreaterThan(150)
})

const rowsOf = ({ sheets }: WorkbookModel, sheet: string) => {
  const table = sheets.find(each => each.sheet === sheet)?.blocks.find(block => block.block === 'table')
  return table?.rows ?? []
}

const numbersOf = (line: string): readonly number[] => (line.match(/(?<=\s)\d+(?:\.\d+)?/g) ?? []).map(Number)

/** An average is printed with one decimal. */
function holdsInOrder(line: readonly number[], wanted: readonly number[]): boolean {
  let at = 0
  for (const number of line) {
    const next = wanted[at]
    if (next !== undefined && (number === next || number === Math.round(next * 10) / 10)) at += 1
  }
  return at === wanted.length
}
