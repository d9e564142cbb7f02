/** Rows of the indicator tracking table: units, targets, parts of others, and codes of earlier years. */

import { firstAt } from '../../model/beside.ts'
import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import { ownCodePattern } from '../../model/own-codes.ts'
import { indicatorUnits } from '../../model/record/agreement.ts'
import type { ReportingYear } from '../../model/reporting-year.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import {
  type Draft,
  doubtful,
  entriesAt,
  has,
  inconsistent,
  numberAt,
  placeIn,
  textAt,
  valueAt,
  wrongAt,
} from '../draft.ts'
import { checkWorded } from './own-words.ts'
import { checkRevisions, checkYearField, checkYears, keysAt } from './reporting.ts'
import type { World } from './world.ts'

interface Row {
  readonly draft: Draft
  readonly at: string
  readonly years: readonly ReportingYear[]
}

export function checkIndicators(draft: Draft, years: readonly ReportingYear[], world: World): readonly Diagnostic[] {
  const rows = entriesAt(draft, '/indicators')
  return [...rows.flatMap(at => checkIndicator({ draft, at, years }, world)), ...checkSuccessors(draft, rows, world)]
}

function checkIndicator(row: Row, world: World): readonly Diagnostic[] {
  const { draft, at, years } = row
  const ofYears = keysAt(draft, `${at}/target_by_year`).map(year => `${at}/target_by_year/${year}`)
  return [
    ...checkUnit(draft, at, world),
    ...checkParent(draft, at),
    ...[`${at}/target`, ...ofYears].flatMap(target => checkQuarters(draft, at, target)),
    ...checkYears(draft, `${at}/target_by_year`, years),
    ...checkFirstYear(row),
    ...checkRevisions(draft, at, { list: 'target_revisions', changes: targets }),
    ...entriesAt(draft, `${at}/target_revisions`).flatMap(each => checkYearField(draft, `${each}/year`, years)),
    ...['target_by_sex', 'target_by_age'].flatMap(split => checkSplit(row, split)),
  ]
}

export function indicatorsOf(agreement: Draft): readonly string[] {
  return entriesAt(agreement, '/indicators').flatMap(at => textAt(agreement, `${at}/code`) ?? [])
}

const known: readonly string[] = indicatorUnits
const isCode = new RegExp(ownCodePattern)

/** A unit of one's own has its words; one of the list has them already. */
function checkUnit(draft: Draft, at: string, world: World): readonly Diagnostic[] {
  const unit = textAt(draft, `${at}/unit`)
  if (unit === undefined || !isCode.test(unit)) return []
  const isNamed = has(draft, `${at}/unit_name`)
  if (known.includes(unit)) return isNamed ? [namedTwice(draft, at, unit)] : checkPercent(draft, at, unit)
  if (isNamed) return checkPercent(draft, at, unit)
  const otherwise = said('Or add its words beside it: “unit_name”.')
  const choice = { at: `${at}/unit`, field: 'unit', group: 'report.units', known, otherwise } as const
  const unworded = checkWorded(draft, choice, world)
  return unworded.length > 0 ? unworded : checkPercent(draft, at, unit)
}

function namedTwice(draft: Draft, at: string, unit: string): Diagnostic {
  const message = said('“{unit}” is a unit of the list, and has its words already.', { unit })
  const hint = said('Remove “unit_name”, or give the unit a code of its own.')
  return besides(inconsistent(draft, `${at}/unit_name`, message, hint), ...besideIn(draft, `${at}/unit`))
}

function checkPercent(draft: Draft, at: string, unit: string): readonly Diagnostic[] {
  if (unit === 'percent' || valueAt(draft, `${at}/may_exceed_100`) !== true) return []
  const message = said('“may_exceed_100” is of percentages, and the unit here is {unit}.', { unit })
  const told = doubtful(draft, `${at}/may_exceed_100`, message, said('Remove it, or write unit: percent.'))
  return [besides(told, ...besideIn(draft, `${at}/unit`))]
}

function checkParent(draft: Draft, at: string): readonly Diagnostic[] {
  const parent = textAt(draft, `${at}/parent`)
  const code = textAt(draft, `${at}/code`)
  if (parent === undefined) return []
  if (parent === code) {
    const own = said('“{parent}” is its own parent.', { parent })
    const told = inconsistent(draft, `${at}/parent`, own, said('Remove “parent”, or correct it.'))
    return [besides(told, ...besideIn(draft, `${at}/code`))]
  }
  const codes = indicatorsOf(draft).filter(each => each !== code)
  if (codes.includes(parent)) return []
  const message = said('This agreement has no indicator “{parent}”.', { parent })
  return [wrongAt('record/unknown-reference', draft, `${at}/parent`, message, ...suggest(parent, codes))]
}

