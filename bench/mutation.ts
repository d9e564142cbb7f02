/**
 * `npm run mutation -- ROOM [FILES]`: breaks the code of a room in each way that StrykerJS knows and counts what no quick
 * test notices; lands in bench/RESULTS.md. Survivors are listed. Incremental: what was tried before, and neither the code
 * nor its tests changed since, is not tried again (`--force` tries all). FILES, a glob, tries a part and lands nothing.
 * `--concurrency 1` leaves the machine to others.
 */
import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { isRoom, type Room, rooms } from './mutation/rooms.ts'
import { landRow } from './results.ts'

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean' }, concurrency: { type: 'string', default: '2' } },
})
const [room, files] = positionals
if (!isRoom(room)) {
  console.error(`npm run mutation -- ${rooms.join('|')} [FILES] [--force] [--concurrency N]`)
  process.exit(2)
}

const asked =
  'Mutants of each room, asked of the quick tests nearest to it; string literals, and what is worked out once while a file loads (static), are left out; minutes are of the last run, which tries only what is new'
const started = Date.now()
// The tests of the room are chosen where vitest is configured, in other processes.
process.env['KHABAR_ROOM'] = room
const mutants = await mutate(room, files ?? `src/${room}/**/*.ts`)
const count = (...statuses: readonly Mutant['status'][]): number =>
  mutants.filter(({ status }) => statuses.includes(status)).length

for (const mutant of mutants) {
  if (mutant.status === 'Survived' || mutant.status === 'NoCoverage') console.log(told(mutant))
}
const row = {
  room,
  ...figures(),
  minutes: (Date.now() - started) / 60_000,
  date: new Date(started).toISOString().slice(0, 10),
  commit: commit(),
}
console.log(row)
if (files === undefined) landRow('Mutation testing', asked, row)

function mutate(name: Room, glob: string): Promise<readonly Mutant[]> {
  const stryker = new Stryker({
    mutate: [glob],
    // Words are no logic: keys that matter are held by types and by what is printed.
    mutator: { excludedMutations: ['StringLiteral'] },
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'bench/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    // What is worked out once, while a file loads, would take a new process and every test of the room for each mutant.
    ignoreStatic: true,
    concurrency: Math.min(Number(values.concurrency), availableParallelism()),
    timeoutMS: 20_000,
    incremental: true,
    incrementalFile: `.stryker/${name}.json`,
    force: values.force ?? false,
    tempDirName: '.stryker/tmp',
    ignorePatterns: ['output', 'dist'],
    // There is none of that name: Stryker would rewrite it by way of an API that TypeScript 7 does not have.
    tsconfigFile: 'tsconfig.mutation.json',
    reporters: ['progress'],
    allowEmpty: true,
  })
  return stryker.runMutationTest()
}

function figures() {
  const killed = count('Killed', 'Timeout')
  const survived = count('Survived')
  const uncovered = count('NoCoverage')
  const score = `${((100 * killed) / Math.max(1, killed + survived + uncovered)).toFixed(1)} %`
  return {
    score,
    killed,
    survived,
    'no coverage': uncovered,
    static: mutants.filter(({ statusReason }) => statusReason?.includes('tatic')).length,
  }
}

/** As an editor opens it, and what was put in place of what. */
function told({ fileName, location, mutatorName, replacement, status }: Mutant): string {
  const { line, column } = location.start
  const place = `${relative(process.cwd(), fileName)}:${line}:${column}`
  const shown = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 100)
  return `${place} ${status === 'NoCoverage' ? 'not reached' : 'survived'}: ${mutatorName} ${shown}`
}

function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
}
