/**
 * What is written from right to left, in fonts that were dropped into templates/fonts/: nothing breaks PDF/UA-1 or PDF/A-3a,
 * each paragraph is read as it was written, by the tags and by poppler, and not a pixel is another than the browser painted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { checkPdf } from '../../../src/conform/check-pdf.ts'
import { readSubject } from '../../../src/conform/subject.ts'
import { textOf as textOfElement } from '../../../src/conform/text.ts'
import { readFonts } from '../../../src/load/fonts.ts'
import type { RenderJob } from '../../../src/model/render-job.ts'
import { build } from '../../../src/pipeline/build.ts'
import { openWorkspace } from '../../../src/pipeline/disk/disk.ts'
import { finishPdf } from '../../../src/render/finish/finish-pdf.ts'
import { makePdf, printPdf } from '../../../src/render/pdf.ts'
import { page, styleFrom } from '../../../src/render/words/html.ts'
import { layOutCase } from '../../support/case-workspace.ts'
import { countingRenderer, memoryOutput } from '../../support/memory.ts'
import { freshFolder, open, fonts as shipped } from '../browser-fixtures.ts'
import { fontsOf, need, textOf } from '../pdf-judges.ts'
import { facts, read } from './finish-fixtures.ts'

const browser = open()
afterAll(() => browser.close())

const folder = new URL('../../fonts/', import.meta.url)
const dropped = readdirSync(folder).filter(name => !name.endsWith('.txt'))
const { value: fonts } = readFonts(
  new Map([
    ...shipped.map(({ path, bytes }) => [path, bytes] as const),
    ...dropped.map(name => [`fonts/${name}`, readFileSync(new URL(name, folder))] as const),
  ]),
)
const texts = new Map(
  ['page.css', 'press/release.css'].map(path => {
    const text = readFileSync(new URL(`../../../templates/${path}`, import.meta.url), 'utf8')
    return [path, { path: `templates/${path}`, text }] as const
  }),
)
const css =
  styleFrom({ texts, fonts, wording: new Map(), layouts: new Map(), packs: new Map() }, ['press/release.css']) ?? ''
const margins = ':root { --primary: #8a1538; --accent: #445566; --running: ""; --footer: ""; --mark: "" }'

async function made(language: string, body: string): Promise<Uint8Array> {
  const style = `${margins}\n${css}\np { line-height: 3 }`
  const html = page({ language, title: 'x', style, body: `<main><h1>1</h1>${body}</main>` })
  return finishPdf(await printPdf({ html, assets: [...fonts.values()] }, browser), { ...facts, language })
}

async function paragraphsOf(language: string, body: string): Promise<{ pdf: Uint8Array; told: readonly string[] }> {
  const pdf = await made(language, body)
  expect((await checkPdf(pdf)).slice(0, 5)).toEqual([])
  const subject = readSubject(pdf, {})
  const elements = subject.structure.elements.filter(({ standard }) =>
    ['P', 'LBody', 'TD', 'TH'].includes(standard ?? ''),
  )
  return { pdf, told: elements.map(each => textOfElement(each, subject).trim()) }
}

/** Poppler puts in marks of direction, and the space beside a number on its other side. */
const marked = /[\u200e\u200f\u202a-\u202e]/g
const withoutSpaces = (text: string): string => text.replace(marked, '').replace(/\s/g, '')

const sentences = {
  ar: [
    'وزّع المتطوعون مساعداتٍ على ١٢٠ أسرةً، بالتعاون مع ICRC في 15 أغسطس 2022.',
    'قال المتحدث: «إنّ المساعدة الإنسانية (الغذاء والماء) ضرورة» — وهكذا، هل هذا صحيح؟',
    'نص طويل يمتد على أكثر من سطر واحد لكي نرى كيف ينكسر السطر في منتصف الجملة، وكيف تُقرأ الكلمات بالترتيب الصحيح مع Red Crescent Society في الوسط ثم يأتي نص عربي آخر بعده حتى يطول.',
  ],
  fa: ['جمعیت هلال احمر می‌خواهد ۱۲۰ خانواده را یاری کند؛ کتاب‌ها و خانه‌های آن‌ها (گچ‌کاری) «پژوهش».'],
  ur: ['رضاکاروں نے ١٢٠ خاندانوں کو امداد پہنچائی، اور ٹیم نے گھر گھر جا کر ڈاکٹروں سے بات کی۔'],
  ug: ['قىزىل يېرىم ئاي جەمئىيىتى 120 ئائىلىگە ياردەم بەردى.'],
  he: ['שלום, "עולם" – ה-ICRC סייע ל-120 משפחות ב-15 באוגוסט 2022. שָׁלוֹם עֲלֵיכֶם'],
  // Dropped fonts of scripts that are written from left to right.
  hi: ['रेड क्रॉस ने 120 परिवारों को सहायता दी। विद्यार्थी, क्षत्रिय, स्त्री, श्रीमती (ज्ञान)।'],
  ka: ['წითელმა ნახევარმთვარემ 120 ოჯახს დაეხმარა.'],
}

