/** Rates of an agreement: which of them a sum takes must be beyond doubt. */

import { firstAt } from '../../model/beside.ts'
import { currencyCodes } from '../../model/currency.ts'
import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { faultOf, isCountedIn, toMoney } from '../../model/money.ts'
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
  placeOfLack,
  textAt,
  wrongAt,
} from '../draft.ts'

export function checkRates(draft: Draft): readonly Diagnostic[] {
  return [
    ...entriesAt(draft, '/rates').flatMap(at => checkRate(draft, at)),
    ...checkRule(draft),
    ...checkOnePerSum(draft),
    ...entriesAt(draft, '/instalments').flatMap(at => checkSumRate(draft, draft, at)),
  ]
}

function checkRate(draft: Draft, at: string): readonly Diagnostic[] {
  return [...checkDirection(draft, at), ...checkWhen(draft, at)]
}

function checkDirection(draft: Draft, at: string): readonly Diagnostic[] {
  const [from, to] = [textAt(draft, `${at}/from`), textAt(draft, `${at}/to`)]
  if (from === undefined || from !== to) return []
  const message = said('This rate leads from {from} to itself.', { from })
  const told = inconsistent(draft, `${at}/to`, message, said('Correct “from” or “to”.'))
  return [besides(told, ...besideIn(draft, `${at}/from`))]
}

function checkWhen(draft: Draft, at: string): readonly Diagnostic[] {
  const [hasDay, hasMonth] = [has(draft, `${at}/date`), has(draft, `${at}/month`)]
  if (hasDay && hasMonth) {
    const message = said('This rate has both “date” and “month”.')
    const hint = said('Keep “date” for the rate of a day, “month” for that of a month.')
    return [besides(inconsistent(draft, `${at}/month`, message, hint), ...besideIn(draft, `${at}/date`))]
  }
  if (!hasDay && !hasMonth) {
    const message = said('This rate has neither “date” nor “month”.')
    const hint = said('Add “date”: the day of the rate, or “month”: 2022-06, where it is the rate of a month.')
    return [errorAt('record/missing-field', placeOfLack(draft, at), message, hint)]
  }
  if (hasDay || textAt(draft, '/rate_rule') !== 'day') return []
  const message = said('The rule “day” takes rates by their days, and this one has only a month.')
  const told = inconsistent(draft, `${at}/month`, message, said('Give its “date”, or write rate_rule: month.'))
  return [besides(told, ...besideIn(draft, '/rate_rule'))]
}

function checkRule(draft: Draft): readonly Diagnostic[] {
  const rule = textAt(draft, '/rate_rule')
  if (rule === undefined || rule === 'fixed' || entriesAt(draft, '/rates').length > 0) return []
  const message = said('The rule “{rule}” is given, and no rate.', { rule })
  return [
    doubtful(
      draft,
      '/rate_rule',
      message,
      said('Add “rates”, or remove “rate_rule” where all money is in one currency.'),
    ),
  ]
}

/** What tells two rates of a pair apart, by the rule: under `fixed`, nothing does. */
const apart: { readonly [rule: string]: (draft: Draft, at: string) => string | undefined } = {
  fixed: () => '',
  day: (draft, at) => textAt(draft, `${at}/date`),
  month: (draft, at) => textAt(draft, `${at}/month`) ?? textAt(draft, `${at}/date`)?.slice(0, 7),
  average: (draft, at) => textAt(draft, `${at}/date`) ?? textAt(draft, `${at}/month`),
}

function checkOnePerSum(draft: Draft): readonly Diagnostic[] {
  const rule = textAt(draft, '/rate_rule') ?? 'fixed'
  const seen = new Map<string, string>()
  return entriesAt(draft, '/rates').flatMap(at => {
    const [from, to] = [textAt(draft, `${at}/from`), textAt(draft, `${at}/to`)]
    const when = apart[rule]?.(draft, at)
    if (from === undefined || to === undefined || when === undefined) return []
    const key = [...[from, to].toSorted(), when].join(' ')
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, at)
      return []
    }
    const message = said('“{from} to {to}” stands twice in “rates”{what}.', {
      from,
      to,
      what: when === '' ? '' : said(', for {when}', { when }),
    })
    const hints =
      when === ''
        ? [said('Keep one of them, or say with “rate_rule” which a sum takes: day, month or average.')]
        : [said('Keep one of them.')]
    const told = wrongAt('record/duplicate-id', draft, `${at}/from`, message, ...hints)
    return [besides(told, firstAt(placeIn(draft, `${first}/from`)))]
  })
}

/** A sum in another currency needs a rate, in either direction. @param at pointer of the sum, with its amount and currency */
export function checkSumRate(draft: Draft, agreement: Draft, at: string): readonly Diagnostic[] {
  const [from, to] = [textAt(draft, `${at}/currency`), textAt(agreement, '/currency')]
  if (from === undefined || to === undefined || from === to || !currencyCodes.includes(from)) return []
  const rates = ratesBetween(agreement, from, to)
  if (rates.length === 0) {
    const message = said('The agreement “{id}” has no rate from {from} to {to}.', { id: agreement.id, from, to })
    const hint = said('Add it to “rates” of {path}, or give the sum in {to}.', { path: agreement.origin.file.path, to })
    const told = wrongAt('record/missing-rate', draft, `${at}/currency`, message, hint)
    return [besides(told, ...besideIn(agreement, '/currency', '/rates'))]
  }
  const amount = numberAt(draft, `${at}/amount`)
  if (amount === undefined || faultOf({ amount, currency: from }) !== undefined) return []
  const money = toMoney({ amount, currency: from })
  if (rates.every(({ rate, isBack }) => rate <= 0 || isCountedIn(money, to, { rate, isBack }))) return []
  const message = said('{amount} {from} come to more {to} than can be counted.', { amount, from, to })
  const told = inconsistent(draft, `${at}/amount`, message, said('Correct the amount or the rate.'))
  return [besides(told, ...rates.flatMap(each => besideIn(agreement, `${each.at}/rate`)))]
}

interface Between {
  readonly at: string
  readonly rate: number
  readonly isBack: boolean
}

function ratesBetween(agreement: Draft, from: string, to: string): readonly Between[] {
  return entriesAt(agreement, '/rates').flatMap(at => {
    const pair = [textAt(agreement, `${at}/from`), textAt(agreement, `${at}/to`)]
    const isThere = pair[0] === from && pair[1] === to
    const isBack = pair[0] === to && pair[1] === from
    return isThere || isBack ? [{ at, rate: numberAt(agreement, `${at}/rate`) ?? 0, isBack }] : []
  })
}
