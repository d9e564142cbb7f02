/** A release on paper holds whatever its authors write: no word, table or address makes the pages smaller, or leaves them. */
import sharp from 'sharp'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { chanceOf } from '../../bench/endurance/chance.ts'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import { readFonts } from '../../src/load/fonts.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import type { Asset } from '../../src/model/render-job.ts'
import { workItself } from '../../src/model/work.ts'
import { forPaper } from '../../src/pipeline/paper.ts'
import { finishPdf } from '../../src/render/finish/finish-pdf.ts'
import { printPdf } from '../../src/render/pdf.ts'
import { renderRelease } from '../../src/render/words/html.ts'
import { wideTablesWith } from '../../src/render/words/release-tables.ts'
import { filledRelease } from '../support/filled-release.ts'
import { releaseTemplates } from '../support/sample-release.ts'
import { fonts, job, open } from './browser-fixtures.ts'
import { facts } from './finish/finish-fixtures.ts'
import { heightOf, lettersOf, type PrintedPage, printedPages, tight, unseen } from './printed-words.ts'

const browser = open({ tabs: 2 })
afterAll(() => browser.close())

const templates = {
  ...releaseTemplates(),
  fonts: readFonts(new Map(fonts.map(({ path, bytes }) => [path, bytes]))).value,
}
const wideTablesIn = wideTablesWith(templates)
const variants = ['press-release', 'news', 'meeting-note'] as const
/** As `press/release.css` has them. */
const margin = { left: (22 * 72) / 25.4, right: (22 * 72) / 25.4 }
/** Stands in a paragraph of every variant. */
const inText = 'yardstick'

const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: 'grey' } }).jpeg()
const photo = async (): Promise<Asset> => ({ path: 'photo-1.jpg', type: 'image/jpeg', bytes: await picture.toBuffer() })

/** Days are not written by authors. */
const days = ['day.text', 'issued.text', 'release.embargo.text', 'release.corrected.day', 'sample.basisDay']

const filled = (text: string): ReleaseModel => {
  const model = filledRelease(path => (days.includes(path) ? '15 August 2022' : text))
  return {
    ...model,
    background: `The ${inText} of this page.`,
    photos: model.photos.map(each => ({ ...each, src: 'photo-1.jpg' })),
    letterhead: {
      ...model.letterhead,
      website: 'https://example.org',
      logo: { path: 'logo.jpg', src: 'photo-1.jpg', alt: 'logo' },
    },
    colours: { primary: '#8c1d2c', accent: '#3f5263' },
  }
}

async function htmlOf(model: ReleaseModel): Promise<string> {
  const work = {
    kind: 'press' as const,
    year: 2022,
    id: 'a',
    language: model.language,
    date: '2022-08-15',
    records: [],
    model,
  }
  const { value, diagnostics } = renderRelease(work, templates)
  expect(diagnostics).toEqual([])
  const paper = await forPaper({
    ...job({ lang: model.language, body: '' }),
    ...workItself(work),
    html: value,
    names: [],
  })
  return 'html' in paper ? paper.html : ''
}

async function pdfOf(model: ReleaseModel, change = (html: string) => html): Promise<Uint8Array> {
  return printPdf({ html: change(await htmlOf(model)), assets: [...fonts, await photo()] }, browser)
}

const printed = async (model: ReleaseModel, ctx: TestContext, change?: (html: string) => string) =>
  printedPages(await pdfOf(model, change), ctx)

const usual = filled('words')
/** Printed once: every release is held against it. */
const usualHeights = new Map<ReleaseModel['variant'], number>()
async function usualHeight(variant: ReleaseModel['variant'], ctx: TestContext): Promise<number> {
  const height = usualHeights.get(variant) ?? heightOf(await printed({ ...usual, variant }, ctx), inText)
  usualHeights.set(variant, height)
  return height
}

async function holds(model: ReleaseModel, ctx: TestContext): Promise<readonly PrintedPage[]> {
  const pages = await printed(model, ctx)
  expect.soft(unseen(pages, margin), model.variant).toEqual([])
  expect.soft(heightOf(pages, inText), model.variant).toBeCloseTo(await usualHeight(model.variant, ctx), 3)
  return pages
}

