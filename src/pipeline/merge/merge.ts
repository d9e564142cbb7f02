/**
 * The story of a merge: shards in, the output folder of a single build out, byte for byte.
 *
 *     read each manifest -> are they one build (one-build.ts)? -> is each file as built (read-shards.ts)?
 *         | write what is not there yet -> take away what is no longer -> manifest
 *
 * Nothing is written before the bar is passed. What a build promises of a folder holds here: files are renamed into their
 * place, a merge that was killed is seen to by the next, and only what the earlier manifest lists is taken away.
 */

import { EnvironmentFault } from '../../model/fault.ts'
import { noMemo } from '../../model/memo.ts'
import { said } from '../../model/said.ts'
import { thereOf } from '../disk/artifacts.ts'
import type { ShardFolder } from '../disk/shard-folder.ts'
import { announce, leftUnfinished, settle } from '../disk/unfinished.ts'
import { type Manifest, type ManifestEntry, readManifest, writeManifest } from '../manifest.ts'
import { type Fates, reportOf } from '../report.ts'
import type { Artifact } from '../request.ts'
import { nameOfShard } from '../shard/mark.ts'
import type { OutputFolder } from '../workspace.ts'
import { type OneBuild, oneBuildOf } from './one-build.ts'
import { builtBytes, holdToManifest, type ReadShard, readShard } from './read-shards.ts'

export interface MergeOptions {
  readonly dryRun: boolean
  readonly onProgress: (done: number, total: number, path: string) => void
}

export async function merge(
  folders: readonly ShardFolder[],
  output: OutputFolder,
  options: MergeOptions,
): Promise<readonly Artifact[]> {
  const given: ReadShard[] = []
  for (const folder of folders) given.push(await readShard(folder))
  const build = oneBuildOf(given)
  for (const shard of given) await holdToManifest(shard)
  const before = await readManifest(output)
  refuseShard(before)
  const { kept, ...fates } = await fatesOf(build, before, output)
  if (!options.dryRun) await write({ ...fates, kept }, { build, before, output, options })
  return reportOf(fates)
}

function refuseShard({ shard }: Manifest): void {
  if (!shard) return
  throw new EnvironmentFault(
    said('The output folder holds shard {shard}; what is merged would take its place.', { shard: nameOfShard(shard) }),
    said('Merge into a folder of its own: --out DIR.'),
  )
}

interface Merging extends Required<Fates> {
  /** Nobody asked for them. */
  readonly kept: readonly ManifestEntry[]
}

/** What is on disk as a shard has it, and was before by the manifest, is there already. */
async function fatesOf(build: OneBuild, before: Manifest, output: OutputFolder): Promise<Merging> {
  const entries = build.shards.flatMap(({ artifacts }) => artifacts)
  const listed = new Map(before.artifacts.map(each => [each.path, each]))
  const same = entries.filter(each => listed.get(each.path)?.sha256 === each.sha256)
  const there = await thereOf(same, output, noMemo)
  const paths = new Set(entries.map(({ path }) => path))
  const others = before.artifacts.filter(({ path }) => !paths.has(path))
  return {
    fresh: entries.filter(({ path }) => there.has(path)),
    built: entries.filter(({ path }) => !there.has(path)),
    gone: build.isWhole ? others : [],
    kept: build.isWhole ? [] : others,
  }
}

interface Writing {
  readonly build: OneBuild
  readonly before: Manifest
  readonly output: OutputFolder
  readonly options: MergeOptions
}

async function write(
  { fresh, built, gone, kept }: Merging,
  { build, before, output, options }: Writing,
): Promise<void> {
  const known = new Set(before.artifacts.map(({ path }) => path))
  const left = await leftUnfinished(output)
  await announce(
    output,
    built.map(({ path }) => path).filter(path => !known.has(path)),
    left,
  )
  await copy(built, { build, output, options })
  for (const old of gone) await output.remove(old.path)
  const artifacts = [...kept, ...fresh, ...built]
  const listed = new Set([...artifacts, ...gone].map(({ path }) => path))
  const strays = left.filter(path => !listed.has(path))
  for (const path of build.isWhole ? strays : []) await output.remove(path)
  await writeManifest(output, { tools: { ...(build.isWhole ? {} : before.tools), ...build.tools }, artifacts })
  await settle(output, build.isWhole ? [] : strays)
}

/** At a time: each waits for the disk to have it. */
const together = 16

async function copy(
  entries: readonly ManifestEntry[],
  { build, output, options }: Omit<Writing, 'before'>,
): Promise<void> {
  const shardOf = new Map(build.shards.flatMap(shard => shard.artifacts.map(({ path }) => [path, shard])))
  let done = 0
  const one = async (entry: ManifestEntry): Promise<void> => {
    const shard = shardOf.get(entry.path)
    if (!shard) throw new RangeError(`${entry.path} is of no shard`)
    await output.write(entry.path, await builtBytes(entry, shard))
    done += 1
    options.onProgress(done, entries.length, entry.path)
  }
  for (let at = 0; at < entries.length; at += together) await Promise.all(entries.slice(at, at + together).map(one))
}
