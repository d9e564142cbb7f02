/** One build on several machines, as somebody runs it: khabar build --shard and khabar merge, with a browser. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import type { BuildOptions } from '../../src/pipeline/request.ts'
import { createRenderer } from '../../src/render/renderer.ts'
import { openSigner } from '../../src/sign/signer.ts'
import { Keys } from '../sign/keys.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { khabar } from '../support/khabar.ts'
import { everything, templates } from '../support/two-builds.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-cli-shards-'))
const at = (...path: readonly string[]): string => join(folder, ...path)
/** Three records, releases and reports of one year, in two languages. */
beforeAll(() => layOutCase('_base', folder))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...words: readonly string[]) => khabar(words, { cwd: folder })

function treeOf(name: string): Readonly<Record<string, string>> {
  const entries = existsSync(at(name)) ? readdirSync(at(name), { recursive: true, withFileTypes: true }) : []
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(files.toSorted().map(file => [file.slice(at(name).length), readFileSync(file, 'latin1')]))
}

describe('what several machines make', () => {
  const renderer = createRenderer({ version: 'x', sandbox: 'auto', tabs: 2, environment: process.env })
  afterAll(() => renderer.close())
  const into = (out: string, options: Partial<BuildOptions> = {}, signer?: Awaited<ReturnType<typeof openSigner>>) =>
    build(
      {
        workspace: openWorkspace(folder, templates),
        output: openOutput(at(out)),
        renderer,
        memo: openMemo(at('.khabar'), 'this code'),
        ...(signer && { signer }),
      },
      { ...everything, ...options },
    )
  const merged = async (of: number, out: string): Promise<void> => {
    const names = Array.from({ length: of }, (_, index) => `${out}-parts/${index + 1}`)
    const { code, stderr } = await run('merge', ...names.toReversed(), '--out', `${out}-merged`)
    expect(code, stderr).toBe(0)
  }

  test('is what one makes, byte for byte: PDFs, workbooks, pages, manifest and checksums', async () => {
    const options = { selection: { paths: [], languages: ['en'] } }
    await into('one', options)
    for (const part of [1, 2, 3]) await into(`one-parts/${part}`, { ...options, shard: { part, of: 3 } })
    await merged(3, 'one')
    const whole = treeOf('one')
    for (const ending of ['pdf', 'xlsx', 'html', 'txt', 'json', 'SHA256SUMS'])
      expect(Object.keys(whole).filter(path => path.endsWith(ending))).not.toEqual([])
    expect(treeOf('one-merged')).toEqual(whole)
    const { artifacts } = await into('one-merged', options)
    expect(
      artifacts.filter(({ status }) => status !== 'unchanged'),
      'a build there has nothing to do',
    ).toEqual([])
    const verified = await run('verify', 'one-merged')
    expect(verified.code, verified.stdout).toBe(0)
  })

  test('signed, with one clock and a key that signs alike: the same', async context => {
    mkdirSync(at('keys'))
    const keys = new Keys(at('keys'), context)
    const made = keys.make('rsa')
    const asOf = new Date(Date.now() + 3_600_000).toISOString()
    const options = { asOf, selection: { paths: [], only: 'press' } } as const
    const signer = await openSigner({ by: { pkcs12: keys.pack(made, 'secret'), passphrase: 'secret' }, at: asOf })
    await into('signed', options, signer)
    for (const part of [1, 2]) await into(`signed-parts/${part}`, { ...options, shard: { part, of: 2 } }, signer)
    await merged(2, 'signed')
    signer.close()
    expect(treeOf('signed')['/manifest.json']).toContain('"signedBy"')
    expect(treeOf('signed-merged')).toEqual(treeOf('signed'))
    await into('signed-parts/unsigned', { ...options, shard: { part: 2, of: 2 } })
    const refused = await run('merge', 'signed-parts/1', 'signed-parts/unsigned', '--out', 'signed-merged')
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('are not of the same build') })
  })
})

describe('the words', () => {
  test.each([
    ['0/3', 'It takes which part of how many, for example 1/4 to 4/4.'],
    ['1/0', 'It takes which part of how many, for example 1/4 to 4/4.'],
    ['a/b', 'It takes which part of how many, for example 1/4 to 4/4.'],
    ['4/3', 'Parts count from 1, and the last of four is 4/4.'],
  ])('--shard %s is wrong use, and it is said what is right', async (word, told) => {
    const { code, stderr } = await run('build', `--shard=${word}`)
    expect(code).toBe(2)
    expect(stderr).toContain(`error: option '--shard <i/n>' argument '${word}' is invalid. ${told}\n`)
  })

  test('merge without a folder, or into one of its own, is wrong use', async () => {
    expect(await run('merge')).toMatchObject({ code: 2, stderr: expect.stringContaining("argument 'dirs'") })
    expect(await run('merge', 'nowhere')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no folder nowhere'),
    })
    mkdirSync(at('mine'))
    expect(await run('merge', 'mine', '--out', './mine/')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('mine is the output folder itself'),
    })
    expect(await run('merge', 'mine', '--out', 'data/x')).toMatchObject({ code: 2 })
  })

  test('help tells of both, in the language of the reader', async () => {
    expect((await run('build', '--help')).stdout).toMatch(/--shard <i\/n> +only this part of it/)
    expect((await run('merge', '--help')).stdout).toMatch(/dirs +a folder of each shard, in any order/)
    expect((await run('merge', '--help', '--messages', 'ru')).stdout).toContain('папка каждой части, в любом порядке')
  })
})

