/** Summaries on paper hold the largest sums, the longest names and codes, in every language: nothing is cut or stands on another. */
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { formatNumber, formatPercent } from '../../src/language/format.ts'
import { readFonts } from '../../src/load/fonts.ts'
import { largestMinor } from '../../src/model/money.ts'
import type { BarModel, ConsolidatedPage, ReportPage } from '../../src/model/report-page.ts'
import type { Language } from '../../src/model/text.ts'
import { printPdf } from '../../src/render/pdf.ts'
import { renderReportPage } from '../../src/render/words/report-page.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedPage } from '../../src/report/consolidated/page.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { reportPage } from '../../src/report/page.ts'
import { languages, sampleDataset } from '../support/sample-dataset.ts'
import { releaseTemplates } from '../support/sample-release.ts'
import { packs, tongue } from '../support/tongues.ts'
import { fonts, open } from './browser-fixtures.ts'
import { heightOf, lettersOf, type PrintedPage, printedPages, tight, unseen } from './printed-words.ts'

const browser = open({ tabs: 2 })
afterAll(() => browser.close())

const templates = {
  ...releaseTemplates(),
  fonts: readFonts(new Map(fonts.map(({ path, bytes }) => [path, bytes]))).value,
}
/** As `report/summary.css` has them. */
const margin = { left: (20 * 72) / 25.4, right: (18 * 72) / 25.4 }

type Page = ReportPage | ConsolidatedPage

async function printed(page: Page, ctx: TestContext, change = (html: string) => html): Promise<readonly PrintedPage[]> {
  const { value, diagnostics } = renderReportPage(page, templates)
  expect(diagnostics).toEqual([])
  const pdf = await printPdf({ html: change(value?.html ?? ''), assets: fonts }, browser)
  return printedPages(pdf, ctx)
}

const usual = (language: Language): ReportPage => {
  const [found] = annualReports(sampleDataset(), { partner: 'icrc', year: 2022, languages: [language] }).value
  if (!found) throw new Error(`no report in ${language}`)
  return reportPage(found.model, packs)
}

const overAll = (language: Language): ConsolidatedPage => {
  const found = consolidatedReports(sampleDataset()).value.find(({ model }) => model.language === language)
  if (!found) throw new Error(`no report over all in ${language}`)
  return consolidatedPage(found.model, packs)
}

const name: { readonly [language: string]: string } = {
  ru: 'Санитарно-эпидемиологическое просвещение, психосоциальная поддержка, водоснабжение и восстановление семейных связей в труднодоступных населённых пунктах Республики Каракалпакстан',
  'uz-Latn':
    'Sanitariya-epidemiologik maʼrifat, psixoijtimoiy qoʻllab-quvvatlash, suv taʼminoti va oilaviy aloqalarni tiklash Qoraqalpogʻiston Respublikasining olis aholi punktlarida',
  'uz-Cyrl':
    'Санитария-эпидемиологик маърифат, психоижтимоий қўллаб-қувватлаш, сув таъминоти ва оилавий алоқаларни тиклаш Қорақалпоғистон Республикасининг олис аҳоли пунктларида',
  en: 'Water, sanitation and hygiene, psychosocial support and counter-misinformation, restoring family links and interinstitutional preparedness in the Republic of Karakalpakstan',
}

interface Large {
  readonly people: string
  readonly money: string
  readonly percent: string
  readonly name: string
}

const largest = (language: Language): Large => ({
  people: formatNumber(123_456_789_012, tongue(language)),
  money: tongue(language).number(largestMinor / 100 - 0.01, 2),
  percent: formatPercent(1_234_567, tongue(language)),
  name: name[language] ?? '',
})

const figures = ({ people, money, percent }: Large) => ({
  activities: '1234',
  people_target: people,
  people_reached: people,
  people_percent: percent,
  budget: money,
  expenditure: money,
  implementation: percent,
})

const barsOf = ({ name: label }: Large, text: string): BarModel[] => [
  { label, first: { text, share: 1 }, second: { text, share: 0.99 } },
  { label: `${label} 2`, first: { text, share: 0 }, second: { text: '–' } },
]

const code = 'WASH-OUTPUT-1.2.3.4-2022'

