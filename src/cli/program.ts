/** The commands and their help. Each loads its own code only when it is called. */

import { resolve } from 'node:path'
import { Argument, Command, Option } from 'commander'
import { codes } from '../model/diagnostic.ts'
import { factsOf, kindNames } from '../model/record/kinds.ts'
import { inEnglish, said, type Tell } from '../model/said.ts'
import { english, messageLanguages, type Telling } from './messages.ts'
import {
  defaultJobs,
  encoding,
  fieldValue,
  formats,
  type GlobalOptions,
  languages,
  port,
  wholeNumber,
  year,
} from './options.ts'
import { addWorker, withQueue } from './queueing.ts'
import type { Setting } from './setting.ts'
import { addMerge, withShard } from './sharding.ts'
import { withSigning } from './signing.ts'
import { type Action, addDiff, addExplain, addVerify } from './telling-commands.ts'
import { openTerminal } from './terminal.ts'
import { withTimings } from './timings.ts'
import { versionOf } from './version.ts'
import { wrongUse } from './wrong-use.ts'

const version = versionOf()

type Run<O> = (setting: Setting, options: O, words: readonly string[]) => Promise<number>

/** @param done takes the exit code. */
export function program(done: (code: number) => void, told: Telling = english): Command {
  const { language, tell } = told
  const khabar = beginning(tell)
  const act =
    <O>(load: () => Promise<Run<O>>) =>
    async (...called: unknown[]): Promise<void> => {
      const command = called.at(-1)
      if (!(command instanceof Command)) throw new TypeError('commander hands the command over last')
      const globals = command.optsWithGlobals<GlobalOptions & O>()
      const setting = { root: resolve(globals.root), version, language, terminal: openTerminal(globals, tell) }
      done(await (await load())(setting, globals, command.args))
    }
  addCommands(khabar, act)
  inLanguage(khabar, tell)
  return khabar
}

function beginning(tell: Tell): Command {
  return new Command('khabar')
    .description('Press releases and annual cooperation reports from YAML records.')
    .version(version)
    .addOption(
      new Option('--root <dir>', 'the workspace: the folder that holds data/').default('.', 'the current folder'),
    )
    .addOption(
      new Option('--color [when]', 'colours').choices(['auto', 'always', 'never']).default('auto').preset('always'),
    )
    .option('--quiet', 'only mistakes and results', false)
    .addOption(
      new Option('--messages <language>', 'the language of what you are told; default: that of your system').choices(
        messageLanguages,
      ),
    )
    .configureHelp({ showGlobalOptions: true, sortOptions: false })
    .configureOutput({ outputError: (words, write) => write(`${tell(wrongUse(words))}\n`) })
    .showHelpAfterError(tell(said('(khabar --help tells more)')))
    .exitOverride()
    .addHelpText('after', examples)
}

/** Help is written in English above, each line the key to its translations. */
function inLanguage(command: Command, tell: Tell): void {
  if (tell === inEnglish) return
  const told = (words: string): string => tell({ sentence: words })
  command.description(told(command.description()))
  for (const each of [...command.options, ...command.registeredArguments]) each.description = told(each.description)
  for (const each of command.commands) inLanguage(each, tell)
}

function addCommands(khabar: Command, act: <O>(load: () => Promise<Run<O>>) => Action): void {
  const add = <O>(declare: (to: Command, action: Action) => void, load: () => Promise<Run<O>>): void =>
    declare(khabar, act(load))
  add(addCheck, async () => (await import('./commands/check.ts')).check)
  add(addBuild, async () => (await import('./commands/build.ts')).buildCommand)
  add(addMerge, async () => (await import('./commands/merge.ts')).mergeCommand)
  add(addBuildingFor, async () => (await import('./commands/worker.ts')).workerCommand)
  add(addSite, async () => (await import('./commands/site.ts')).siteCommand)
  add(addWatch, async () => (await import('./commands/watch.ts')).watchCommand)
  add(addInit, async () => (await import('./commands/init.ts')).init)
  add(addNew, async () => (await import('./commands/new.ts')).newCommand)
  add(addSchema, async () => (await import('./commands/schema.ts')).schema)
  add(addImport, async () => (await import('./commands/import.ts')).importCommand)
  add(addExport, async () => (await import('./commands/export.ts')).exportCommand)
  add(addDiff, async () => (await import('./commands/diff.ts')).diff)
  add(addExplain, async () => (await import('./commands/explain.ts')).explainCommand)
  add(addVerify, async () => (await import('./commands/verify.ts')).verifyCommand)
  add(addDoctor, async () => (await import('./commands/doctor.ts')).doctor)
}

