/** Whether shards are together one build: of the same plan, each part once, made by the same tools, and nothing lacking. */
import { compare } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { Manifest } from '../manifest.ts'
import { nameOfShard } from '../shard/mark.ts'
import type { ReadShard } from './read-shards.ts'

export interface OneBuild {
  readonly tools: Manifest['tools']
  /** Each part once, in order. */
  readonly shards: readonly ReadShard[]
  /** It was asked for all there is. */
  readonly isWhole: boolean
}

/** @param given in whatever order */
export function oneBuildOf(given: readonly ReadShard[]): OneBuild {
  const [first, ...others] = given
  if (!first) throw new RangeError('a merge of no shards')
  for (const other of others) refuseOtherBuild(first, other)
  const shards = eachOnce(given)
  refuseMissing(shards, first)
  const tools = toolsOf(shards)
  refuseOtherFiles(shards, first)
  return { tools, shards, isWhole: first.mark.asked === undefined }
}

function refuseOtherBuild(one: ReadShard, other: ReadShard): void {
  const planOf = ({ mark }: ReadShard) => JSON.stringify([mark.plan, mark.of, mark.all, mark.asked])
  if (planOf(one) === planOf(other)) return
  throw new EnvironmentFault(
    said('{one} (shard {part}) and {other} (shard {otherPart}) are not of the same build.', {
      one: one.folder.name,
      part: nameOfShard(one.mark),
      other: other.folder.name,
      otherPart: nameOfShard(other.mark),
    }),
    said('Build all shards from the same records, of the same number, and with the same options.'),
  )
}

/** The same one may be named twice: it is the same. */
function eachOnce(given: readonly ReadShard[]): readonly ReadShard[] {
  const byPart = new Map<number, ReadShard>()
  for (const shard of given) {
    const known = byPart.get(shard.mark.part) ?? shard
    if (known.digest !== shard.digest)
      throw new EnvironmentFault(
        said('{one} and {other} both hold shard {shard}, and differ.', {
          one: known.folder.name,
          other: shard.folder.name,
          shard: nameOfShard(shard.mark),
        }),
        said('Leave one of them out.'),
      )
    byPart.set(shard.mark.part, known)
  }
  return [...byPart.values()].toSorted((a, b) => a.mark.part - b.mark.part)
}

function refuseMissing(shards: readonly ReadShard[], { mark: { of } }: ReadShard): void {
  const there = new Set(shards.map(({ mark }) => mark.part))
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(part => !there.has(part))
  const [first] = missing
  if (first === undefined) return
  throw new EnvironmentFault(
    said('Shards are missing: {missing}.', { missing: missing.map(part => nameOfShard({ part, of })) }),
    said('Name their folders too, or build them: khabar build --shard {shard} --out DIR.', {
      shard: nameOfShard({ part: first, of }),
    }),
  )
}

/** A tool of two versions would be told of in one, and the files of the other made anew by the next build. */
function toolsOf(shards: readonly ReadShard[]): Manifest['tools'] {
  const found = new Map<string, { readonly version: string; readonly shard: ReadShard }>()
  for (const shard of shards)
    for (const [tool, version] of Object.entries(shard.tools)) {
      const known = found.get(tool) ?? { version, shard }
      found.set(tool, known)
      if (known.version !== version)
        throw new EnvironmentFault(
          said('{one} and {other} were made with different tools: {tool} {version}, {otherVersion}.', {
            one: known.shard.folder.name,
            other: shard.folder.name,
            tool,
            version: known.version,
            otherVersion: version,
          }),
          said('Build all shards with the same Khabar and the same browser.'),
        )
    }
  return Object.fromEntries([...found].map(([tool, { version }]) => [tool, version]))
}

/** Who made the plan differently (another version, a manifest changed by hand) has made a file twice, or one too few. */
function refuseOtherFiles(shards: readonly ReadShard[], { mark: { all } }: ReadShard): void {
  const paths = shards.flatMap(({ artifacts }) => artifacts.map(({ path }) => path)).toSorted(compare)
  const twice = paths.find((path, index) => path === paths[index + 1])
  const hint = said('Build all shards with the same Khabar and the same browser.')
  if (twice !== undefined) throw new EnvironmentFault(said('{path} is in more than one shard.', { path: twice }), hint)
  if (paths.length !== all)
    throw new EnvironmentFault(
      said('The shards hold {count} artifacts; the build has {all}.', { count: paths.length, all }),
      hint,
    )
}
