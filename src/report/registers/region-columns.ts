/** Columns of a region that every sheet of regions has: its activities, whom they reached, and what nobody reported. */
import { noRegion, notDivided } from '../breakdown.ts'
import { words } from '../cells.ts'
import { columnOf, numbered, type Own } from '../column.ts'
import type { Countable } from '../declared.ts'
import { figureIn } from '../figures.ts'
import { among, here } from '../measures.ts'
import { regionCode, regionName, regionsOf } from '../places.ts'
import type { Named } from '../report.ts'
import { notAdded } from './area-columns.ts'

export interface OfRegion {
  readonly region: string
}

/** Every region, then what is tied to none, then what several have together. */
export const regionRows = (report: Pick<Named, 'dataset'>): readonly OfRegion[] =>
  [...regionsOf(report).map(({ id }) => id), noRegion, notDivided].map(region => ({ region }))

const counted = { region_code: here('region_code'), counted: 1 } as const

type Shares<S, R> = Countable<S, R, 'region_code' | 'area' | 'counted' | 'people'>

export function regionColumns<S extends Named, R>(byRegion: Shares<S, R>, sheet: string) {
  const its = among(byRegion, counted)
  return {
    region: columnOf('text', ({ region }: OfRegion, report: S) => regionName(report, region), {
      total: words(`report.${sheet}.total`),
    }),
    region_code: columnOf('code', ({ region }: OfRegion, report: S) => regionCode(report, region)),
    activities: columnOf('count', its.count(), notAdded(sheet)),
    not_reported: columnOf('count', its.countWithout('people', 'activities'), notAdded(sheet)),
    // Where nothing was done nobody was reached; where something was, a blank is what nobody told.
    standing: columnOf('text', standing),
    people: columnOf('count', its.sum('people'), notAdded(sheet)),
  } as const
}

function standing({ region }: OfRegion, _: unknown, own: Own<'activities' | 'not_reported'>) {
  const [activities, silent] = [figureIn(own('activities')).value, figureIn(own('not_reported')).value]
  // What several regions have together may be money alone.
  if (region === notDivided) return null
  const is = activities === 0 ? 'no_activity' : silent === 0 ? 'reported' : silent === activities ? 'silent' : 'partly'
  return words(`report.geography.standings.${is}`)
}

/** Area by area: `activities_1`, `people_1` and so on. */
export function regionAreaColumns<S extends Named, R>(
  byRegion: Shares<S, R>,
  sheet: string,
  { areas, names }: Pick<Named, 'names'> & { readonly areas: readonly string[] },
) {
  const ofArea = (area: string) => among(byRegion, { ...counted, area })
  const header = (area: string, what: string) => ({ header: { name: names.shortArea(area), words: what } })
  return {
    ...numbered(areas, area => ({
      activities: columnOf('count', ofArea(area).count(), { ...header(area, 'activities_in'), ...notAdded(sheet) }),
    })),
    ...numbered(areas, area => ({
      people: columnOf('count', ofArea(area).sum('people'), {
        ...header(area, 'people_in'),
        shows: 'heat',
        ...notAdded(sheet),
      }),
    })),
  }
}