function addCheck(khabar: Command, action: Action): void {
  khabar
    .command('check')
    .description('Look for mistakes in the records and templates; write nothing, but with --fix.')
    .argument('[paths...]', 'tell only of these files or folders')
    .addOption(new Option('--format <format>', 'how to tell').choices(formats).default('human'))
    .option('--strict', 'warnings fail as errors do', false)
    .option('--fix', 'mend what is certain: shows it, asks on a terminal, keeps every other byte', false)
    .addOption(
      new Option('--dry-run', 'show what --fix would change; write nothing').default(false).implies({ fix: true }),
    )
    .option('--yes', 'ask nothing', false)
    .addOption(
      new Option('--explain <code>', 'tell what a code means and how it is mended, and check nothing').choices(
        Object.keys(codes),
      ),
    )
    .action(action)
}

function addBuild(khabar: Command, action: Action): void {
  const command = khabar
    .command('build')
    .description('Make the press releases and reports that are new or have changed.')
    .argument('[paths...]', 'only artifacts that rest on these files or folders')
  withQueue(withTimings(withSigning(withBrowser(withShard(withSelection(command))))))
    .option('--force', 'make all anew, changed or not', false)
    .option('--dry-run', 'tell what would be made; write nothing', false)
    .option('--strict', 'warnings stop the build as errors do', false)
    .option('--release', 'leave out drafts, withheld and embargoed releases', false)
    .addOption(new Option('--format <format>', 'how to tell').choices(formats).default('human'))
    .action(action)
}

const addBuildingFor = (khabar: Command, action: Action): void => addWorker(khabar, action, withBrowser)

function addSite(khabar: Command, action: Action): void {
  const command = khabar
    .command('site')
    .description('Make the index of what has been built and is public: a page a language, feeds, a sitemap.')
    .option('--out <dir>', 'the output folder', 'output')
    .addOption(new Option('--lang <tags>', 'only in these languages, for example ru,en').argParser(languages))
    .addOption(new Option('--jobs <n>', 'how many pictures at a time').argParser(wholeNumber).default(defaultJobs))
  withBrowser(command)
    .addOption(new Option('--format <format>', 'how to tell').choices(['human', 'json']).default('human'))
    .action(action)
}

function addWatch(khabar: Command, action: Action): void {
  const command = khabar
    .command('watch')
    .description('Build at every save, and show the result in your browser as it changes.')
  withBrowser(withSelection(command))
    .addOption(
      new Option('--port <n>', 'where the preview listens; default: the first free one from 4321').argParser(port),
    )
    .action(action)
}

/** What to build, where to, how many at a time. */
const withSelection = (command: Command): Command =>
  command
    .addOption(
      new Option('--only <kind>', 'only releases, only reports, or only workbooks (no browser needed)').choices([
        'press',
        'report',
        'workbook',
      ]),
    )
    .addOption(new Option('--year <year>', 'only of this year').argParser(year))
    .option('--partner <id>', 'only with this partner')
    .addOption(new Option('--lang <tags>', 'only in these languages, for example ru,en').argParser(languages))
    .option('--out <dir>', 'where to', 'output')
    .addOption(new Option('--jobs <n>', 'how many documents at a time').argParser(wholeNumber).default(defaultJobs))

const withBrowser = (command: Command): Command =>
  command
    .addOption(new Option('--browser <path>', 'a browser of your own, or “system”'))
    .addOption(
      new Option('--sandbox <when>', 'the browser’s sandbox').choices(['require', 'auto', 'off']).default('auto'),
    )

const each = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

function addInit(khabar: Command, action: Action): void {
  khabar
    .command('init')
    .description('Begin the workspace of a society: asks on a terminal, else takes what you say.')
    .addArgument(new Argument('[dir]', 'where to').default('.', 'the current folder'))
    .addOption(new Option('--languages <tags>', 'of publication, the main one first: ru,ky').argParser(languages))
    .option('--country <code>', 'ISO 3166-1: KG')
    .option('--name <text>', 'full name, ru=…; repeat for each language', each)
    .option('--abbreviation <text>', 'as it is called after that, ru=…; repeat for each language', each)
    .option('--seat <text>', 'town, ru=…; repeat for each language', each)
    .option('--region <code>', 'ISO 3166-2 code of the region of the seat: KG-GB')
    .option('--time-zone <name>', 'default: that of the country, where it has one')
    .option('--currency <code>', 'ISO 4217: KGS')
    .option('--partner <name>', 'icrc, ifrc, or id=name of another; repeat for several', each)
    .option('--yes', 'ask nothing; what lacks in one language is taken from another', false)
    .addOption(
      new Option('--language <tags>', 'of a workspace that is there: put the words it lacks into templates/wording/')
        .argParser(languages)
        .conflicts(['languages', 'country', 'name', 'abbreviation', 'seat', 'region', 'currency', 'partner']),
    )
    .action(action)
}

