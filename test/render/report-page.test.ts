/** The HTML of a summary: every word found in four languages, tables with headers, headings in order, mistakes told. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadTemplates } from '../../src/load/templates.ts'
import type { TemplateSet } from '../../src/model/templates.ts'
import { renderReportPage } from '../../src/render/words/report-page.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedPage } from '../../src/report/consolidated/page.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { reportPage } from '../../src/report/page.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { entry, languages, sampleDataset } from '../support/sample-dataset.ts'
import { packs } from '../support/tongues.ts'

const root = join(import.meta.dirname, '../../templates')

/** As packaged, a text changed on the way. */
function templates(change: (text: string, path: string) => string = text => text): TemplateSet {
  const paths = ['report', 'wording'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name => `${folder}/${name}`),
  )
  const files = paths.map(path => ({
    path: `templates/${path}`,
    text: change(readFileSync(join(root, path), 'utf8'), path),
  }))
  return loadTemplates(files, new Map()).value
}

const packaged = templates()
const pages = inEachTest(() =>
  annualReports(sampleDataset(), { partner: 'icrc', year: 2022 }).value.map(({ model }) => reportPage(model, packs)),
)
const inLanguage = (language: string) => {
  const found = pages().find(each => each.language === language)
  if (!found) throw new Error(`no page in ${language}`)
  return found
}

test.for(languages)('%s: every word is there', language => {
  const { value, diagnostics } = renderReportPage(inLanguage(language), packaged)
  expect(diagnostics).toEqual([])
  expect(value?.html).toContain(`<html lang="${language}">`)
  expect(value?.facts.title).not.toBe('')
  // Of a first year there is none that sets it beside the last.
  expect(value?.html.match(/<svg role="img" aria-label="[^"]+"/g)).toHaveLength(3)
})

test('figures that stand in no table are told with the chart', () => {
  const html = renderReportPage(inLanguage('en'), packaged).value?.html ?? ''
  expect(html).toContain('Budget, CHF: 125,000.50; Q1: 1,023.46; Q2: 3,375.64; Q3: 92.49; Q4: 1,999.99."')
})

test('every table has headers with a scope, and no heading is skipped', () => {
  const html = renderReportPage(inLanguage('en'), packaged).value?.html ?? ''
  const tables = html.match(/<table.*?<\/table>/g) ?? []
  // The sample has no indicators, and a table of nothing is left out.
  expect(tables).toHaveLength(2)
  for (const table of tables) {
    expect(table).toContain('<th scope="row"')
    expect(table).not.toMatch(/<th(?![^>]*scope=)[ >]/)
  }
  const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  levels.slice(1).forEach((level, at) => {
    expect(level - (levels[at] ?? 0)).toBeLessThanOrEqual(1)
  })
})

test('the PDF carries what is printed, and nothing else', () => {
  const shown = inLanguage('en')
  const [attachment, ...others] = renderReportPage(shown, packaged).value?.attachments ?? []
  expect(others).toEqual([])
  expect(attachment).toMatchObject({ name: 'report.json', mime: 'application/json' })
  expect(JSON.parse(new TextDecoder().decode(attachment?.bytes))).toEqual(shown)
})

test('a name that the page does not have is told at its line of the template', () => {
  const wrong = templates((text, path) =>
    path.endsWith('.hbs') ? text.replace('{{people_reached}}', '{{people}}') : text,
  )
  const [mistake] = renderReportPage(inLanguage('en'), wrong).diagnostics
  expect(mistake).toMatchObject({ code: 'template/unknown-name' })
  expect(mistake?.span?.file.path).toBe('templates/report/summary.hbs')
})

test('a missing template and missing words are told', () => {
  const without = { ...packaged, texts: new Map() }
  expect(renderReportPage(inLanguage('en'), without)).toMatchObject({
    value: undefined,
    diagnostics: [{ code: 'template/missing' }],
  })
  const wordless = templates((text, path) =>
    path === 'wording/en.yaml' ? text.replace('    counting: "How people', '    counted: "How people') : text,
  )
  const codes = renderReportPage(inLanguage('en'), wordless).diagnostics.map(each => each.code)
  expect(codes).toEqual(['template/missing-wording'])
})

test.for(languages)(
  '%s: every word of the summary over all partners is there, with or without one currency',
  language => {
    const ifrc = sampleDataset().agreement.get('ifrc-2022')
    if (!ifrc) throw new Error('no agreement')
    const { rates: _, ...data } = ifrc.data
    const other = entry('agreement', ifrc.id, { ...data, currency: 'EUR', rates: [] })
    const apart = sampleDataset({ agreement: new Map(sampleDataset().agreement).set(ifrc.id, other) })
    for (const dataset of [sampleDataset(), apart]) {
      const shown = consolidatedReports(dataset).value.find(work => work.language === language)?.model
      if (!shown) throw new Error(`no report in ${language}`)
      const { value, diagnostics } = renderReportPage(consolidatedPage(shown, packs), packaged)
      expect(diagnostics).toEqual([])
      expect(value?.facts.title).not.toBe('')
      expect(value?.html).toContain(`<html lang="${language}">`)
      for (const table of value?.html.match(/<table.*?<\/table>/g) ?? [])
        expect(table).not.toMatch(/<th(?![^>]*scope=)[ >]/)
      // A sum over currencies stands nowhere, and no column for it.
      const isAdded = shown.facts.currency !== undefined
      expect(value?.html.match(/<svg role="img" aria-label="[^"]+"/g)).toHaveLength(isAdded ? 2 : 1)
    }
  },
)
