/** Folders as shards: each says of itself which part it is, and every file in it is as it says. */
import { EnvironmentFault } from '../../model/fault.ts'
import { type Said, said } from '../../model/said.ts'
import { sha256 } from '../digest.ts'
import type { ShardFolder } from '../disk/shard-folder.ts'
import { type Manifest, type ManifestEntry, manifestIn, manifestPath } from '../manifest.ts'
import { nameOfShard, type ShardMark } from '../shard/mark.ts'

export interface ReadShard extends Omit<Manifest, 'shard'> {
  readonly folder: ShardFolder
  readonly mark: ShardMark
  /** SHA-256 of its manifest. */
  readonly digest: string
}

export async function readShard(folder: ShardFolder): Promise<ReadShard> {
  const bytes = await folder.read(manifestPath)
  const manifest = manifestIn(bytes)
  const named = { folder: folder.name, manifestPath }
  const hint = said('Name the folders that khabar build --shard has made: khabar merge DIR DIR.')
  if (!bytes || !manifest)
    throw new EnvironmentFault(said('{folder} has no {manifestPath} that can be read.', named), hint)
  const { shard: mark, artifacts } = manifest
  if (!mark) throw new EnvironmentFault(said('{folder} holds a build that is no shard.', named), hint)
  const shard = nameOfShard(mark)
  const lacks = mark.lacks ?? []
  if (lacks.length > 0)
    throw new EnvironmentFault(
      said('Shard {shard} in {folder} is not whole: {paths} could not be made.', {
        shard,
        folder: folder.name,
        paths: firstOf(lacks),
      }),
      again(mark),
    )
  return { folder, mark, tools: manifest.tools, artifacts, digest: sha256(bytes) }
}

/** Every file is read, and nothing kept: all of them together would be more than memory should hold. */
export async function holdToManifest({ folder, mark, artifacts }: ReadShard): Promise<void> {
  const altered: string[] = []
  for (const entry of artifacts) if (!(await bytesOf(entry, folder))) altered.push(entry.path)
  if (altered.length > 0) throw notAsBuilt(altered, folder, mark)
}

/** Undefined where they are not those that were built. */
async function bytesOf(entry: ManifestEntry, folder: ShardFolder): Promise<Uint8Array | undefined> {
  const bytes = await folder.read(entry.path)
  return bytes?.length === entry.bytes && sha256(bytes) === entry.sha256 ? bytes : undefined
}

/** Once more as they were built: they may have changed since somebody looked. */
export async function builtBytes(entry: ManifestEntry, { folder, mark }: ReadShard): Promise<Uint8Array> {
  const bytes = await bytesOf(entry, folder)
  if (!bytes) throw notAsBuilt([entry.path], folder, mark)
  return bytes
}

const notAsBuilt = (paths: readonly string[], { name }: ShardFolder, mark: ShardMark): EnvironmentFault =>
  new EnvironmentFault(
    said('Altered or missing in {folder}, shard {shard}: {paths}.', {
      folder: name,
      shard: nameOfShard(mark),
      paths: firstOf(paths),
    }),
    again(mark),
  )

const again = (mark: ShardMark): Said =>
  said('Build it again, or fetch its folder again: khabar build --shard {shard}.', { shard: nameOfShard(mark) })

const mostNamed = 3

/** The first few of them. */
const firstOf = (paths: readonly string[]): readonly (string | Said)[] => {
  const more = paths.length - mostNamed
  return [...paths.slice(0, mostNamed), ...(more > 0 ? [said('and {count} more', { count: more })] : [])]
}
