/** Random agreements: their time, currency and rates, budget lines with revisions, indicators with targets. */
import type { Kind } from './agreements.ts'
import type { Draw } from './drawn.ts'
import { indicatorsOf, successorsOf } from './drawn-indicators.ts'
import { decimalsOf } from './reference/money.ts'
import type { Agreement, BudgetLine, Rate, RateRule, ReportKind, Society, Workspace } from './reference/records.ts'
import { dayAfter, earlierOf, spanOfPeriod, type Window, windowsOf } from './reference/time.ts'

export const areas = ['epr', 'first-aid'] as const
export const currencies = ['CHF', 'EUR', 'USD', 'UZS', 'JPY', 'KWD'] as const
const partners = ['icrc', 'ifrc'] as const

/** Written in a record, and no figure is made of it. */
interface Words {
  readonly [field: string]: unknown
}

export function agreementsOf(draw: Draw, society: Society, kind: Kind): Workspace['agreements'] {
  const found: { [id: string]: Agreement } = {}
  draw.times(1, 3, index => {
    const before = Object.values(found).at(-1)
    const goesOn = before !== undefined && draw.chance(50)
    const agreement = agreementOf(draw, { society, before, goesOn, index }, kind)
    // There is one a partner, programme and year.
    const isTaken = Object.values(found).some(
      each => each.programme === agreement.programme && each.year >= agreement.year,
    )
    if (!isTaken) found[`a${index + 1}`] = agreement
  })
  return found
}

interface Drawn {
  readonly society: Society
  readonly before: Agreement | undefined
  /** It is the next one of the programme of the one before. */
  readonly goesOn: boolean
  readonly index: number
}

function agreementOf(draw: Draw, { society, before, goesOn, index }: Drawn, kind: Kind): Agreement {
  const time = timeOf(draw, goesOn ? before : undefined, kind)
  const [window] = windowsOf(society, { ...time, ...rest })
  const windows = windowsOf(society, { ...time, ...rest })
  const currency = draw.pick(kind === 'any' ? currencies : ['CHF', 'EUR', 'UZS'])
  const cutoff = cutoffOf(draw, time, kind)
  const agreement = {
    partner: goesOn && before ? before.partner : draw.pick(partners),
    programme: goesOn && before ? before.programme : `p${index + 1}`,
    title: 'Agreement',
    year: window?.year ?? 0,
    ...time,
    currency,
    data_cutoff: cutoff,
    ...ratesOf(draw, { currency, windows, cutoff, ...time }, kind),
    ...draw.maybe(20, () => ({ deviation_threshold: draw.int(0, 40) })),
    budget: linesOf(draw, { currency, windows, ...time }, kind),
    indicators:
      goesOn && before ? successorsOf(draw, before.indicators, windows, kind) : indicatorsOf(draw, windows, kind),
  }
  if (kind === 'calendar') return agreement
  const reports: readonly ReportKind[] = draw.some(['year', 'half-year', 'quarter', 'final'], 50)
  return {
    ...agreement,
    ...(reports.length > 0 && draw.chance(50) && { reports }),
    ...draw.maybe(20, () => ({ budget_threshold: draw.int(0, 40) })),
    ...draw.maybe(25, () => ({ opening_balance: draw.decimal(5000, decimalsOf(currency)) })),
    ...draw.maybe(25, () => ({
      instalments: draw.times(1, 3, () => ({
        date: draw.day(time.start, time.end),
        amount: draw.decimal(9000, decimalsOf(currency)),
      })),
    })),
  }
}

/** Of an agreement of which only the time matters. */
const rest = { partner: '', programme: '', year: 0, currency: '', data_cutoff: '', budget: [], indicators: [] }

interface Time {
  readonly start: string
  readonly end: string
  readonly first_month?: number
}

function timeOf(draw: Draw, before: Agreement | undefined, kind: Kind): Time {
  const isCalendar = kind === 'calendar' || draw.chance(25)
  if (before) {
    const start = dayAfter(before.end)
    const months = kind === 'calendar' ? 12 : draw.int(1, 30)
    return { start, end: monthsLater(start, months), ...(before.first_month && { first_month: before.first_month }) }
  }
  const year = draw.int(2019, 2023)
  if (isCalendar) return { start: `${year}-01-01`, end: `${year}-12-31` }
  const day = draw.chance(65) ? '01' : String(draw.int(1, 28)).padStart(2, '0')
  const start = `${year}-${String(draw.int(1, 12)).padStart(2, '0')}-${day}`
  const end = draw.chance(15)
    ? dayAfter(start, draw.int(0, 900))
    : monthsLater(start, draw.pick([12, 12, 24, 36, draw.int(1, 40)]))
  return { start, end, ...draw.maybe(25, () => ({ first_month: draw.int(1, 12) })) }
}

/** The last of so many months from a day on. */
function monthsLater(start: string, months: number): string {
  const all = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + months
  const month = String((all % 12) + 1).padStart(2, '0')
  return dayAfter(`${Math.floor(all / 12)}-${month}-${start.slice(8)}`, -1)
}

