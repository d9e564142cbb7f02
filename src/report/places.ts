/** Regions as the sheets name and order them. */
import type { Entry } from '../model/dataset.ts'
import { compare } from '../model/diagnostic.ts'
import { noRegion, notDivided } from './breakdown.ts'
import { words } from './cells.ts'
import type { Named } from './report.ts'

/** All there are, those without an activity among them. */
export function regionsOf({ dataset }: Pick<Named, 'dataset'>): readonly Entry<'place'>[] {
  const orderOf = ({ data }: Entry<'place'>) => data.order ?? Number.MAX_SAFE_INTEGER
  const codeOf = ({ data, id }: Entry<'place'>) => data.pcode ?? id
  return [...dataset.place.values()]
    .filter(({ data }) => data.type === 'region')
    .toSorted((a, b) => orderOf(a) - orderOf(b) || compare(codeOf(a), codeOf(b)))
}

/** By which the sheet of regions finds its rows. */
export function regionCode({ dataset }: Pick<Named, 'dataset'>, region: string): string {
  return dataset.place.get(region)?.data.pcode ?? region
}

export function regionName({ names }: Pick<Named, 'names'>, region: string) {
  if (region === noRegion) return words('report.geography.no_region')
  return region === notDivided ? words('report.geography.not_divided') : names.place(region)
}