test.for(Object.entries(sentences))('%s', async ([language, written], ctx) => {
  await need(ctx, 'pdftotext', 'pdffonts')
  const { pdf, told } = await paragraphsOf(language, written.map(text => `<p>${text}</p>`).join(''))
  expect(told).toEqual(written)
  const seen = (await textOf(pdf)).replace(marked, ' ').split(/[\s.]+/)
  const words = written.flatMap(text => text.split(/[\s.]+/)).filter(word => /^[\p{L}\p{M}\u200c]+$/u.test(word))
  expect(words.filter(word => !seen.includes(word))).toEqual([])
  expect((await fontsOf(pdf)).every(({ isEmbedded }) => isEmbedded)).toBe(true)
})

test('poppler has whole sentences in order', async ctx => {
  await need(ctx, 'pdftotext')
  const written = ['وزّع المتطوعون مساعداتٍ على ١٢٠ أسرةً، بالتعاون مع ICRC في طشقند', 'إنّ «المساعدة» (الغذاء) ضرورة؟']
  const seen = withoutSpaces(await textOf(await made('ar', written.map(text => `<p>${text}</p>`).join(''))))
  for (const text of written) expect(seen).toContain(withoutSpaces(text))
})

test('links, lists, tables, names and numbers among Arabic words', async () => {
  const body = `<p>مع <strong>اللجنة الدولية</strong> و<a href="https://example.org">الهلال الأحمر</a> و<bdi>ICRC</bdi> 15.</p>
    <div class="row"><ul><li>الأول: (1)</li><li>الثاني ICRC، IFRC</li></ul></div>
    <table><thead><tr><th scope="col">المنطقة</th><th scope="col">العدد</th></tr></thead><tbody><tr><td>طشقند</td><td>1,200</td></tr></tbody></table>
    <p><a href="tel:+998710000000">+998 71 000-00-00</a></p>`
  const { pdf, told } = await paragraphsOf('ar', body.replace(/\n\s*/g, ''))
  expect(told).toEqual([
    'مع اللجنة الدولية والهلال الأحمر وICRC 15.',
    'الأول: (1)',
    'الثاني ICRC، IFRC',
    'المنطقة',
    'العدد',
    'طشقند',
    '1,200',
    '+998 71 000-00-00',
  ])
  const { annotations, text } = await read(pdf)
  expect(annotations.map(each => text(each, 'Contents'))).toContain('الهلال الأحمر')
})

test('an Arabic name in a Russian release', async () => {
  const text = 'Общество «الهلال الأحمر» помогло 15 семьям; по-арабски: السلام عليكم 15 عاما, конец.'
  expect((await paragraphsOf('ru', `<p>${text}</p>`)).told).toEqual([text])
})

test('a workspace that brings a font and words: its release, from its records on', async () => {
  const root = await freshFolder()
  await layOutCase('arabic', root)
  const jobs: RenderJob[] = []
  const templates = fileURLToPath(new URL('../../../templates', import.meta.url))
  const doors = {
    workspace: openWorkspace(root, templates),
    output: memoryOutput(),
    renderer: countingRenderer(job => void jobs.push(job)),
  }
  const options = {
    asOf: '2022-12-31T00:00:00Z',
    force: false,
    dryRun: false,
    strict: false,
    jobs: 1,
    onProgress: () => {},
  }
  await build(doors, { ...options, selection: { paths: [] } })
  const job = jobs.find(({ path }) => path === 'press/2022/2022-08-15-icrc.ar.pdf')
  const pdf = job && 'attachments' in job ? await makePdf(job, browser, 'Khabar') : new Uint8Array()
  expect(await checkPdf(pdf)).toEqual([])
  const subject = readSubject(pdf, {})
  const told = subject.structure.elements
    .filter(({ standard }) => standard === 'P')
    .map(each => textOfElement(each, subject))
  expect(told.join('\n')).toContain('مع اللجنة الدولية للصليب الأحمر وExample Fund وGroup 4 في مقر الجمعية.')
  expect(told.join('\n')).toContain('+998 71 000-00-00')
})

const letters = Array.from({ length: 0x06d6 - 0x0620 }, (_, at) => String.fromCodePoint(0x0620 + at)).filter(each =>
  /\p{L}/u.test(each),
)
const marks = Array.from({ length: 8 }, (_, at) => String.fromCodePoint(0x064b + at))

test.for([
  ['every letter in each of its forms', letters.map(each => `${each} ${each}ب ب${each}ب ب${each}`)],
  ['every mark on every letter', letters.map(each => marks.map(mark => `ب${each}${mark}ب`).join(' '))],
] as const)('%s', async ([, lines]) => {
  expect(letters.length).toBeGreaterThan(140)
  const { told } = await paragraphsOf('ar', lines.map(line => `<p>${line}</p>`).join(''))
  expect(told.map(each => each.normalize('NFC'))).toEqual(lines.map(each => each.normalize('NFC')))
})