const strings = {
  'a word of 150 letters': 'w'.repeat(150),
  'three words of sixteen letters with hyphens between': ['m', 'w', 'm'].map(letter => letter.repeat(16)).join('-'),
  'an address of the web': `https://example.org/${'path-of-many-parts/'.repeat(8)}?q=${'x'.repeat(60)}`,
  'a sum that is never broken': `123\u00a0456\u00a0789\u00a0012,34\u00a0UZS`,
  'a name of an office': 'Санитарно-эпидемиологическая станция Республики Каракалпакстан '.repeat(4).trim(),
}

describe.for(Object.entries(strings))('every text of a release is %s', ([, text]) => {
  it.for(variants)('%s', async (variant, ctx) => {
    const model = { ...filled(text), variant }
    const letters = lettersOf(await holds(model, ctx))
    // Its parts may stand apart where columns stand side by side.
    expect(letters).toContain(tight(text.slice(0, 10)))
  })
})

const usualWords =
  'Каракалпакстан 12 345 678 1 234,56 Oʻzbekiston families people санитарно-эпидемиологическое обеспечение 48 2022-yil Сурхандарьинская volunteers 100% кг'

const rows = (columns: number, cell: (column: number) => string): string => {
  const row = (of: (column: number) => string) =>
    `| ${Array.from({ length: columns }, (_, at) => of(at)).join(' | ')} |`
  return [row(at => `Head ${at}`), row(() => '---'), row(cell), row(cell)].join('\n')
}
const digits = (length: number) => (at: number) => String(at + 1).padStart(length, '3')
const sum = (at: number) => `${100 + at}\u00a0456\u00a0789\u00a0012,34`
const tables = {
  'six columns of words': rows(6, () => 'Karakalpakstan'),
  'nine columns of eight digits': rows(9, digits(8)),
  'twelve columns of eight digits': rows(12, digits(8)),
  'fourteen columns of eight digits': rows(14, digits(8)),
  'eighteen columns of eight digits': rows(18, digits(8)),
  'nine sums of twelve digits': rows(9, sum),
  'a cell with a long address': rows(3, at => (at === 1 ? `https://example.org/${'a'.repeat(120)}` : 'word')),
  'a link with a long address': rows(3, at => (at === 1 ? `<https://example.org/${'a'.repeat(120)}>` : 'word')),
  'code in cells': rows(4, () => `\`${'c'.repeat(80)}\``),
  'one in a list': `- item\n\n${rows(6, digits(8)).replace(/^/gm, '  ')}`,
  'one in a quote': rows(6, digits(8)).replace(/^/gm, '> '),
  'a block of code': `\`\`\`\n${'c'.repeat(200)}\n\`\`\``,
}
const fields = ['body', 'closing', 'notesToEditors', 'boilerplate'] as const

describe.for(Object.entries(tables))('%s', ([, text]) => {
  const wholes = [...text.matchAll(/\d[\d\u00a0,]{6,}/g)].map(([found]) => tight(found))

  it.for(variants)('%s', async (variant, ctx) => {
    for (const field of fields) {
      const pages = await holds({ ...usual, variant, [field]: `Before.\n\n${text}\n\nAfter.` }, ctx)
      if (variant !== 'press-release' && field === 'boilerplate') continue
      const letters = lettersOf(pages)
      for (const each of wholes) expect(letters).toContain(each)
      expect(letters).toContain('After.')
    }
    const quotes = usual.quotes.map(quote => ({ ...quote, text }))
    if (wideTablesIn(text, text, true).length === 0) await holds({ ...usual, variant, quotes }, ctx)
  })
})

const sizesOf = (pages: readonly PrintedPage[]) =>
  pages.map(({ width, height }) => (width < height ? 'upright' : 'turned'))

it('a turned table has a page of its own, with its heading; the file keeps its claim', async ctx => {
  const table = rows(14, digits(8))
  const model = { ...usual, closing: table, body: `Before.\n\n## Figures\n\n${table}\n\nAfter.` }
  const pdf = await finishPdf(await pdfOf(model), facts)
  expect(await checkPdf(pdf)).toEqual([])
  const pages = await printedPages(pdf, ctx)
  expect(sizesOf(pages)).toEqual(['upright', 'turned', 'upright', 'turned', 'upright'])
  const turned = pages.filter((_, at) => sizesOf(pages)[at] === 'turned').map(page => lettersOf([page]))
  expect(turned[0]).toContain('FiguresHead0')
  expect(turned[0]).not.toContain('After.')
  expect(turned[1]).not.toContain('Figures')
})

