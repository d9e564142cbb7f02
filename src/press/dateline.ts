/** Where a release is dated from: the town that its author wrote, else the place of the event, else the society's seat. */
import type { Subject } from '../model/dataset.ts'
import { type Surrounding, say, type Telling, toldOf } from './telling.ts'

export function datelineOf(telling: Telling): string {
  const { subject, release, dataset } = telling
  const { society } = dataset
  return (
    say(telling, release.dateline, { of: subject, pointer: '/release/dateline', lack: 'error' }) ??
    regionOf(telling) ??
    say(telling, society.data.seat.city, { of: society, pointer: '/seat/city', lack: 'error' }) ??
    ''
  )
}

/** No town is known, but what is not of the capital is not dated there: the one region stands for it. */
function regionOf(telling: Telling): string | undefined {
  const { subject, dataset } = telling
  const [id, ...others] = regionsElsewhere(subject, dataset)
  const region = id === undefined || others.length > 0 ? undefined : dataset.place.get(id)
  if (!region) return undefined
  telling.records.add(region.id)
  return say(telling, region.data.name, { of: region, pointer: '/name', lack: 'allowed' })
}

/** Regions of a record of which none is that of the seat; nothing where it is not known which region that is. */
export function regionsElsewhere(subject: Subject, { society }: Pick<Surrounding, 'society'>): readonly string[] {
  const { default_region: seat } = society.data
  const { place, places = [] } = toldOf(subject)
  const regions = place === undefined ? places : [place]
  return seat === undefined || regions.includes(seat) ? [] : regions
}