function extreme(page: ReportPage): ReportPage {
  const large = largest(page.language)
  const { people, percent } = large
  const indicator = {
    code,
    name: large.name,
    unit: 'report.lists.of.units.people',
    lower_is_better: true,
    progress: 1,
    target: people,
    actual: people,
    percent,
  }
  return {
    ...page,
    society: { ...page.society, name: large.name },
    partner: { ...page.partner, name: large.name },
    agreement: { ...page.agreement, title: large.name, number: 'N'.repeat(120) },
    areas: [1, 2].map(at => ({ code: `a${at}`, name: large.name, ...figures(large) })),
    total: figures(large),
    target_at: 0.5,
    charts: {
      people: barsOf(large, people),
      money: barsOf(large, large.money),
      quarters: barsOf(large, large.money).map(({ first }) => ({ phrase: 'report.revisions.parts.q1', first })),
      years: barsOf(large, people),
    },
    indicators: [{ ...indicator, unit_name: large.name, comment: large.name }],
    narrative: [{ name: large.name, lessons: 'x'.repeat(300) }],
  }
}

function extremeOverAll(page: ConsolidatedPage): ConsolidatedPage {
  const large = largest(page.language)
  const { people, money, percent } = large
  return {
    ...page,
    currency: 'UZS',
    partners: large.name,
    areas: [1, 2].map(at => ({ code: `a${at}`, name: large.name, shared: '1234', ...figures(large) })),
    total: { ...figures(large), shared: '1234' },
    charts: { people: barsOf(large, people), money: barsOf(large, money) },
    agreements: [
      {
        id: `${'agreement-'.repeat(6)}2022`,
        partner: large.name,
        activities: '1234',
        shared: '1234',
        currency: 'UZS',
        budget: money,
        expenditure: money,
        implementation: percent,
      },
    ],
    regions: [{ name: large.name, activities: '1234', people, expenditure: money }],
    indicators: page.indicators
      .slice(0, 1)
      .map(row => ({ ...row, code, name: large.name, of: large.name, target: people, actual: people, percent })),
  }
}

/** Words of each language’s last paragraph. */
const inText = '.xlsx'

function holds(pages: readonly PrintedPage[], before: readonly PrintedPage[], large: Large): void {
  expect(unseen(pages, margin)).toEqual([])
  const letters = lettersOf(pages)
  for (const figure of [large.people, large.money, large.percent])
    expect(letters.split(tight(figure)).length, figure).toBeGreaterThan(2)
  for (const word of large.name.split(' ')) expect(letters).toContain(word)
  expect(heightOf(pages, inText)).toBeCloseTo(heightOf(before, inText), 3)
}

describe.for(languages)('in %s', language => {
  it('the report of an agreement', async ctx => {
    const before = await printed(usual(language), ctx)
    holds(await printed(extreme(usual(language)), ctx), before, largest(language))
    expect(before.every(({ width, height }) => width < height)).toBe(true)
  })

  it('the report over all partners', async ctx => {
    const before = await printed(overAll(language), ctx)
    holds(await printed(extremeOverAll(overAll(language)), ctx), before, largest(language))
  })
})

it('sums of twelve digits stay on a page that stands upright', async ctx => {
  for (const language of languages) {
    const money = tongue(language).number(123_456_789_012.34, 2)
    const page = usual(language)
    const areas = page.areas.map(area => ({ ...area, budget: money, expenditure: money }))
    const pages = await printed({ ...page, areas, total: { ...page.total, budget: money, expenditure: money } }, ctx)
    expect(unseen(pages, margin)).toEqual([])
    expect(pages.every(({ width, height }) => width < height)).toBe(true)
  }
})

describe('the judge sees', () => {
  const html = (change: (text: string) => string) => (ctx: TestContext) => printed(extreme(usual('ru')), ctx, change)

  it('tables that were left as they are', async ctx => {
    const pages = await html(text => text.replace(/class="turned(?: small)? /g, 'class="'))(ctx)
    expect(heightOf(pages, inText)).toBeLessThan(heightOf(await printed(usual('ru'), ctx), inText) * 0.97)
  })

  it('a number beside a bar that is too long', async ctx => {
    const pages = await html(text =>
      text.replace(/(<rect class="second"[^>]*>)<text class="number" x="[\d.]+"/g, '$1<text class="number" x="180"'),
    )(ctx)
    expect(unseen(pages, margin).join('\n')).toMatch(/leaves the page/)
  })

  it('a name on one line', async ctx => {
    const pages = await html(text =>
      text.replace('</style>', '.numbers .name { white-space: nowrap; width: 1px; max-width: 1px }</style>'),
    )(ctx)
    expect(unseen(pages, margin).join('\n')).toMatch(/stands on/)
  })
})
