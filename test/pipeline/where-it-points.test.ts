/** What fails points at the record or the words that it comes from, whatever it is that fails. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { RenderFailure } from '../../src/model/fault.ts'
import { verbatim } from '../../src/model/said.ts'
import { build } from '../../src/pipeline/build.ts'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { countingRenderer, memoryOutput } from '../support/memory.ts'
import { everything, templates } from '../support/two-builds.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-places-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const memo = () => openMemo(join(root, '.khabar'), 'this code')
const workspace = () => openWorkspace(root, templates)

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, path), 'utf8')
  expect(text).toContain(from)
  await put(path, text.replace(from, to))
}

/** The errors, cold and from the memo alike. */
async function errors(): Promise<readonly string[]> {
  const told = async () => {
    const { diagnostics } = await checkWorkspace(workspace(), memo(), everything.asOf)
    return printConcise(diagnostics)
      .split('\n')
      .filter(line => line.includes(' error '))
  }
  const cold = await told()
  expect(await told()).toEqual(cold)
  return cold
}

const long = (word: string) => word.repeat(Math.ceil(33_000 / word.length)).trim()

describe('what no workbook can hold', () => {
  beforeEach(() => layOutCase('_base', root))

  test('a text of a record, once for each language that it is in', async () => {
    await put('data/areas/rfl.yaml', `name:\n  ru: ${long('слово ')}\n  en: ${long('word ')}\norder: 2\n`)
    const message = 'error record/wrong-value This text is too long for the cell of a sheet.'
    expect(await errors()).toEqual([2, 3].map(line => `data/areas/rfl.yaml:${line}:7 ${message}`))
  })

  test('a day that the calendar of a sheet does not have', async () => {
    await edit('data/agreements/icrc-2022.yaml', 'date: 2022-12-30', 'date: 1850-12-30')
    expect(await errors()).toEqual([
      'data/agreements/icrc-2022.yaml:9:49 error record/wrong-value 1850-12-30 is not a day that a sheet can hold.',
    ])
  })

  test('a whole number of which a sheet would show zeros at the end', async () => {
    await edit('data/activities/2022/first-half.yaml', 'value: 40,', 'value: 1234567890123456,')
    expect(await errors()).toEqual([
      'data/activities/2022/first-half.yaml:17:33 error record/wrong-value “value” has more digits than can be kept: 1234567890123456 would become 1234567890123460.',
    ])
  })

  test('words of the workspace itself, and not the record that they name', async () => {
    await put('templates/wording/en.yaml', `report: { notice: "{{agreement.year}} ${'report '.repeat(40)}" }\n`)
    expect(await errors()).toEqual([
      expect.stringMatching(
        /^templates\/wording\/en\.yaml:1:20 error template\/layout “2022 report .* is too long for the margin/,
      ),
    ])
  })

  test('a chart without a title, a sheet without a name, a layout without a sheet', async () => {
    await put(
      'templates/wording/en.yaml',
      'report:\n  summary: { charts: { people: { title: "" } } }\n  people: { name: "" }\n',
    )
    expect(await errors()).toEqual([
      expect.stringMatching(/^templates\/wording\/en\.yaml:2:42 error template\/layout The chart/),
      expect.stringMatching(
        /^templates\/wording\/en\.yaml:3:20 error template\/layout “” cannot be the name of a sheet/,
      ),
    ])
    await put('templates/wording/en.yaml', '')
    await put('templates/report/annual.yaml', 'sheets:\n  - sheet: funds\n')
    expect(await errors()).toEqual([
      'templates/report/annual.yaml:2:12 error template/layout The workbook has no sheet.',
    ])
  })
})

test.for([
  ['a long one', 'A'.repeat(31)],
  ['an apostrophe within', "The year's work"],
  ['a word like the one that Excel keeps', 'History of 2022'],
  ['signs that are none of the seven', 'Work (2022) & people — «all»'],
])('a name that is fine: %s', async ([, name]) => {
  await layOutCase('_base', root)
  await put('templates/wording/en.yaml', `report: { activities: { name: ${JSON.stringify(name)} } }\n`)
  expect(await errors()).toEqual([])
})

describe('what cannot be made', () => {
  const own = [
    ['press/2022/2022-08-15-icrc.en.pdf', 'data/meetings/2022/2022-08-15-icrc.yaml', 'record 2022-08-15-icrc'],
    ['press/2022/2022-08-15-icrc.en.html', 'data/meetings/2022/2022-08-15-icrc.yaml', 'record 2022-08-15-icrc'],
    ['press/2022/2022-08-15-icrc.en.txt', 'data/meetings/2022/2022-08-15-icrc.yaml', 'record 2022-08-15-icrc'],
    ['press/2022/volunteer-drill.en.pdf', 'data/activities/2022/volunteer-drill.yaml', 'record volunteer-drill'],
    ['reports/2022/rare-2022.en.xlsx', 'data/agreements/rare-2022.yaml', 'record rare-2022'],
    ['reports/2022/icrc-2022.en.pdf', 'data/agreements/icrc-2022.yaml', 'record icrc-2022'],
    [
      'reports/2022/consolidated.en.xlsx',
      'data/agreements/icrc-2022.yaml',
      'records icrc-2022, kyrgyz-2022, rare-2022, turkish-2022, turkish-health-2022',
    ],
  ] as const

  test('is told at its own record, and named by it', async () => {
    await layOutCase('partners-of-one-abbreviation', root)
    const renderer = countingRenderer(({ path }) =>
      own.some(([failing]) => failing === path) ? new RenderFailure(verbatim('it broke off')) : undefined,
    )
    const report = await build({ workspace: workspace(), output: memoryOutput(), renderer, memo: memo() }, everything)
    const failed = report.diagnostics.filter(({ code }) => code === 'render/failed')
    expect(
      inWords(failed)
        .map(({ message, span }) => [message, span?.file.path])
        .toSorted(),
    ).toEqual(own.map(([path, file, named]) => [`${path} could not be made (${named}): it broke off`, file]).toSorted())
  })
})
