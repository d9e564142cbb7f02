/** Records that try the page, built as their author would build them: what must hold of every release, whatever is in it. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import { load } from '../../src/load/load.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import type { WorkOf } from '../../src/model/work.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import type { Ran } from '../support/child.ts'
import { judge } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'
import { missingInOrder, readable, tool } from '../support/release-texts.ts'
import { releases } from '../support/releases.ts'
import { packs } from '../support/tongues.ts'
import { secrets, tortureWorkspace } from './workspace.ts'

let root = ''
let ran: Ran
let plans: readonly WorkOf<ReleaseModel>[] = []

const templates = join(import.meta.dirname, '../../templates')
const fileOf = (id: string) => join(root, 'output/press/2022', `${id}.pdf`)

beforeAll(async () => {
  root = await tortureWorkspace()
  ran = await khabar(['build', '--root', root, '--only', 'press'])
  const { files, media } = (await openWorkspace(root, templates).read()).sources()
  plans = releases(load(files, media, { packs }).value as Dataset).value
})
// All of these read the PDF by poppler.
beforeEach(ctx => {
  judge('pdftotext', ctx)
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

const pages = [
  ['draft-note.en', 1],
  ['draft-note.ru', 1],
  ['news.en', 1],
  ['news.ru', 1],
  ['one-language.ru', 7],
  ['twelve.en', 1],
  ['twelve.ru', 1],
  ['twelve.uz-Cyrl', 1],
  ['twelve.uz-Latn', 1],
] as const

test('all of them are built, and no others', () => {
  expect(ran.stderr).not.toContain('error[')
  expect(ran.code).toBe(0)
  const built = readdirSync(join(root, 'output/press/2022')).filter(name => name.endsWith('.pdf'))
  expect(built.toSorted()).toEqual(pages.map(([id]) => `${id}.pdf`))
})

test.for([
  [1, 'Asia/Tokyo', 'C'],
  [4, 'Pacific/Auckland', 'tr_TR.UTF-8'],
] as const)('%i at a time in %s, %s: the same bytes', async ([jobs, TZ, LANG]) => {
  const out = join(root, `again-${jobs}`)
  const words = ['build', '--root', root, '--only', 'press', '--out', out, '--jobs', String(jobs)]
  expect((await khabar(words, { env: { TZ, LANG } })).code).toBe(0)
  const manifest = (folder: string): string => readFileSync(join(folder, 'manifest.json'), 'utf8')
  expect(manifest(out)).toBe(manifest(join(root, 'output')))
})

describe.each(pages)('%s', (id, count) => {
  test(`takes ${count} pages`, () => {
    expect(tool('pdfinfo', fileOf(id))).toMatch(new RegExp(`^Pages:\\s+${count}$`, 'm'))
  })

  test('is PDF/UA-1 and PDF/A-3a to our checker, and PDF to qpdf', async ctx => {
    const findings = await checkPdf(new Uint8Array(readFileSync(fileOf(id))))
    expect(findings.filter(each => each.rule !== 'own glued-lines')).toEqual([])
    expect(tool(judge('qpdf', ctx), '--check', fileOf(id))).toContain('No syntax or stream encoding errors')
  })

  test('nothing runs over the margins', () => {
    expect(overflowing(fileOf(id))).toEqual([])
  })

  test('and so nothing is shrunk: Chromium makes a page smaller rather than let it run over', () => {
    expect(letterheadHeight(fileOf(id))).toBeCloseTo(18.51, 1)
  })

  test('is set in our fonts, each embedded', () => {
    const rows = tool('pdffonts', fileOf(id)).trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+SourceS(?:ans3|erif4)-\w+ .* yes yes yes /)
  })

  test.each(['layout', 'raw'] as const)('every text stands in it, in reading order: %s', order => {
    expect(missingInOrder(modelOf(id), fileOf(id), order)).toEqual([])
  })
})

test('a draft, an embargo and a correction are told at the top; nothing else is for immediate release', () => {
  const text = readable(fileOf('draft-note.en'))
  expect(text).toMatch(/^Draft: not for publication Embargoed until .*9:00.*UTC\+5.* 2022 Trial Society/)
  expect(text).toContain('Corrected on 11 April 2022: the timetable was made precise')
  expect(text).not.toContain('immediate release')
  expect(readable(fileOf('news.en'))).toContain('For immediate release')
})

test('the table has a header row of column headings', () => {
  const [, ...tables] = tool('pdfinfo', '-struct', fileOf('one-language.ru')).split(/^ *Table /m)
  expect(tables).toHaveLength(7)
  for (const each of tables) {
    expect(each.match(/^ *TH /gm)).toHaveLength(3)
    expect(each.match(/Scope:? *\/?Column/g)).toHaveLength(3)
  }
})

test('no pixel, place, owner or device of the photo is published that the page does not need', () => {
  const bytes = readFileSync(fileOf('news.ru'), 'latin1')
  for (const secret of [...secrets, 'Exif', 'GPS']) expect(bytes.includes(secret)).toBe(false)
  expect(tool('pdfimages', '-list', fileOf('news.ru'))).toMatch(/image +1500 +2000 /)
})

test('what the fonts lack is left out', () => {
  expect(readable(fileOf('news.en'))).toContain('The guests brought a portrait and some joy, both at full length.')
})

function modelOf(id: string): ReleaseModel {
  const plan = plans.find(each => `${each.id}.${each.language}` === id)
  if (!plan) throw new Error(`no release ${id}`)
  return plan.model
}

const millimetre = 72 / 25.4

/** Of the society's name, which is set in the same size on every release. */
function letterheadHeight(file: string): number {
  const [, top, bottom] = /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(?:Trial|Общество|Sinov|Синов)</.exec(
    tool('pdftotext', '-bbox', file, '-'),
  ) ?? ['', '0', '0']
  return Number(bottom) - Number(top)
}

/** Words that begin or end outside the margins left and right, or off the page. */
function overflowing(file: string): readonly string[] {
  const words = [
    ...tool('pdftotext', '-bbox', file, '-').matchAll(
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g,
    ),
  ]
  expect(words.length).toBeGreaterThan(20)
  return words.flatMap(([, left, top, right, bottom, word = '']) => {
    const fits =
      Number(left) > 21.5 * millimetre &&
      Number(right) < 188.5 * millimetre &&
      Number(top) > 0 &&
      Number(bottom) < 297 * millimetre
    return fits ? [] : [word]
  })
}
