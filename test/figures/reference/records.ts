/** Records as they are written in YAML, as far as figures are made of them. */

export type RateRule = 'fixed' | 'day' | 'month' | 'average'
export type ReportKind = 'year' | 'half-year' | 'quarter' | 'final'

export interface Society {
  readonly first_month?: number
}

export interface Rate {
  readonly from: string
  readonly to: string
  readonly rate: number
  readonly date?: string
  readonly month?: string
}

export interface BudgetLine {
  readonly line: string
  readonly area: string
  readonly amount: number
  readonly by_year?: { readonly [year: string]: number }
  readonly revisions?: readonly {
    readonly date: string
    readonly amount?: number
    readonly by_year?: { readonly [year: string]: number }
  }[]
  readonly explanation?: unknown
}

export interface Targets {
  readonly total?: number
  readonly q1?: number
  readonly q2?: number
  readonly q3?: number
  readonly q4?: number
}

export interface Indicator {
  readonly code: string
  readonly area: string
  readonly unit: string
  readonly target?: Targets
  readonly target_by_year?: { readonly [year: string]: Targets }
  readonly target_revisions?: readonly (Targets & { readonly date: string; readonly year?: number })[]
  readonly life_target?: number
  readonly roll_up: { readonly months?: string; readonly periods: string; readonly places: string }
  readonly may_exceed_100?: boolean
  readonly replaces?: string
  readonly deviation?: unknown
}

export interface Agreement {
  readonly partner: string
  readonly programme: string
  readonly year: number
  readonly start: string
  readonly end: string
  readonly first_month?: number
  readonly reports?: readonly ReportKind[]
  readonly currency: string
  readonly rates?: readonly Rate[]
  readonly rate_rule?: RateRule
  readonly data_cutoff: string
  readonly deviation_threshold?: number
  readonly budget_threshold?: number
  readonly opening_balance?: number
  readonly instalments?: readonly { readonly date: string; readonly amount: number; readonly currency?: string }[]
  readonly budget: readonly BudgetLine[]
  readonly indicators: readonly Indicator[]
}

export interface Band {
  readonly total?: number
  readonly male?: number
  readonly female?: number
  readonly other?: number
}

export interface People extends Band {
  readonly by_age?: { readonly [band: string]: Band }
  readonly with_disability?: number
  readonly by_period?: readonly (People & { readonly period: string | number })[]
}

export interface Spending {
  readonly amount: number
  readonly currency: string
  readonly date?: string
  readonly period?: string | number
}

export interface Funding {
  readonly agreement: string
  readonly line?: string
  readonly budget?: { readonly amount: number; readonly currency: string }
  readonly spent?: readonly Spending[]
}

export interface Result {
  readonly indicator: string
  readonly agreement?: string
  readonly value?: number
  readonly numerator?: number
  readonly denominator?: number
  readonly date?: string
  readonly period?: string | number
  readonly place?: string
}

export interface Activity {
  readonly area: string
  /** Regions. */
  readonly places?: readonly string[]
  readonly start: string
  readonly end: string
  readonly cancelled?: unknown
  readonly target?: People
  readonly reached?: People
  readonly not_reported?: unknown
  readonly funding?: readonly Funding[]
  readonly results?: readonly Result[]
}

export interface Meeting {
  readonly date: string
  readonly host: string
  readonly partners: readonly string[]
  readonly agreements?: readonly string[]
}

/** All by their ids. */
export interface Workspace {
  readonly society: Society
  readonly agreements: { readonly [id: string]: Agreement }
  readonly activities: { readonly [id: string]: Activity }
  readonly meetings: { readonly [id: string]: Meeting }
}
