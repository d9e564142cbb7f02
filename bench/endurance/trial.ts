/** A small workspace in four states, what a clean build makes of each, and the command line as a child. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { layOutCase } from '../../test/support/case-workspace.ts'

const program = join(import.meta.dirname, '../../src/cli/bin.ts')

/** Path below the output folder -> SHA-256. */
export type Artifacts = ReadonlyMap<string, string>

export interface Trial {
  readonly root: string
  readonly out: string
  /** Temporary files of the builds: what is started on its behalf has this in its command line. */
  readonly temporary: string
  /** Of each state, made from nothing. */
  readonly clean: readonly Artifacts[]
  /** What such a build takes here and now. */
  readonly usualMs: number
  /** Edits the records. */
  become(state: number): void
  start(): ChildProcess
  build(): Promise<number | null>
  end(): void
}

const states = 4

export async function openTrial(): Promise<Trial> {
  const top = mkdtempSync(join(tmpdir(), 'khabar-endurance-'))
  const [root, out, temporary] = ['workspace', 'out', 'tmp'].map(name => join(top, name)) as [string, string, string]
  for (const folder of [root, temporary]) mkdirSync(folder)
  await layOutCase('_base', root)
  inOneLanguage(join(root, 'data'))
  const meetings = join(root, 'data/meetings/2022')
  const first = readFileSync(join(meetings, '2022-08-15-icrc.yaml'), 'utf8')
  /** Each state has another text; every other one another second meeting, so that artifacts come and go. */
  const become = (state: number): void => {
    const text = first.replace('Общество приняло партнёров', `Общество приняло партнёров в ${state + 1}-й раз`)
    for (const name of readdirSync(meetings)) rmSync(join(meetings, name))
    writeFileSync(join(meetings, '2022-08-15-icrc.yaml'), text)
    writeFileSync(
      join(meetings, `2022-09-2${state % 2}-icrc.yaml`),
      text.replace('2022-08-15', `2022-09-2${state % 2}`),
    )
  }
  const start = (folder = out): ChildProcess =>
    spawn(process.execPath, [program, 'build', '--root', root, '--out', folder], {
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: temporary },
    })
  const clean: Artifacts[] = []
  const began = performance.now()
  for (let state = 0; state < states; state += 1) {
    become(state)
    const folder = join(top, `clean-${state}`)
    const code = await ended(start(folder))
    if (code !== 0) throw new Error(`a clean build ended with ${code}`)
    clean.push(artifactsIn(folder))
  }
  return {
    root,
    out,
    temporary,
    clean,
    usualMs: (performance.now() - began) / states,
    become,
    start: () => start(),
    build: () => ended(start()),
    end: () => rmSync(top, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Half the work, so that twice the faults fit into a minute. */
/** The base of the cases, in Russian alone: half of the artifacts. */
export function inOneLanguage(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!path.endsWith('.yaml')) continue
    const text = readFileSync(path, 'utf8').replace('[ru, en]', '[ru]')
    writeFileSync(path, text.replace(/, en: [^}]*(?=\})|^\s+en: .*\n/gm, ''))
  }
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise(resolve => child.once('close', resolve))

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Everything that lies there, hidden files too. */
export function artifactsIn(folder: string): Artifacts {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = entries.map(entry => join(entry.parentPath, entry.name)).toSorted()
  return new Map(paths.map(path => [relative(folder, path), sha256(readFileSync(path))]))
}

/** What differs from a clean build, as lines. */
export function differences(found: Artifacts, clean: Artifacts): readonly string[] {
  const paths = new Set([...found.keys(), ...clean.keys()])
  return [...paths].flatMap(path => {
    if (found.get(path) === clean.get(path)) return []
    return [`${path} ${found.has(path) ? (clean.has(path) ? 'differs' : 'is too many') : 'is missing'}`]
  })
}
