/** Sheets as LibreOffice prints them: every word of every cell stands there in one piece, and no number is a row of ###. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, type TestContext } from 'vitest'
import type { Workbook } from '../../src/model/workbook-sheet.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { builtWorkbooks } from '../support/built-workbooks.ts'
import { run } from '../support/child.ts'
import { judge } from '../support/judges.ts'
import { entry, languages, sampleDataset } from '../support/sample-dataset.ts'
import { releaseTemplates } from '../support/sample-release.ts'
import { temporaryFolder } from '../support/spreadsheet.ts'
import { tight } from './printed-words.ts'

const folder = temporaryFolder()

/** @returns the texts that are printed of each of them, by its name */
async function printed(books: ReadonlyMap<string, Workbook>, test: TestContext): Promise<ReadonlyMap<string, string>> {
  const soffice = judge('soffice', test)
  const pdftotext = judge('pdftotext', test)
  const paths = await Promise.all(
    [...books].map(async ([name, book]) => {
      const path = join(folder, `${name}.xlsx`)
      writeFileSync(path, await writeXlsx(book, '2022-12-31'))
      return path
    }),
  )
  const own = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await run(soffice, [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], { env: process.env })
  const [first = ''] = books.keys()
  const fonts = await run(judge('pdffonts', test), [join(folder, `${first}.pdf`)])
  if (!/Liberation ?Sans|Arial/.test(fonts.stdout)) {
    // Others are wider: what is cut in them is not to be judged.
    if (process.env['CI']) throw new Error('there is no font as wide as Arial, and in CI it must be there')
    test.skip('no font is installed that is as wide as Arial')
  }
  const texts = [...books.keys()].map(async (name): Promise<[string, string]> => {
    const { stdout } = await run(pdftotext, [join(folder, `${name}.pdf`), '-'])
    return [name, stdout]
  })
  return new Map(await Promise.all(texts))
}

const spaces = /[\s\u00a0]+/

/** Ids may be broken after a hyphen: what is looked for is what stands between. */
function wordsOf({ sheets }: Workbook): ReadonlySet<string> {
  const texts = sheets.flatMap(({ rows }) =>
    [...rows].flatMap(({ cells }) => cells.flatMap(cell => (cell?.kind === 'text' ? [cell.text] : []))),
  )
  return new Set(texts.flatMap(text => text.split(spaces)).filter(word => word !== '' && !word.includes('-')))
}

/** Letters that fonts as wide as Arial may lack: where one comes from another font, a space is read before it. */
const beforeBorrowed = /(?<=\p{L}) (?=[ғқҳўҒҚҲЎ])/gu

const lost = (book: Workbook, text: string): readonly string[] => {
  const there = new Set([text, text.replace(beforeBorrowed, '')].flatMap(each => each.split(spaces)))
  return [...wordsOf(book)].filter(word => !there.has(word))
}

it('hold in Russian and in Uzbek Cyrillic; and it is seen where they do not', async test => {
  const built = await builtWorkbooks()
  const [russian, uzbek] = ['ru', 'uz-Cyrl'].map(language => built.get(`reports/2022/icrc-2022.${language}.xlsx`))
  if (!russian || !uzbek) throw new Error('the workspace has no such report')
  const narrow = {
    ...russian,
    sheets: russian.sheets.map(sheet => ({ ...sheet, widths: sheet.widths.map(width => width * 0.75) })),
  }
  const books = new Map(Object.entries({ russian, uzbek, narrow }))
  const texts = await printed(books, test)
  for (const [name, book] of Object.entries({ russian, uzbek })) {
    expect(wordsOf(book).size).toBeGreaterThan(1000)
    expect(lost(book, texts.get(name) ?? ''), name).toEqual([])
    expect(texts.get(name)).not.toContain('##')
  }
  expect(lost(narrow, texts.get('narrow') ?? '').length).toBeGreaterThan(20)
  expect(texts.get('narrow')).toContain('##')
})

/** Sentences that are told apart by their numbers, in paragraphs; and a name of thirty words. */
const sentences: { readonly [language: string]: readonly string[] } = Object.fromEntries(
  Object.entries({
    ru: 'за год отделения усвоили, что добровольцам г. Ташкента нужно больше времени на подготовку',
    'uz-Latn': 'yil davomida boʻlimlar koʻngillilarga tayyorgarlik uchun koʻproq vaqt kerakligini bilib oldi',
    'uz-Cyrl': 'йил давомида бўлимлар кўнгиллиларга тайёргарлик учун кўпроқ вақт кераклигини билиб олди',
    en: 'in the year the branches learnt that volunteers need more time to prepare for what they do',
  }).map(([language, words]) => [language, Array.from({ length: 130 }, (_, at) => `${at + 1}) ${words}.`)]),
)
const essayIn = (language: string, begin: string) =>
  (sentences[language] ?? [])
    .map((each, at) => `${begin}${each}${at % 9 === 8 ? '\n\n' : ' '}`)
    .join('')
    .trim()
const inEach = (text: (language: string) => string) =>
  Object.fromEntries(languages.map(language => [language, text(language)]))

function talkative() {
  const dataset = sampleDataset()
  const agreement = dataset.agreement.get('icrc-2022')
  if (!agreement) throw new Error('the sample has no such agreement')
  const long = inEach(language => (sentences[language] ?? []).slice(0, 4).join(' '))
  // Side by side they would be read across.
  const narrative = [
    { area: 'epr', lessons: inEach(language => essayIn(language, 'L')) },
    { area: 'rfl', plans: inEach(language => essayIn(language, 'P')) },
  ]
  const told = entry('agreement', agreement.id, { ...agreement.data, title: long, narrative })
  const area = entry('area', 'epr', { name: long, order: 1 })
  const organization = entry('organization', 'icrc', { name: long, short_name: 'ICRC', type: 'icrc' })
  return {
    ...dataset,
    agreement: new Map(dataset.agreement).set(agreement.id, told),
    area: new Map(dataset.area).set('epr', area),
    organization: new Map(dataset.organization).set('icrc', organization),
  }
}

it('print every sentence of texts that no row holds, and names of thirty words, in every language', async test => {
  const reports = annualReports(talkative()).value.filter(({ id }) => id === 'icrc-2022')
  const books = new Map(
    reports.map(({ language, model }) => [language, resolveWorkbook(model, releaseTemplates()).value]),
  )
  expect([...books.keys()].toSorted()).toEqual([...languages].toSorted())
  const texts = await printed(books, test)
  for (const [language, text] of texts) {
    // Where a letter comes from another font, a space is read before it.
    const there = tight(text)
    const whole = ['L', 'P'].flatMap(begin => (sentences[language] ?? []).map(each => `${begin}${each}`))
    expect(
      whole.filter(each => !there.includes(tight(each))),
      language,
    ).toEqual([])
    expect(there, language).toContain(tight((sentences[language] ?? []).slice(0, 4).join(' ')))
  }
})
