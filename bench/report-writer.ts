/** Run by itself: makes and writes the annual report over so many activities, and prints what that took, records aside. */

import { join } from 'node:path'
import { takeForShortLived } from '../src/cli/short-lived.ts'
import { loadTemplates } from '../src/load/templates.ts'
import { inEnglish } from '../src/model/said.ts'
import { pathOf } from '../src/model/work.ts'
import { openWorkspace } from '../src/pipeline/disk/disk.ts'
import { digestOf } from '../src/pipeline/fingerprint.ts'
import { resolveWorkbook } from '../src/render/workbook/workbook.ts'
import { streamXlsx } from '../src/render/xlsx/xlsx.ts'
import { annualReports } from '../src/report/annual-reports.ts'
import { largeDataset } from '../test/support/large-dataset.ts'
import { printRun } from './processes.ts'

takeForShortLived()
const root = join(import.meta.dirname, '..')
const files = (await openWorkspace(root, join(root, 'templates')).read()).templates()
const templates = loadTemplates(files.texts, files.fonts).value
const dataset = largeDataset(Number(process.argv[2]))

const started = performance.now()
const [plan] = annualReports(dataset, { languages: ['en'], partner: 'icrc' }).value
if (!plan) throw new Error('the workspace has no such report')
const { value: workbook, diagnostics } = resolveWorkbook(plan.model, templates)
if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => inEnglish(message)).join('\n'))
const { model: _, ...work } = plan
digestOf({ ...work, path: pathOf(work, 'xlsx'), format: 'xlsx', workbook })
let bytes = 0
await streamXlsx({ workbook, date: work.date }, chunk => {
  bytes += chunk.length
})
if (bytes === 0) throw new Error('nothing was written')
printRun(started)
