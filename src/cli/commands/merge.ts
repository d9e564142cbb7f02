/** khabar merge: the shards of a build, put together to the output folder that one machine would have made. */
import { existsSync, realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import { lockOutput } from '../../pipeline/disk/lock.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { openShardFolder } from '../../pipeline/disk/shard-folder.ts'
import { merge } from '../../pipeline/merge/merge.ts'
import type { Artifact } from '../../pipeline/request.ts'
import { closeOnSignal, once } from '../close-on-signal.ts'
import { outputBelow } from '../options.ts'
import { print, summaryOf } from '../reporting.ts'
import type { Setting } from '../setting.ts'

export interface MergeWords {
  readonly out: string
  readonly dryRun: boolean
  readonly format: 'human' | 'json'
}

export async function mergeCommand(setting: Setting, words: MergeWords, names: readonly string[]): Promise<number> {
  const { root, terminal } = setting
  const folder = outputBelow(root, words.out)
  const shards = names.map(name => openShardFolder(shardAt(name, root, folder), name))
  const output = openOutput(folder)
  const locking = words.dryRun ? undefined : lockOutput(folder)
  const close = once(async () => {
    await output.stop()
    await (await locking?.catch(() => undefined))?.release()
  })
  const stopListening = closeOnSignal(close)
  try {
    await locking
    const artifacts = await merge(shards, output, {
      dryRun: words.dryRun,
      onProgress: (done, total, path) => terminal.progress(said('Merging'), done, total, path),
    })
    tell(artifacts, words, setting, folder)
    return 0
  } finally {
    await close()
    stopListening()
  }
}

/** As the person wrote it, from the root or from where they are; never the one that is written into. */
function shardAt(name: string, root: string, output: string): string {
  const folder = [resolve(root, name), resolve(name)].find(each => existsSync(each))
  if (folder === undefined)
    throw new EnvironmentFault(
      said('There is no folder {name}.', { name }),
      said('Name the folders that khabar build --shard has made: khabar merge DIR DIR.'),
    )
  if (existsSync(output) && realpathSync(folder) === realpathSync(output))
    throw new EnvironmentFault(
      said('{name} is the output folder itself: what is merged would take its place.', { name }),
      said('Merge into a folder of its own: --out DIR.'),
    )
  return folder
}

function tell(artifacts: readonly Artifact[], words: MergeWords, setting: Setting, folder: string): void {
  const summary = summaryOf([], artifacts)
  print([], words, setting, { artifacts, summary })
  if (words.format === 'json') return
  const { terminal } = setting
  if (words.dryRun) for (const each of artifacts) terminal.result(`${each.status} ${each.path}`)
  const { built, unchanged, removed } = summary
  const counts = { built, unchanged, removed, place: relative(process.cwd(), folder) || '.' }
  terminal.say(
    words.dryRun
      ? said('{built} would be merged, {unchanged} unchanged, {removed} removed in {place}/', counts)
      : said('{built} merged, {unchanged} unchanged, {removed} removed in {place}/', counts),
  )
}
