/** An agreement: its year and days, and lines, indicators and rates that each stand once. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import { type Draft, dayAt, doubtful, entriesAt, inconsistent, numberAt, textAt, wrongAt } from '../draft.ts'
import { checkOrder } from './days.ts'

export function checkAgreement(draft: Draft): readonly Diagnostic[] {
  return [
    ...checkOrder(draft, { early: '/start', late: '/data_cutoff' }),
    ...checkYear(draft),
    ...checkOnce(draft, '/budget', ['line']),
    ...checkOnce(draft, '/indicators', ['code']),
    ...checkOnce(draft, '/narrative', ['area']),
    ...checkOnce(draft, '/rates', ['from', 'to']),
    ...entriesAt(draft, '/rates').flatMap(at => checkRate(draft, at)),
    ...entriesAt(draft, '/indicators').flatMap(at => checkIndicator(draft, at)),
  ]
}

function checkYear(draft: Draft): readonly Diagnostic[] {
  const year = numberAt(draft, '/year')
  const [start, end] = [dayAt(draft, '/start'), dayAt(draft, '/end')]
  if (year === undefined || start === undefined || end === undefined || start > end) return []
  if (Number(start.slice(0, 4)) <= year && year <= Number(end.slice(0, 4))) return []
  const message = `The year ${year} is not within ${start} to ${end}.`
  return [inconsistent(draft, '/year', message, 'Correct the year, or “start” and “end”.')]
}

/** Entries of a list are told apart by `fields`. */
function checkOnce(draft: Draft, list: string, fields: readonly string[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return entriesAt(draft, list).flatMap(at => {
    const values = fields.map(field => textAt(draft, `${at}/${field}`))
    if (values.includes(undefined)) return []
    const name = values.join(' to ')
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const message = `“${name}” stands twice in “${list.slice(1)}”.`
    return [wrongAt('record/duplicate-id', draft, `${at}/${fields[0]}`, message, 'Keep one of them.')]
  })
}

function checkRate(draft: Draft, at: string): readonly Diagnostic[] {
  const [from, to] = [textAt(draft, `${at}/from`), textAt(draft, `${at}/to`)]
  if (from === undefined || from !== to) return []
  return [inconsistent(draft, `${at}/to`, `This rate leads from ${from} to itself.`, 'Correct “from” or “to”.')]
}

function checkIndicator(draft: Draft, at: string): readonly Diagnostic[] {
  return [...checkParent(draft, at), ...checkQuarters(draft, at)]
}

function checkParent(draft: Draft, at: string): readonly Diagnostic[] {
  const parent = textAt(draft, `${at}/parent`)
  const code = textAt(draft, `${at}/code`)
  if (parent === undefined) return []
  if (parent === code) {
    return [inconsistent(draft, `${at}/parent`, `“${parent}” is its own parent.`, 'Remove “parent”, or correct it.')]
  }
  const codes = indicatorsOf(draft).filter(each => each !== code)
  if (codes.includes(parent)) return []
  const message = `This agreement has no indicator “${parent}”.`
  return [wrongAt('record/unknown-reference', draft, `${at}/parent`, message, ...suggest(parent, codes))]
}

export function indicatorsOf(agreement: Draft): readonly string[] {
  return entriesAt(agreement, '/indicators').flatMap(at => textAt(agreement, `${at}/code`) ?? [])
}

/** Quarters that are all agreed and are summed must give the target of the year. */
function checkQuarters(draft: Draft, at: string): readonly Diagnostic[] {
  const total = numberAt(draft, `${at}/target/total`)
  const quarters = ['q1', 'q2', 'q3', 'q4'].flatMap(name => numberAt(draft, `${at}/target/${name}`) ?? [])
  if (total === undefined || quarters.length < 4 || textAt(draft, `${at}/roll_up/periods`) !== 'sum') return []
  const sum = quarters.reduce((a, b) => a + b, 0)
  if (Math.abs(sum - total) < 1e-6) return []
  const message = `The quarters add up to ${sum}, the target of the year is ${total}.`
  return [doubtful(draft, `${at}/target/total`, message, 'Correct the total or a quarter.')]
}
