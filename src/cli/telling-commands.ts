/** Commands that tell of what there is, and make nothing: how they are called. */
import { Argument, type Command, Option } from 'commander'

export type Action = (...called: unknown[]) => Promise<void>

export function addVerify(khabar: Command, action: Action): void {
  khabar
    .command('verify')
    .description('Tell whether an output folder is as it was built, and its PDFs what they claim to be.')
    .addArgument(new Argument('[dir]', 'which').default('output'))
    .addOption(new Option('--format <format>', 'how to tell').choices(['human', 'json']).default('human'))
    .action(action)
}

export function addDiff(khabar: Command, action: Action): void {
  khabar
    .command('diff')
    .description('Tell which figures, texts and artifacts differ between two revisions or two output folders.')
    .argument('<a>', 'a git revision (main, HEAD~1, a tag), or an output folder')
    .argument('[b]', 'what it is compared with; default: the files as they are now')
    .addOption(new Option('--format <format>', 'how to tell').choices(['human', 'json', 'markdown']).default('human'))
    .option('--exit-code', 'exit with 1 where something differs', false)
    .action(action)
}

export function addExplain(khabar: Command, action: Action): void {
  khabar
    .command('explain')
    .description('Tell which records, files and lines an artifact or a figure comes from, or where a record goes.')
    .argument('<what>', 'an artifact, a figure (reports/2022/icrc-2022.en.xlsx#Budget!F7), or a record by id or file')
    .option('--out <dir>', 'the output folder, to tell whether it is of other records', 'output')
    .addOption(new Option('--format <format>', 'how to tell').choices(['human', 'json']).default('human'))
    .action(action)
}