const workbooks = ['build', '--only', 'workbook', '--jobs', '1', '--out']
const preload = new URL('../support/kill-at-write.ts', import.meta.url).href
const intoKilled = ['merge', 'books-parts/1', 'books-parts/2', '--out', 'killed'] as const
/** SHA256SUMS and the manifest are the last two files. */
const files = (): number => Object.keys(treeOf('books')).length

describe('books of two machines', () => {
  beforeAll(async () => {
    for (const words of [['books'], ['books-parts/1', '--shard', '1/2'], ['books-parts/2', '--shard', '2/2']]) {
      const { code, stderr } = await run(...workbooks, ...words)
      expect(code, stderr).toBe(0)
    }
  })

  test.each([
    ['the list of what is begun', 'halfway', (): number => 1],
    ['the first workbook', 'halfway', (): number => 2],
    ['the second workbook', 'written', (): number => 3],
    ['the checksums', 'renamed', (): number => files()],
    ['the manifest', 'written', (): number => files() + 1],
  ] as const)(
    'killed while it writes %s: nothing is half there, and the next one does the rest',
    async (_, moment, nth) => {
      rmSync(at('killed'), { recursive: true, force: true })
      const env = { NODE_OPTIONS: `--import ${preload}`, KILL_BELOW: 'killed', KILL_AT: `${nth()}:${moment}` }
      const killed = await khabar(intoKilled, { cwd: folder, env })
      expect(killed.code).not.toBe(0)
      const whole = treeOf('books')
      for (const [path, bytes] of Object.entries(treeOf('killed')))
        if (path.endsWith('.xlsx')) expect(bytes).toBe(whole[path])
      const again = await run(...intoKilled)
      expect(again.code, again.stderr).toBe(0)
      expect(treeOf('killed')).toEqual(whole)
    },
  )

  test('tells as a build does: words, JSON of the same shape, and a dry run that writes nothing', async () => {
    const built = JSON.parse((await run(...workbooks, 'books', '--format', 'json')).stdout)
    const dry = await run('merge', 'books-parts/2', 'books-parts/1', '--out', 'told', '--dry-run', '--format', 'json')
    expect(existsSync(at('told'))).toBe(false)
    const done = await run('merge', 'books-parts/2', 'books-parts/1', '--out', 'told', '--format', 'json')
    expect(JSON.parse(done.stdout)).toEqual(JSON.parse(dry.stdout))
    const as = (status: string) => built.artifacts.map((each: object) => ({ ...each, status }))
    const { artifacts, diagnostics, summary } = JSON.parse(done.stdout)
    expect({ artifacts, diagnostics }).toEqual({ artifacts: as('built'), diagnostics: [] })
    expect(summary).toEqual({ errors: 0, warnings: 0, built: artifacts.length, unchanged: 0, removed: 0 })
    const again = await run('merge', 'books-parts/1', 'books-parts/2', '--out', 'told')
    expect(again).toMatchObject({ code: 0, stdout: '' })
    expect(again.stderr).toBe(`0 merged, ${artifacts.length} unchanged, 0 removed in told/\n`)
  })

  test('what is refused exits with 2, says how to mend it, and writes nothing', async () => {
    const lacking = await run('merge', 'books-parts/1', '--out', 'refused')
    expect(lacking.code).toBe(2)
    expect(lacking.stderr).toBe(
      'khabar: Shards are missing: 2/2.\n        Name their folders too, or build them: khabar build --shard 2/2 --out DIR.\n',
    )
    expect(existsSync(at('refused'))).toBe(false)
    const other = await run(...workbooks, 'books-parts/1', '--shard', '2/2')
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('holds shard 1/2; shard 2/2 would take') })
    expect(other.stderr).toContain('--out shards/2-of-2')
  })

  test('who else is at work in the folder is not disturbed', async () => {
    mkdirSync(at('locked'))
    writeFileSync(at('locked/.khabar-lock'), '')
    const { code, stderr } = await run('merge', 'books-parts/1', 'books-parts/2', '--out', 'locked')
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('Another build is at work') })
  })
})
