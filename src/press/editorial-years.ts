/** An agreement that a record names and that was long over, or far from begun; one whose title tells of other years. */

import { daysOfAgreement } from '../model/beside.ts'
import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { dayAfter } from '../model/day.ts'
import { besides, type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { type Said, said } from '../model/said.ts'
import { writtenFields } from './editorial-texts.ts'

export function checkYears(dataset: Dataset): readonly Diagnostic[] {
  const { meeting, agreement, society } = dataset
  const [mainLanguage = ''] = society.data.languages
  return [
    ...[...meeting.values()].flatMap(each => checkAgreements(each, dataset)),
    ...[...agreement.values()].flatMap(each => checkTitle(each, mainLanguage)),
  ]
}

/** A meeting may plan what is to be agreed for the next year, and look back once the last report is written. */
const daysBefore = 366
const daysAfter = 92

function checkAgreements(meeting: Entry<'meeting'>, dataset: Dataset): readonly Diagnostic[] {
  const { date, end_date: last = date, agreements = [] } = meeting.data
  return agreements.flatMap((id, index) => {
    const named = dataset.agreement.get(id)
    if (!named || isNear(named, date, last)) return []
    const { start, end, partner, programme } = named.data
    const others = [...dataset.agreement.values()].filter(
      each => each.data.partner === partner && each.data.programme === programme,
    )
    const meant = others.find(({ data }) => data.start <= last && date <= data.end)
    const message = said('“{id}” is an agreement of {start} to {end}, and the record is of {date}.', {
      id,
      start,
      end,
      date,
    })
    const hint = meant
      ? said('On that day it was “{id}”.', { id: meant.id })
      : said('Name the agreement of that year, or take this one out.')
    const field = `agreements/${index}`
    const told = warningAt('editorial/other-year', spanOf(meeting, `/${field}`), message, hint, acceptance(field))
    return [besides(told, ...daysOfAgreement(named))]
  })
}

function isNear({ data }: Entry<'agreement'>, first: string, last: string): boolean {
  const [, , latest = data.end] = [data.end, data.data_cutoff, (data.reported_at ?? '').slice(0, 10)].toSorted()
  return last >= dayAfter(data.start, -daysBefore) && first <= dayAfter(latest, daysAfter)
}

/** Four digits that are a year, and none of the years that it is for. */
function checkTitle(agreement: Entry<'agreement'>, mainLanguage: string): readonly Diagnostic[] {
  const { start, end } = agreement.data
  const isOf = (year: string): boolean => start.slice(0, 4) <= year && year <= end.slice(0, 4)
  const titles = writtenFields(agreement, mainLanguage)
    .flat()
    .filter(({ pointer }) => /^\/title(?:\/|$)/.test(pointer))
  return titles.flatMap(({ pointer, text }) => {
    const years = text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []
    const [other] = years
    if (other === undefined || years.some(isOf)) return []
    const message = said('The title tells of {other}, and the agreement is of {start} to {end}.', { other, start, end })
    const hint = said('Correct the title, or the days.')
    const told = warningAt('editorial/other-year', spanOf(agreement, pointer), message, hint, acceptance('title'))
    return [besides(told, ...daysOfAgreement(agreement))]
  })
}

const acceptance = (field: string): Said =>
  said('Where it is meant, say so: `accepts: [{ remark: editorial/other-year, in: {field} }]` in the record.', {
    field,
  })
