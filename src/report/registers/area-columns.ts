/** Columns of an area that every summary has: activities and people, live over a register of activities. */
import { formula } from '../../model/workbook.ts'
import { words } from '../cells.ts'
import { columnOf } from '../column.ts'
import type { Countable } from '../declared.ts'
import { ratioOf } from '../figures.ts'
import { ratioFormula } from '../formulas.ts'
import { among, here, type Measure, reported } from '../measures.ts'
import type { Named } from '../report.ts'

export interface OfArea {
  readonly area: string
}

/** People reached in different areas are shown side by side and not added: one person may be among several (FDRS). */
export const notAdded = (sheet: string) => ({ total: words(`report.${sheet}.not_added`) })

type Counted<S, R> = Countable<S, R, 'area' | 'counted' | 'people_target' | 'people_reached'>

export function areaColumns<S, R>(activities: Counted<S, R>, sheet: string) {
  const counted = { area: here('area'), counted: 1 } as const
  const its = among(activities, counted)
  const people = notAdded(sheet)
  return {
    area_name: columnOf('text', ({ area }: OfArea, { names }: Named) => names.area(area), {
      total: words(`report.${sheet}.total`),
    }),
    area: columnOf('code', ({ area }: OfArea) => area),
    activities: columnOf('count', its.count(), { total: 'count' }),
    cancelled: columnOf('count', among(activities, { ...counted, counted: 0 }).count(), { total: 'count' }),
    after_cutoff: columnOf('count', among(activities, { ...counted, counted: 2 }).count(), { total: 'count' }),
    people_target: columnOf('count', its.sum('people_target'), people),
    people_reached: columnOf('count', its.sum('people_reached'), people),
    people_percent: columnOf('percent', likeAgainstLike(activities), { shows: 'bar', ...people }),
    reached_without_target: columnOf('count', its.sumWithout('people_reached', 'people_target'), people),
    target_not_reported: columnOf('count', its.sumWithout('people_target', 'people_reached'), people),
    not_reported: columnOf('count', its.countWithout('people_reached', 'activities'), {
      total: 'count',
    }),
  } as const
}

/** The reached of activities that have both, against the targets of the same; what has one of the two stands beside it. */
function likeAgainstLike<S, R>(activities: Counted<S, R>): Measure<S, 'area'> {
  const both = among(activities, { area: here('area'), counted: 1, people_target: reported, people_reached: reported })
  return (row, scope, own) => {
    const [part, whole] = [both.sum('people_reached')(row, scope, own), both.sum('people_target')(row, scope, own)]
    return formula(ratioFormula(part.expression, whole.expression), ratioOf(part.figure, whole.figure))
  }
}

export const peopleChart = {
  chart: 'people',
  type: 'bar',
  categories: 'area_name',
  series: ['people_target', 'people_reached'],
  // What has only one of the two is a part of it that the other is not set against.
  beside: ['reached_without_target', 'target_not_reported'],
} as const