const quarters = ['q1', 'q2', 'q3', 'q4'] as const
const targets = ['total', ...quarters] as const

/** Quarters that are all agreed and are summed must give the target of the year. */
function checkQuarters(draft: Draft, at: string, target: string): readonly Diagnostic[] {
  const total = numberAt(draft, `${target}/total`)
  const agreed = quarters.flatMap(name => numberAt(draft, `${target}/${name}`) ?? [])
  if (total === undefined || agreed.length < 4 || textAt(draft, `${at}/roll_up/periods`) !== 'sum') return []
  const sum = agreed.reduce((a, b) => a + b, 0)
  if (Math.abs(sum - total) < 1e-6) return []
  const message = said('The quarters add up to {sum}, the target of the year is {total}.', { sum, total })
  const told = doubtful(draft, `${target}/total`, message, said('Correct the total or a quarter.'))
  return [besides(told, ...besideIn(draft, ...quarters.map(name => `${target}/${name}`)))]
}

/** `target` is that of the first year, which `target_by_year` may say too, in the same words. */
function checkFirstYear({ draft, at, years }: Row): readonly Diagnostic[] {
  const [first] = years
  if (first === undefined || !has(draft, `${at}/target`)) return []
  if (!has(draft, `${at}/target_by_year`)) {
    if (years.length < 2) return []
    const message = said('“target” is that of the first reporting year ({name}); there are {count}.', {
      name: first.name,
      count: years.length,
    })
    const hint = said("Give “target_by_year”: { '{year}': …, '{count}': … }.", {
      year: first.year,
      count: first.year + 1,
    })
    return [doubtful(draft, `${at}/target`, message, hint)]
  }
  const ofYear = `${at}/target_by_year/${first.year}`
  const differs = (name: string) => numberAt(draft, `${at}/target/${name}`) !== numberAt(draft, `${ofYear}/${name}`)
  if (!targets.some(differs)) return []
  const message = said('“target” and “target_by_year” say different things of {name}.', { name: first.name })
  const hint = said('Keep “target_by_year”, which goes before “target”, and remove “target”.')
  return [besides(inconsistent(draft, `${at}/target`, message, hint), ...besideIn(draft, ofYear))]
}

function checkSplit({ draft, at, years }: Row, split: string): readonly Diagnostic[] {
  const first = `${at}/target_by_year/${years[0]?.year}/total`
  const total = numberAt(draft, first) ?? numberAt(draft, `${at}/target/total`)
  const sum = keysAt(draft, `${at}/${split}`).reduce(
    (all, name) => all + (numberAt(draft, `${at}/${split}/${name}`) ?? 0),
    0,
  )
  if (total === undefined || sum <= total + 1e-6) return []
  const message = said('The parts are {sum} together, more than the target of {total}.', { sum, total })
  const hint = said('Correct the target or its parts; they may be less, never more.')
  const whole = has(draft, first) ? first : `${at}/target/total`
  return [besides(inconsistent(draft, `${at}/${split}`, message, hint), ...besideIn(draft, whole))]
}

/** Which indicator of earlier years each goes on with. */
function checkSuccessors(draft: Draft, rows: readonly string[], world: World): readonly Diagnostic[] {
  const programme = textAt(draft, '/programme')
  const year = numberAt(draft, '/year') ?? Number.POSITIVE_INFINITY
  const earlier = [...(world.byKind.get('agreement')?.values() ?? [])].filter(
    each => each !== draft && textAt(each, '/programme') === programme && (numberAt(each, '/year') ?? 0) < year,
  )
  const codes = [...new Set(earlier.flatMap(indicatorsOf))]
  const taken = new Map<string, string>()
  return rows.flatMap(at => {
    const code = textAt(draft, `${at}/replaces`)
    if (code === undefined) return []
    if (!codes.includes(code)) return [unknownCode(draft, at, { code, codes, programme })]
    const first = taken.get(code)
    if (first === undefined) {
      taken.set(code, at)
      return []
    }
    const message = said('“{code}” is replaced twice: its figures would be counted in both.', { code })
    const told = inconsistent(
      draft,
      `${at}/replaces`,
      message,
      said('Keep “replaces” in the one that goes on with it.'),
    )
    return [besides(told, firstAt(placeIn(draft, `${first}/replaces`)))]
  })
}

function unknownCode(
  draft: Draft,
  at: string,
  {
    code,
    codes,
    programme,
  }: { readonly code: string; readonly codes: readonly string[]; readonly programme: string | undefined },
): Diagnostic {
  const message = said('No earlier agreement of the programme “{programme}” has an indicator “{code}”.', {
    programme: programme ?? '',
    code,
  })
  const hints = [...suggest(code, codes), said('Remove “replaces” where the indicator is new.')]
  return errorAt('record/unknown-reference', placeIn(draft, `${at}/replaces`), message, ...hints)
}