function cutoffOf(draw: Draw, { start, end }: Time, kind: Kind): string {
  if (kind === 'calendar') return dayAfter(end, draw.int(0, 60))
  return draw.chance(45) ? dayAfter(end, draw.int(0, 120)) : draw.day(start, end)
}

interface Rated extends Time {
  readonly currency: string
  readonly windows: readonly Window[]
  readonly cutoff: string
}

function ratesOf(
  draw: Draw,
  of: Rated,
  kind: Kind,
): { readonly rates?: readonly (Rate & Words)[]; readonly rate_rule?: RateRule } {
  const rule = kind === 'any' ? draw.pick(['fixed', 'day', 'month', 'average'] as const) : 'fixed'
  const foreign = draw.some(
    currencies.filter(each => each !== of.currency),
    35,
  )
  const rates = foreign.flatMap(currency => {
    const isReverse = kind === 'any' && draw.chance(40)
    const pair = isReverse ? { from: of.currency, to: currency } : { from: currency, to: of.currency }
    return whenOf(draw, rule, of).map(when => ({ ...pair, rate: rateOf(draw, pair), ...when, source: 'a bank' }))
  })
  return { ...(rates.length > 0 && { rates }), ...(rule !== 'fixed' && { rate_rule: rule }) }
}

/** In francs, about. */
const worth: { readonly [currency: string]: number } = {
  CHF: 1,
  EUR: 1.05,
  USD: 0.92,
  UZS: 0.0000829,
  JPY: 0.0068,
  KWD: 2.9,
}

/** With as many digits as banks publish. */
function rateOf(draw: Draw, { from, to }: Pick<Rate, 'from' | 'to'>): number {
  const near = ((worth[from] ?? 1) / (worth[to] ?? 1)) * (draw.int(750, 1250) / 1000)
  return Number(near.toPrecision(draw.int(1, 7)))
}

function whenOf(draw: Draw, rule: RateRule, { windows, cutoff, start, end }: Rated) {
  if (rule === 'fixed') return [{ date: end }]
  if (rule === 'day') {
    const days = draw.times(0, 4, () => draw.day(start, end))
    return [...new Set([dayAfter(start, draw.chance(85) ? -400 : 20), ...days])].map(date => ({ date }))
  }
  if (rule === 'month') {
    const months: string[] = []
    for (let day = dayAfter(start, -31); day <= dayAfter(end, 31); day = dayAfter(spanOfPeriod(day.slice(0, 7)).last)) {
      months.push(day.slice(0, 7))
    }
    return draw.some(months, 92).map(month => (draw.chance(80) ? { month } : { date: `${month}-15` }))
  }
  const known = windows.filter(({ span }, at) => at === 0 || span.first <= cutoff)
  return known.flatMap(({ span }) => {
    const days = draw.times(1, 3, () => draw.day(span.first, earlierOf(span.last, cutoff)))
    return [...new Set(days)].map(date => ({ date }))
  })
}

interface Budgeted extends Time {
  readonly currency: string
  readonly windows: readonly Window[]
}

function linesOf(draw: Draw, of: Budgeted, kind: Kind): readonly (BudgetLine & Words)[] {
  const isByYear = kind === 'any' && (of.windows.length > 1 ? draw.chance(70) : draw.chance(15))
  return draw.times(1, 3, index => {
    const line = { line: `l${index + 1}`, area: draw.pick(areas), name: 'A line' }
    const amount = () => draw.decimal(9000, decimalsOf(of.currency))
    const explained = draw.maybe(kind === 'any' ? 20 : 0, () => ({ explanation: 'Prices rose.' }))
    if (!isByYear) {
      const revisions = revisionDays(draw, of, kind).map(date => ({ date, amount: amount(), reason: 'Agreed anew' }))
      return { ...line, amount: amount(), ...(revisions.length > 0 && { revisions }), ...explained }
    }
    let years = Object.fromEntries(of.windows.map(({ year }) => [year, amount()]))
    const written = { amount: wholeOf(years, of.currency), by_year: years }
    const revisions = revisionDays(draw, of, kind).map(date => {
      const changed = Object.fromEntries([draw.pick(of.windows).year].map(year => [year, amount()]))
      years = { ...years, ...changed }
      return { date, amount: wholeOf(years, of.currency), by_year: changed, reason: 'Agreed anew' }
    })
    return { ...line, ...written, ...(revisions.length > 0 && { revisions }), ...explained }
  })
}

/** What the years of a line come to, with the decimals of the currency. */
function wholeOf(years: { readonly [year: string]: number }, currency: string): number {
  const unit = 10 ** decimalsOf(currency)
  return Object.values(years).reduce((sum, each) => sum + Math.round(each * unit), 0) / unit
}

/** In their order, no two alike. */
function revisionDays(draw: Draw, { start, end }: Time, kind: Kind): readonly string[] {
  if (kind === 'calendar' || !draw.chance(30)) return []
  return [...new Set(draw.times(1, 2, () => draw.day(start, end)))].toSorted()
}
