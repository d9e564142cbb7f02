/** How a build is asked for a part of it, and how parts are put together; see docs/scale.md. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { inEnglish, type Said, said } from '../model/said.ts'
import type { Shard } from '../pipeline/shard/mark.ts'
import type { Action } from './telling-commands.ts'

export const withShard = (command: Command): Command =>
  command.addOption(
    new Option(
      '--shard <i/n>',
      'only this part of it, for n machines: 1/4 to 4/4; khabar merge puts them together',
    ).argParser(shard),
  )

export function addMerge(khabar: Command, action: Action): void {
  khabar
    .command('merge')
    .description('Put the shards of a build together: the same folder that one machine would have made.')
    .argument('<dirs...>', 'a folder of each shard, in any order')
    .option('--out <dir>', 'where to', 'output')
    .option('--dry-run', 'tell what would be merged; write nothing', false)
    .addOption(new Option('--format <format>', 'how to tell').choices(['human', 'json']).default('human'))
    .action(action)
}

function shard(text: string): Shard {
  const [, first = '', last = ''] = /^([0-9]{1,4})\/([0-9]{1,4})$/.exec(text) ?? []
  const [part, of] = [Number(first), Number(last)]
  if (part < 1 || of < 1) throw refused(said('It takes which part of how many, for example 1/4 to 4/4.'))
  if (part > of) throw refused(said('Parts count from 1, and the last of four is 4/4.'))
  return { part, of }
}

/** Told in the language of the reader where commander's own words are (`wrong-use.ts`). */
const refused = (why: Said): InvalidArgumentError => new InvalidArgumentError(inEnglish(why))
