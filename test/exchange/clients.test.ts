/** Tables that other programs have opened and saved: openpyxl and LibreOffice; and what the validator of Office says of ours. */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { layOutCase } from '../support/case-workspace.ts'
import { run } from '../support/child.ts'
import { judge, withoutIcu } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'
import { readWorkbooks } from '../support/spreadsheet.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-clients-'))
  await layOutCase('every-field', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function ran(...words: readonly string[]) {
  const done = await khabar([...words, '--root', root], { cwd: root })
  expect(done.stderr, words.join(' ')).not.toMatch(/^\s+at /m)
  return done
}

async function importing(file: string) {
  const { stdout, code } = await ran('import', file, '--format', 'json')
  return {
    ...(JSON.parse(stdout) as {
      files: { path: string; status: string }[]
      summary: object
      diagnostics: { message: string; file: string }[]
    }),
    code,
  }
}

test.for([['xlsx'], ['csv']])(
  'LibreOffice opens an export, saves it as %s, and nothing changes',
  async ([format = ''], ctx) => {
    const soffice = judge('soffice', ctx)
    await ran('export', '--out', 'ours.xlsx')
    const out = join(root, 'saved')
    await mkdir(out)
    // For CSV: commas, quotes, UTF-8, and cells as they are shown.
    const filter =
      format === 'csv'
        ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1'
        : 'xlsx:Calc MS Excel 2007 XML'
    await run(soffice, [
      `-env:UserInstallation=file://${join(root, 'profile')}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      out,
      join(root, 'ours.xlsx'),
    ])
    const name = format === 'csv' ? 'ours-Activities.csv' : 'ours.xlsx'
    const path = [join(out, name), join(out, `ours-Мероприятия.csv`), join(out, 'ours.csv')].find(
      each => spawnSync('test', ['-f', each]).status === 0,
    )
    const { files, summary, diagnostics, code } = await importing(path ?? name)
    expect(diagnostics).toEqual([])
    expect(files).toEqual([])
    expect(summary).toMatchObject({ created: 0, updated: 0, skipped: 0 })
    expect(code).toBe(0)
  },
)

test('openpyxl changes a figure and adds a row: one record changes, one is new', async ctx => {
  const python = judge('openpyxl', ctx)
  await ran('export', '--out', 'ours.xlsx', '--language', 'en')
  const script = `
import openpyxl, datetime, sys
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
columns = {cell.value: cell.column for cell in sheet[1]}
row = next(row for row in range(3, sheet.max_row + 1) if sheet.cell(row, columns['Record id']).value == 'fa-course')
assert isinstance(sheet.cell(row, columns['Start']).value, datetime.datetime)
for each in range(row, sheet.max_row + 1):
    if sheet.cell(each, columns['Record id']).value == 'fa-course':
        sheet.cell(each, columns['Volunteers']).value = 21
new = sheet.max_row + 1
while sheet.cell(new - 1, columns['Record id']).value is None: new -= 1
for name, value in {'Activity': 'New course', 'Area of cooperation': sheet.cell(row, columns['Area of cooperation']).value,
    'Type of activity': 'training', 'Start': datetime.date(2022, 11, 1), 'End': datetime.date(2022, 11, 2), 'People reached': 12}.items():
    sheet.cell(new, columns[name]).value = value
book.save(sys.argv[1])
`
  execFileSync(python, ['-c', script, join(root, 'ours.xlsx')])
  const before = await readFile(join(root, 'data/activities/2022/fa-course.yaml'), 'utf8')
  const { files, diagnostics } = await importing('ours.xlsx')
  expect(diagnostics.filter(({ message }) => !message.includes('stays'))).toEqual([])
  expect(files.map(({ path, status }) => [path, status])).toEqual([
    ['data/activities/2022/fa-course.yaml', 'updated'],
    ['data/activities/2022/2022-new-course.yaml', 'created'],
  ])
  expect(await readFile(join(root, 'data/activities/2022/fa-course.yaml'), 'utf8')).toBe(
    before.replace('volunteers: 13', 'volunteers: 21'),
  )
  expect(await readFile(join(root, 'data/activities/2022/2022-new-course.yaml'), 'utf8')).toContain(
    'reached: { total: 12 }',
  )
})

test('an export is valid for Office, and has lists to choose from', async ctx => {
  const validator = judge('ooxml-validator', ctx)
  await ran('export', '--out', 'ours.xlsx')
  const judged = spawnSync(validator, [join(root, 'ours.xlsx'), 'Microsoft365'], { encoding: 'utf8', env: withoutIcu })
  expect(JSON.parse(judged.stdout)).toMatchObject({ ok: true, errors: [] })
  const { sheets, names } =
    readWorkbooks(judge('openpyxl', ctx), [join(root, 'ours.xlsx')])[join(root, 'ours.xlsx')] ?? {}
  const [activities] = Object.values(sheets ?? {})
  expect(Object.values(activities?.choices ?? {})).toEqual(
    expect.arrayContaining(['xch_area', 'xch_type', 'xch_agreement']),
  )
  expect(names?.['xch_area']).toMatch(/!\$A\$2:\$A\$\d$/)
})

test('exit codes, a dry run, and what is never written over', async () => {
  await writeFile(
    join(root, 'new.csv'),
    'name,area,type,start,end\nNew course,first-aid,training,2022-11-01,2022-11-02\n',
  )
  const dry = await ran('import', 'new.csv', '--dry-run')
  expect(dry.code).toBe(0)
  expect(dry.stdout).toContain(
    '--- /dev/null\n+++ b/data/activities/2022/2022-new-course.yaml\n@@ -0,0 +1,6 @@\n+# From new.csv, row 2.',
  )
  expect(spawnSync('test', ['-f', join(root, 'data/activities/2022/2022-new-course.yaml')]).status).toBe(1)
  expect((await ran('import', 'new.csv')).stdout).toBe('created data/activities/2022/2022-new-course.yaml\n')
  await writeFile(join(root, 'bad.csv'), 'name,area,type,start,end\nBad,nowhere,training,2022-11-01,2022-11-02\n')
  const bad = await ran('import', 'bad.csv')
  expect(bad.code).toBe(1)
  expect(bad.stderr).toMatch(/--> bad\.csv!B2:1:1[\s\S]*Nothing was written/)
  expect((await ran('import', 'none.csv')).code).toBe(2)
  expect((await ran('import', 'bad.csv', '--set', 'type')).code).toBe(2)
  expect((await ran('import', 'bad.csv', '--encoding', 'klingon')).code).toBe(2)
  expect((await ran('export', '--out', 'data/x.xlsx')).code).toBe(2)
  expect((await ran('export', '--out', 'bad.csv')).stderr).toMatch(/bad\.csv is there already/)
  const told = await ran('export', '--out', 'a.csv', '--json')
  expect(JSON.parse(told.stdout)).toMatchObject({ summary: { errors: 0, activities: 5 } })
})