function addNew(khabar: Command, action: Action): void {
  khabar
    .command('new')
    .description('Begin a record: asks on a terminal, else takes what you say.')
    .addArgument(
      new Argument('<kind>', 'what it is').choices(kindNames.filter(kind => factsOf(kind).folder !== undefined)),
    )
    .option('--date <day>', 'its day, YYYY-MM-DD')
    .option('--partner <id>', 'the partner, by id or name; repeat for several', each)
    .option('--title <text>', 'title or name, ru=…; repeat for each language', each)
    .option('--headline <text>', 'headline of its press release, ru=…; repeat for each language', each)
    .option('--set <field=value>', 'any field: place=uz-tk, release/lead/ru=…; repeat for several', each)
    .option('--from <id>', 'like this one, without the facts of its day')
    .option('--id <id>', 'name of the file; default: made of the day and the partner')
    .option('--yes', 'ask nothing', false)
    .action(action)
}

function addSchema(khabar: Command, action: Action): void {
  khabar
    .command('schema')
    .description('Write JSON Schemas, with which an editor completes and checks records.')
    .addArgument(new Argument('[dir]', 'where to').default('schemas'))
    .action(action)
}

function addImport(khabar: Command, action: Action): void {
  khabar
    .command('import')
    .description('Make activities of the rows of spreadsheets, or change those that are there; see docs/import.md.')
    .argument('<files...>', '.xlsx or .csv: filled by hand, exported by IFRC GO, HDX or KoBo, or by khabar export')
    .option('--dry-run', 'show what would change; write nothing', false)
    .option('--skip-bad', 'leave out the rows that are in error, and import the others', false)
    .option('--mapping <file>', 'a YAML file that says what the columns and words of the table mean')
    .addOption(
      new Option('--set <field=value>', 'for all rows that do not tell it; may be given several times')
        .argParser(fieldValue)
        .default({}, 'none'),
    )
    .option('--sheet <name>', 'only this sheet')
    .option('--language <tag>', 'of the texts in the table; default: the main language of the society')
    .addOption(new Option('--dates <order>', 'what comes first in 04/05/2022').choices(['day-first', 'month-first']))
    .addOption(
      new Option('--encoding <name>', 'of a CSV file, for example windows-1251; default: found out').argParser(
        encoding,
      ),
    )
    .addOption(new Option('--format <format>', 'how to tell').choices(['human', 'json']).default('human'))
    .action(action)
}

function addExport(khabar: Command, action: Action): void {
  khabar
    .command('export')
    .description('Write the activities as a table that khabar import takes back.')
    .option('--out <file>', 'where to; default: activities.xlsx or activities.csv')
    .addOption(new Option('--format <format>', 'of the table').choices(['xlsx', 'csv']).default('xlsx'))
    .option('--language <tag>', 'of headers and names; default: the main language of the society')
    .addOption(new Option('--year <year>', 'only activities that begin in it').argParser(year))
    .option('--template', 'headers alone, to be filled', false)
    .option('--force', 'write over a file that is there', false)
    .option('--json', 'tell as one JSON object', false)
    .action(action)
}

function addDoctor(khabar: Command, action: Action): void {
  withBrowser(khabar.command('doctor').description('Look at this machine: what works, what does not, what to do.'))
    .addOption(new Option('--out <dir>', 'the output folder to look at').default('output'))
    .addOption(new Option('--format <format>', 'how to tell').choices(['human', 'json']).default('human'))
    .action(action)
}

const examples = `
Examples:
  $ khabar check                                  look for mistakes
  $ khabar build                                  make what has changed into output/
  $ khabar build data/meetings/2022/2022-08-15-icrc.yaml --lang ru
  $ khabar build --release && khabar site         what is fit to publish, and an index of it
  $ khabar build --shard 1/4 --out shards/1       a quarter of it; khabar merge shards/* puts all together
  $ khabar watch                                  build at every save, look at it in your browser
  $ khabar build --only report --year 2022 --partner icrc
  $ khabar export --template                      a table to fill
  $ khabar import activities.xlsx --dry-run       what would become of it
  $ khabar diff main                              which figures and texts differ from a git revision
  $ khabar explain reports/2022/icrc-2022.en.xlsx#Budget!F7

Exit codes: 0 done · 1 mistakes in data or templates · 2 wrong use, or this machine cannot · 70 a bug · 130 broken off`
