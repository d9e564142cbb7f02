/** A shard has a folder of its own: whatever else stands there would be taken away as no longer part of it. */
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { Manifest } from '../manifest.ts'
import type { BuildOptions } from '../request.ts'
import { askedIn, isSamePart, nameOfShard } from './mark.ts'

/** @param before what the folder holds */
export function refuseOthersFolder(before: Manifest, { selection, shard }: Pick<BuildOptions, 'selection' | 'shard'>) {
  if (!shard) return
  const asked = askedIn(selection)
  const { shard: there, artifacts } = before
  if (!there && artifacts.length === 0) return
  if (there && isSamePart(there, { ...shard, ...(asked && { asked }) })) return
  const hint = said('Build it into a folder of its own: --out {folder}.', {
    folder: `shards/${shard.part}-of-${shard.of}`,
  })
  if (!there)
    throw new EnvironmentFault(
      said('The output folder holds a build that is no shard; shard {shard} would take its place.', {
        shard: nameOfShard(shard),
      }),
      hint,
    )
  throw new EnvironmentFault(
    nameOfShard(there) === nameOfShard(shard)
      ? said('The output folder holds shard {shard} of a build with other filters.', { shard: nameOfShard(shard) })
      : said('The output folder holds shard {there}; shard {shard} would take its place.', {
          there: nameOfShard(there),
          shard: nameOfShard(shard),
        }),
    hint,
  )
}
