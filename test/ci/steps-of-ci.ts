/** Each command that CI is given is run as it stands, in a clean workspace, with the package as it is installed. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Keys } from '../sign/keys.ts'
import { type Bench, drafts, emptyFolder, filesIn, jobsOf, openBench, passes } from './bench.ts'
import { stepsOfAction, stepsOfGitlab, stepsOfWorkflow, workflows } from './pipelines.ts'
import { recipe } from './recipe.ts'
import { runStep } from './runner.ts'

const repository = join(import.meta.dirname, '../..')
const template = 'templates/workspace/ci/github.yml'

/** @param installed tells, once the tests run, where the package lies */
export function stepsOfCi(installed: () => string): void {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench(installed())
  })
  afterAll(() => rm(bench.folder, { recursive: true, force: true }))
  const opened = (): Bench => bench

  testTheAction(opened)
  testWorkflows(opened)
  testReleases(opened)
  testGitlab(opened)
  testTheRecipe(opened)
  testTheSource(opened)
  testMistakes(opened)
}

/** Where the action puts what it makes. */
const madeBy = ({ folder }: Bench, name: string): string => join(folder, 'temp', name, 'khabar')
const summaryOf = ({ folder }: Bench, name: string): Promise<string> =>
  readFile(join(folder, 'temp', name, 'GITHUB_STEP_SUMMARY'), 'utf8')

