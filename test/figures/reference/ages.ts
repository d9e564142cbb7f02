/** People reached by sex and age, area by area: the whole, each band that anyone reported, and those of no known age. */

import type { Row } from './activities.ts'
import type { Figures } from './areas.ts'
import { added, bandTotal, leftOver, sexes } from './people.ts'
import type { Band } from './records.ts'

/** By area and part: `epr whole`, `epr 18_59`, `epr rest`. */
export function peopleFigures(rows: readonly Row[]): { [part: string]: Figures } {
  const found: { [part: string]: Figures } = {}
  for (const area of new Set(rows.map(row => row.area))) {
    const own = rows.filter(row => row.area === area && row.counted)
    const people = added(own.map(row => row.reached))
    found[`${area} whole`] = {
      people,
      female: added(own.map(row => row.bySex.female)),
      male: added(own.map(row => row.bySex.male)),
      other: added(own.map(row => row.bySex.other)),
      not_disaggregated: added(own.map(row => row.notDisaggregated)),
      with_disability: added(own.map(row => row.withDisability)),
    }
    const bands = bandsOf(own)
    for (const [name, of] of bands) found[`${area} ${name}`] = bandFigures(of)
    const known = [...bands.values()].flat().map(bandTotal)
    if (bands.size > 0) found[`${area} rest`] = { people: leftOver(people, known) }
  }
  return found
}

function bandsOf(rows: readonly Row[]): ReadonlyMap<string, readonly Band[]> {
  const bands = new Map<string, Band[]>()
  for (const { people } of rows) {
    for (const { by_age: ages = {} } of people) {
      for (const [name, band] of Object.entries(ages)) bands.set(name, [...(bands.get(name) ?? []), band])
    }
  }
  return bands
}

function bandFigures(bands: readonly Band[]): Figures {
  const people = added(bands.map(bandTotal))
  const bySex = sexes.map(sex => added(bands.map(band => band[sex])))
  const [female = null, male = null, other = null] = bySex
  return { people, female, male, other, not_disaggregated: leftOver(people, bySex) }
}
