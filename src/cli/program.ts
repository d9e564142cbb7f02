/** The commands and their help. Each loads its own code only when it is called. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Argument, Command, Option } from 'commander'
import { defaultJobs, type GlobalOptions, languages, port, wholeNumber, year } from './options.ts'
import type { Setting } from './setting.ts'
import { openTerminal } from './terminal.ts'

/** As package.json has it, two folders up from here in the source and in the package alike. */
const version =
  /"version": "([^"]+)"/.exec(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))?.[1] ?? ''

type Run<O> = (setting: Setting, options: O, words: readonly string[]) => Promise<number>

/** @param done takes the exit code. */
export function program(done: (code: number) => void): Command {
  const khabar = new Command('khabar')
    .description('Press releases and annual cooperation reports from YAML records.')
    .version(version)
    .addOption(
      new Option('--root <dir>', 'the workspace: the folder that holds data/').default('.', 'the current folder'),
    )
    .addOption(
      new Option('--color [when]', 'colours').choices(['auto', 'always', 'never']).default('auto').preset('always'),
    )
    .option('--quiet', 'only mistakes and results', false)
    .configureHelp({ showGlobalOptions: true, sortOptions: false })
    .showHelpAfterError('(khabar --help tells more)')
    .exitOverride()
    .addHelpText('after', examples)
  const act =
    <O>(load: () => Promise<Run<O>>) =>
    async (...called: unknown[]): Promise<void> => {
      const command = called.at(-1)
      if (!(command instanceof Command)) throw new TypeError('commander hands the command over last')
      const globals = command.optsWithGlobals<GlobalOptions & O>()
      const setting = { root: resolve(globals.root), version, terminal: openTerminal(globals) }
      done(await (await load())(setting, globals, command.args))
    }
  addCheck(
    khabar,
    act(async () => (await import('./commands/check.ts')).check),
  )
  addBuild(
    khabar,
    act(async () => (await import('./commands/build.ts')).buildCommand),
  )
  addWatch(
    khabar,
    act(async () => (await import('./commands/watch.ts')).watchCommand),
  )
  addSchema(
    khabar,
    act(async () => (await import('./commands/schema.ts')).schema),
  )
  addDoctor(
    khabar,
    act(async () => (await import('./commands/doctor.ts')).doctor),
  )
  return khabar
}

type Action = (...called: unknown[]) => Promise<void>

function addCheck(khabar: Command, action: Action): void {
  khabar
    .command('check')
    .description('Look for mistakes in the records and templates; write nothing.')
    .argument('[paths...]', 'tell only of these files or folders')
    .addOption(
      new Option('--format <format>', 'how to tell')
        .choices(['human', 'concise', 'json', 'github', 'sarif'])
        .default('human'),
    )
    .option('--strict', 'warnings fail as errors do', false)
    .action(action)
}

function addBuild(khabar: Command, action: Action): void {
  const command = khabar
    .command('build')
    .description('Make the press releases and reports that are new or have changed.')
    .argument('[paths...]', 'only artifacts that rest on these files or folders')
  withBrowser(withSelection(command))
    .option('--force', 'make all anew, changed or not', false)
    .option('--dry-run', 'tell what would be made; write nothing', false)
    .option('--strict', 'warnings stop the build as errors do', false)
    .option('--release', 'leave out drafts, withheld and embargoed releases', false)
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

function addSchema(khabar: Command, action: Action): void {
  khabar
    .command('schema')
    .description('Write JSON Schemas, with which an editor completes and checks records.')
    .addArgument(new Argument('[dir]', 'where to').default('schemas'))
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
  $ khabar watch                                  build at every save, look at it in your browser
  $ khabar build --only report --year 2022 --partner icrc

Exit codes: 0 done · 1 mistakes in data or templates · 2 wrong use, or this machine cannot · 70 a bug`