function testTheAction(bench: () => Bench): void {
  test('the action: from records to what is kept', async () => {
    const { installed, workspace, others } = bench()
    const runner = await bench().runner('action', { GITHUB_ACTION_PATH: installed })
    for (const step of stepsOfAction()) await passes(step, runner)
    const made = madeBy(bench(), 'action')
    expect(await filesIn(join(made, 'held-back'))).toEqual(await drafts(workspace))
    expect(await drafts(workspace)).toContain('press/2022/volunteer-drill.ru.pdf')
    const published = await filesIn(join(made, 'public'))
    expect(published.filter(path => path.includes('volunteer-drill'))).toEqual([])
    expect(published).toContain('press/2022/2022-08-15-icrc.ru.pdf')
    const summary = await summaryOf(bench(), 'action')
    expect(summary).toMatch(/## Mistakes\n\n(No mistakes found\.|```)/)
    expect(summary).toMatch(/\n\d+ built, 0 unchanged, 0 removed\.\n\n- built `press\/2022\//)
    expect(summary).toMatch(/\n\d+ files are held back/)
    // What the second revision changes, and nothing else.
    expect(summary).toMatch(
      /## What changed\n\n### What changes from `[0-9a-f]{10}` to the working tree\n\n1 record, 0 figures, /,
    )
    expect(summary).toContain('`release/status`: approved → draft')
    expect(await others.comment()).toBe(`<!-- khabar -->\n${await readFile(join(made, 'changes.md'), 'utf8')}`)
    expect(await others.asked()).toContainEqual(
      expect.stringMatching(/^gh api --silent --method POST .*\/issues\/7\/comments /),
    )
    const sums = execFileSync('sha256sum', ['--check', '--ignore-missing', 'SHA256SUMS'], { cwd: join(made, 'assets') })
    expect(String(sums)).toBe('press.tar.gz: OK\nreports.tar.gz: OK\n')
  })

  test('the action again: nothing is built twice, and its comment is rewritten', async () => {
    const { installed, others } = bench()
    const runner = await bench().runner('again', { GITHUB_ACTION_PATH: installed, COMMENT: '41\n42' })
    for (const step of stepsOfAction()) await passes(step, runner)
    expect(await summaryOf(bench(), 'again')).toMatch(/\n0 built, \d+ unchanged, 0 removed\.\n/)
    expect((await others.asked()).at(-1)).toMatch(/^gh api --silent --method PATCH .*\/issues\/comments\/41 /)
    const [first, second] = ['action', 'again'].map(name => join(madeBy(bench(), name), 'assets/press.tar.gz'))
    expect(await readFile(second ?? '')).toEqual(await readFile(first ?? ''))
  })

  test('the action signs where it is given a key: what may be published, and a run without one leaves it so', async context => {
    const { installed, folder } = bench()
    const keys = new Keys(folder, context)
    const pkcs12 = keys.pack(keys.make('p256'), 'secret')
    const given = {
      'inputs.sign': (await readFile(pkcs12)).toString('base64'),
      'inputs.sign-passphrase': 'secret',
    }
    const temp = await emptyFolder(join(folder, 'for-keys'))
    const runner = await bench().runner('signed', { GITHUB_ACTION_PATH: installed, TMPDIR: temp })
    for (const step of stepsOfAction())
      await passes(step, { ...runner, expressions: { ...runner.expressions, ...given } })
    const isSigned = async (path: string): Promise<boolean> =>
      (await readFile(path, 'latin1')).includes('/ETSI.CAdES.detached')
    const release = join(madeBy(bench(), 'signed'), 'public/press/2022/2022-08-15-icrc.ru.pdf')
    expect(await isSigned(release)).toBe(true)
    expect(await isSigned(join(madeBy(bench(), 'signed'), 'held-back/press/2022/volunteer-drill.ru.pdf'))).toBe(false)
    expect(
      (await filesIn(temp)).filter(path => path.startsWith('tmp.')),
      'no key lies about',
    ).toEqual([])

    const without = await bench().runner('left-signed', { GITHUB_ACTION_PATH: installed })
    for (const step of stepsOfAction()) await passes(step, without)
    expect(await summaryOf(bench(), 'left-signed')).toMatch(/\n0 built, \d+ unchanged, 0 removed\.\n/)
    expect(await isSigned(release.replace('temp/signed', 'temp/left-signed'))).toBe(true)
  })
}

/** The records that a workflow may name are those of a release with this version. */
async function withVersion(at: string): Promise<string> {
  await emptyFolder(at)
  await cp(join(repository, 'package.json'), join(at, 'package.json'))
  return (JSON.parse(await readFile(join(at, 'package.json'), 'utf8')) as { version: string }).version
}

function testWorkflows(bench: () => Bench): void {
  test.for([...workflows])('%s', async path => {
    const name = path.replaceAll('/', '-')
    const at = join(bench().folder, name)
    const version = await withVersion(at)
    const env = {
      GITHUB_REF_NAME: `v${version}`,
      ...assetsOf(bench(), path),
    }
    for (const job of jobsOf(stepsOfWorkflow(path))) {
      await rm(join(at, 'assets'), { recursive: true, force: true })
      const runner = await bench().runner(name, env, at)
      for (const step of job) await passes(step, runner)
    }
  })

  test('a tag that is not the version stops a release', async () => {
    const step = stepsOfWorkflow('.github/workflows/release.yml').find(each => each.run.includes('package.json'))
    if (!step) throw new Error('no step compares them')
    const at = join(bench().folder, 'other-tag')
    await withVersion(at)
    const ran = await runStep(step, await bench().runner('other-tag', { GITHUB_REF_NAME: 'v99.0.0' }, at))
    expect(ran.code).not.toBe(0)
  })
}

/** A release of a society has what the action made; one of Khabar its package. */
const assetsOf = (bench: Bench, path: string): Readonly<Record<string, string>> =>
  path === template ? { ASSETS: join(madeBy(bench, 'action'), 'assets') } : {}

function testReleases(bench: () => Bench): void {
  test.for([template, '.github/workflows/release.yml'])('%s signs where there is a key', async path => {
    const at = await emptyFolder(join(bench().folder, `signed-${path.replaceAll('/', '-')}`))
    const home = await emptyFolder(join(bench().folder, `gpg-${at.length}`))
    const env = { ...process.env, GNUPGHOME: home }
    const gpg = (...words: readonly string[]): string =>
      execFileSync('gpg', ['--batch', '--yes', '--quiet', ...words], {
        cwd: at,
        encoding: 'utf8',
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    const secret = ['--pinentry-mode', 'loopback', '--passphrase', 'secret'] as const
    gpg(...secret, '--quick-generate-key', 'Press <press@example.org>', 'ed25519', 'sign')
    const secrets = {
      'secrets.GPG_PRIVATE_KEY': gpg(...secret, '--armor', '--export-secret-keys'),
      'secrets.GPG_PASSPHRASE': 'secret',
    }
    const runner = await bench().runner(at.slice(-12), assetsOf(bench(), path), at)
    for (const step of stepsOfWorkflow(path).filter(each => /gh run download|gpg/.test(each.run)))
      await passes(step, { ...runner, expressions: { ...runner.expressions, ...secrets } })
    const isSigned = (): string => gpg('--verify', 'assets/SHA256SUMS.asc', 'assets/SHA256SUMS')
    expect(isSigned).not.toThrow()
    await writeFile(join(at, 'assets/SHA256SUMS'), 'other')
    expect(isSigned).toThrow()
    execFileSync('gpgconf', ['--kill', 'all'], { env })
  })
}

function testGitlab(bench: () => Bench): void {
  test('templates/workspace/ci/gitlab.yml: each job goes on from what the one before it kept', async () => {
    const { workspace, others } = bench()
    const runner = await bench().runner('gitlab')
    for (const step of stepsOfGitlab('templates/workspace/ci/gitlab.yml')) await passes(step, runner)
    expect(JSON.parse(await readFile(join(workspace, 'code-quality.json'), 'utf8'))).toBeInstanceOf(Array)
    expect(await readFile(join(workspace, 'junit.xml'), 'utf8')).toContain('<testsuites')
    expect(await filesIn(join(workspace, 'public'))).toContain('press/2022/2022-08-15-icrc.ru.pdf')
    const asked = (await others.asked()).filter(line => line.startsWith('curl'))
    expect(asked.map(line => /--upload-file (\S+)/.exec(line)?.[1] ?? 'the release')).toEqual([
      'SHA256SUMS',
      'press.tar.gz',
      'reports.tar.gz',
      'the release',
    ])
    const said = /--data (\{.*\}) /.exec(asked.at(-1) ?? '')?.[1] ?? ''
    expect(JSON.parse(said)).toMatchObject({ tag_name: 'v1', assets: { links: [{ name: 'SHA256SUMS' }, {}, {}] } })
  })
}

function testTheRecipe(bench: () => Bench): void {
  test('the recipe for any other server, as docs/ci.md has it', async () => {
    const step = { place: 'docs/ci.md', run: recipe(), env: {}, in: '.', id: undefined }
    await passes(step, await bench().runner('recipe', { KHABAR: 'khabar' }))
    expect(await filesIn(join(bench().workspace, 'kept/public'))).toContain('press/2022/2022-08-15-icrc.ru.pdf')
  })
}

/** After all others that go on from what is built: other code builds all of it anew. */
function testTheSource(bench: () => Bench): void {
  test('.gitlab-ci.yml, from the source', async () => {
    const { workspace } = bench()
    for (const each of ['.ci', 'ci', 'scripts', 'src', 'package.json', 'package-lock.json', 'templates'])
      await cp(join(repository, each), join(workspace, each), { recursive: true })
    await rm(join(workspace, 'node_modules'), { recursive: true, force: true })
    await mkdir(join(workspace, 'node_modules'))
    for (const each of await readdir(join(repository, 'node_modules')))
      if (each !== '.khabar-setup')
        await symlink(join(repository, 'node_modules', each), join(workspace, 'node_modules', each))
    const runner = await bench().runner('gitlab-source')
    for (const step of stepsOfGitlab('.gitlab-ci.yml')) await passes(step, runner)
    expect(await readFile(join(workspace, 'kept/summary.md'), 'utf8')).toContain('## Artifacts')
    for (const each of ['.ci', 'ci', 'scripts', 'src', 'templates', 'node_modules'])
      await rm(join(workspace, each), { recursive: true })
  })
}

function testMistakes(bench: () => Bench): void {
  test('a mistake stops a run at the check, with an annotation, and the summary tells it all the same', async () => {
    const { workspace, installed } = bench()
    const file = join(workspace, 'data/society.yaml')
    await writeFile(file, `${await readFile(file, 'utf8')}\nno_such_field: 1\n`)
    const runner = await bench().runner('wrong', { GITHUB_ACTION_PATH: installed })
    const outcomes: (readonly [number | null, string])[] = []
    for (const step of stepsOfAction().filter(each => !each.run.includes('assets.sh'))) {
      const { code, stdout } = await runStep(step, runner)
      outcomes.push([code, stdout])
    }
    expect(outcomes.map(([code]) => code)).toEqual([0, 0, 1, 1, 0, 0])
    expect(outcomes[2]?.[1]).toMatch(/^::error file=data\/society\.yaml,line=\d+,/)
    expect(await summaryOf(bench(), 'wrong')).toMatch(/data\/society\.yaml:\d+:\d+ error/)
    expect(existsSync(join(madeBy(bench(), 'wrong'), 'public'))).toBe(false)
  })
}