it.for(variants)('tables of any words, one under another in %s', async (variant, ctx) => {
  const chance = chanceOf(7)
  const words = usualWords.split(' ')
  const cell = () => Array.from({ length: 1 + chance.whole(4) }, () => chance.pick(words)).join(' ')
  const all = Array.from({ length: 40 }, () => rows(3 + chance.whole(12), cell)).filter(
    each => wideTablesIn(each, each, false).length === 0,
  )
  expect(all.length).toBeGreaterThan(20)
  await holds({ ...usual, variant, body: all.join('\n\nText.\n\n') }, ctx)
})

it('of a table that no page holds as many columns fit as are told', async ctx => {
  for (const cell of [digits(8), sum, () => 'Каракалпакстан']) {
    const [told] = wideTablesIn(rows(40, cell), rows(40, cell), false)
    const fitting = told?.fitting ?? 0
    expect(told).toMatchObject({
      columns: 40,
      isInside: false,
      piece: expect.stringMatching(/^\| Head 0 \| Head 1 \|/),
    })
    expect(wideTablesIn(rows(fitting, cell), rows(fitting, cell), false)).toEqual([])
    expect(wideTablesIn(rows(fitting + 1, cell), rows(fitting + 1, cell), false)).toHaveLength(1)
    await holds({ ...usual, body: rows(fitting, cell) }, ctx)
  }
})

describe('the judge sees', () => {
  const shrunk = async (body: string, change: (html: string) => string, ctx: TestContext) =>
    heightOf(await printed({ ...usual, body }, ctx, change), inText) < (await usualHeight('press-release', ctx)) * 0.99

  it('a table that was left as it is', async ctx => {
    const plain = (html: string) => html.replace(/<table class="[^"]*"/g, '<table')
    expect(await shrunk(rows(14, digits(8)), plain, ctx)).toBe(true)
  })

  it('a word that may not be broken', async ctx => {
    const whole = (html: string) => html.replace('</style>', 'body * { overflow-wrap: normal }</style>')
    expect(await shrunk('w'.repeat(150), whole, ctx)).toBe(true)
  })

  it('a caption that leaves its margin', async ctx => {
    const model = { ...usual, photos: usual.photos.map(each => ({ ...each, caption: 'w'.repeat(60) })) }
    const whole = (html: string) =>
      html.replace('</style>', 'figcaption { overflow-wrap: normal; float: right }</style>')
    expect(unseen(await printed(model, ctx, whole), { ...margin, right: 300 })).not.toEqual([])
  })
})

const headlines: { readonly [language: string]: string } = {
  ru: 'Общество Красного Полумесяца Узбекистана и Международная Федерация обществ Красного Креста и Красного Полумесяца подвели итоги совместной программы санитарно-эпидемиологического просвещения населения приаральских районов Республики Каракалпакстан и договорились о продолжении сотрудничества',
  'uz-Latn':
    'Oʻzbekiston Qizil Yarim Oy Jamiyati va Qizil Xoch va Qizil Yarim Oy Jamiyatlari Xalqaro Federatsiyasi Qoraqalpogʻiston Respublikasining Orolboʻyi tumanlari aholisini sanitariya-epidemiologik maʼrifatlantirish boʻyicha qoʻshma dastur yakunlarini chiqardilar va hamkorlikni davom ettirishga kelishib oldilar',
  'uz-Cyrl':
    'Ўзбекистон Қизил Ярим Ой Жамияти ва Қизил Хоч ва Қизил Ярим Ой Жамиятлари Халқаро Федерацияси Қорақалпоғистон Республикасининг Оролбўйи туманлари аҳолисини санитария-эпидемиологик маърифатлантириш бўйича қўшма дастур якунларини чиқардилар ва ҳамкорликни давом эттиришга келишиб олдилар',
  en: 'The Red Crescent Society of Uzbekistan and the International Federation of Red Cross and Red Crescent Societies reviewed the results of their joint programme of water, sanitation and hygiene promotion in the districts of Karakalpakstan near the Aral Sea and agreed to go on',
}

describe.for(Object.entries(headlines))('texts of thirty words everywhere, in %s', ([language, text]) => {
  it.for(variants)('%s', async (variant, ctx) => {
    const whole = { ...filled(text), language, headline: text, variant }
    const pages = await holds(whole, ctx)
    for (const word of text.split(' ')) expect(lettersOf(pages)).toContain(word)
  })
})
