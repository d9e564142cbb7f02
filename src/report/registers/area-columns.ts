/** Columns of an area that every summary has: activities and people, live over a register of activities. */
import { words } from '../cells.ts'
import { columnOf } from '../column.ts'
import type { Countable } from '../declared.ts'
import { among, here } from '../measures.ts'
import type { Named } from '../report.ts'
import { ratio } from '../within-row.ts'

export interface OfArea {
  readonly area: string
}

/** People reached in different areas are shown side by side and not added: one person may be among several (FDRS). */
export const notAdded = (sheet: string) => ({ total: words(`report.${sheet}.not_added`) })

export function areaColumns<S, R>(
  activities: Countable<S, R, 'area' | 'counted' | 'people_target' | 'people_reached'>,
  sheet: string,
) {
  const counted = { area: here('area'), counted: 1 } as const
  const people = notAdded(sheet)
  return {
    area: columnOf('code', ({ area }: OfArea) => area),
    area_name: columnOf('text', ({ area }: OfArea, { names }: Named) => names.area(area), {
      total: words(`report.${sheet}.total`),
    }),
    activities: columnOf('count', among(activities, counted).count(), { total: 'count' }),
    cancelled: columnOf('count', among(activities, { ...counted, counted: 0 }).count(), { total: 'count' }),
    people_target: columnOf('count', among(activities, counted).sum('people_target'), people),
    people_reached: columnOf('count', among(activities, counted).sum('people_reached'), people),
    people_percent: columnOf('percent', ratio('people_reached', 'people_target'), { shows: 'bar', ...people }),
    not_reported: columnOf('count', among(activities, counted).countWithout('people_reached', 'activities'), {
      total: 'count',
    }),
  } as const
}

export const peopleChart = {
  chart: 'people',
  type: 'bar',
  categories: 'area_name',
  series: ['people_target', 'people_reached'],
} as const
