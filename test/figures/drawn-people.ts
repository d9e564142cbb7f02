/** Random counts of people: a whole, sexes, ages, each alone or together, and by period. */
import type { Kind } from './agreements.ts'
import type { Draw } from './drawn.ts'
import type { Days } from './drawn-days.ts'
import { totalOf } from './reference/people.ts'
import type { Band, People } from './reference/records.ts'
import { dayAfter, spanOfPeriod } from './reference/time.ts'

export function peopleOf(draw: Draw, days: Days, kind: Kind): People {
  if (kind === 'calendar') return countOf(draw, ['whole', 'whole and sexes', 'whole and ages'])
  const periods = draw.chance(40) ? periodsOf(draw, days) : []
  if (periods.length === 0) return countOf(draw, allForms)
  const parts = periods.map(period => ({ period, ...countOf(draw, allForms) }))
  const whole = parts.reduce((sum, part) => sum + (totalOf(part) ?? 0), 0)
  return { ...draw.maybe(50, () => ({ total: whole })), by_period: parts }
}

const allForms = ['whole', 'whole', 'sexes', 'ages', 'ages by sex', 'whole and sexes', 'whole and ages'] as const

function countOf(draw: Draw, forms: readonly (typeof allForms)[number][]): People {
  const count = () => draw.int(0, 60)
  const sexes = (): Band => ({ male: count(), female: count(), ...draw.maybe(20, () => ({ other: count() })) })
  const ages = (of: () => Band) => ({ by_age: { '13_17': of(), ...draw.maybe(70, () => ({ '18_59': of() })) } })
  const whole = (part: People) => ({ total: (totalOf(part) ?? 0) + draw.int(0, 20), ...part })
  switch (draw.pick(forms)) {
    case 'sexes':
      return sexes()
    case 'ages':
      return ages(() => ({ total: count() }))
    case 'ages by sex':
      return ages(sexes)
    case 'whole and sexes':
      return whole(sexes())
    case 'whole and ages':
      return whole(ages(draw.chance(50) ? sexes : () => ({ total: count() })))
    default:
      return { total: count(), ...draw.maybe(15, () => ({ with_disability: 0 })) }
  }
}

/** Years, quarters or months one after the other, as many as the activity touches and at most four. */
function periodsOf(draw: Draw, { start, end }: Days): readonly string[] {
  const unit = draw.pick(['year', 'quarter', 'month'])
  const periods: string[] = []
  for (let day = start; day <= end && periods.length < 4; ) {
    const quarter = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
    const period = unit === 'year' ? day.slice(0, 4) : unit === 'quarter' ? quarter : day.slice(0, 7)
    periods.push(period)
    day = dayAfter(spanOfPeriod(period).last)
  }
  return periods
}
