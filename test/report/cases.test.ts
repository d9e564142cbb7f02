/** What each case of test/cases comes to in its reports, without the rest of a build: every sheet, and what is told. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { pathOf } from '../../src/model/work.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { accountsOf } from '../../src/report/account.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { reportPage } from '../../src/report/page.ts'
import { caseNames, caseOptions, casesFolder } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'
import { readCase } from '../support/read-case.ts'
import { packs } from '../support/tongues.ts'
import { workbookTexts } from '../support/workbook-text.ts'

const templates = packagedTemplates()
const isOfReport = (line: string): boolean => line.includes(' report/')
const cases = await Promise.all(
  (await caseNames('built')).map(async name => ({
    name,
    keeps: (await caseOptions(name)).keeps ?? [],
    told: (await readFile(join(casesFolder, name, 'expected.txt'), 'utf8')).split('\n').filter(isOfReport),
  })),
)

function reportsOf(dataset: Dataset) {
  const accounts = accountsOf(dataset)
  // Of what stands beside the cases.
  const annual = annualReports(dataset, { languages: ['en'] }, accounts)
  const all = consolidatedReports(dataset, accounts)
  return {
    annual: annual.value,
    all: all.value,
    diagnostics: [...annual.diagnostics, ...all.diagnostics],
  }
}

test.for(cases)('$name', async ({ name, keeps, told }) => {
  const { value, diagnostics } = await readCase(name)
  if (!value) return
  const reports = reportsOf(value)
  const lines = new Set(
    printConcise([...diagnostics, ...reports.diagnostics])
      .split('\n')
      .filter(isOfReport),
  )
  expect.soft([...lines].toSorted()).toEqual(told.toSorted())
  const ways = inWords(reports.diagnostics).map(({ code, hints }) => [code, ...hints].join('\n  '))
  if (ways.length > 0) expect.soft(`\n${[...new Set(ways)].toSorted().join('\n')}\n`).toMatchSnapshot()
  for (const work of [...reports.annual, ...reports.all]) {
    const path = pathOf(work, 'xlsx')
    if (!keeps.some(kept => kept.startsWith(`${path}/`) || path.startsWith(kept))) continue
    for (const [sheet, text] of workbookTexts(resolveWorkbook(work.model, templates).value)) {
      const file = `${path}/${sheet}.txt`
      if (keeps.some(kept => file.startsWith(kept)))
        await expect.soft(text).toMatchFileSnapshot(join(casesFolder, name, 'expected', file), file)
    }
  }
})

test('every field: what phrases of a report may name, and its summary on paper', async () => {
  const { value } = await readCase('every-field')
  if (!value) throw new Error('every field is wrong')
  const { annual, all } = reportsOf(value)
  const pages = annual.filter(({ id }) => id === 'icrc-2022').map(({ model }) => reportPage(model, packs))
  expect.soft(pages).toMatchSnapshot('the summary')
  const facts = all.filter(({ language }) => language === 'en').map(({ model }) => model.facts)
  expect.soft(facts).toMatchSnapshot('all partners')
})
