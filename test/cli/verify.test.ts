/** khabar verify, as somebody uses it who was sent the folder. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../src/pipeline/digest.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'
import { writeManifest } from '../../src/pipeline/manifest.ts'
import { verify } from '../../src/pipeline/verify.ts'
import { brokenPdf } from '../conform/broken/broken-pdf.ts'
import { khabar } from '../support/khabar.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-verify-'))
const output = join(folder, 'output')
beforeAll(async () => {
  const built = await khabar([
    'build',
    'data/meetings/2022/2022-08-15-icrc.yaml',
    '--lang',
    'en,uz-Cyrl',
    '--out',
    output,
  ])
  expect(built.code, built.stderr).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

const paths = (): readonly string[] =>
  (JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8')) as { artifacts: { path: string }[] }).artifacts.map(
    ({ path }) => path,
  )

/** What is told of a copy in which one thing was changed. */
async function told(change: (copy: string) => void, ...words: readonly string[]) {
  const copy = join(folder, 'copy')
  cpSync(output, copy, { recursive: true })
  try {
    change(copy)
    const { code, stdout, stderr } = await khabar(['verify', copy, ...words])
    return { code, stdout: stdout.replaceAll(copy, 'DIR'), stderr: stderr.replaceAll(copy, 'DIR') }
  } finally {
    rmSync(copy, { recursive: true })
  }
}

test('what was built is as it was built, and coreutils agrees', async () => {
  const { code, stdout, stderr } = await told(() => undefined)
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `${paths().length + 1} as built: DIR\n` })
  const sums = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: output, encoding: 'utf8' })
  expect(sums.status, sums.stderr).toBe(0)
  expect(sums.stdout.trim().split('\n')).toEqual([...paths(), 'manifest.json'].toSorted().map(path => `${path}: OK`))
})

test('one byte that is another is found, in whatever file', async () => {
  for (const path of [...paths(), 'SHA256SUMS']) {
    const before = readFileSync(join(output, path))
    const at = Math.floor(before.length / 2)
    writeFileSync(join(output, path), before.with(at, (before[at] ?? 0) ^ 1))
    const faults = (await verify(output)).filter(({ status }) => status !== 'ok')
    writeFileSync(join(output, path), before)
    expect(faults).toEqual([expect.objectContaining({ path, status: 'altered' })])
  }
})

test('a PDF that breaks a standard it names is told with the clause, though it is as somebody built it', async () => {
  const made = join(folder, 'made')
  const bytes = brokenPdf({
    name: 'no title',
    rule: 'UA 7.1-10',
    change: pdf => pdf.dict('Root').delete('ViewerPreferences'),
  })
  const to = openOutput(made)
  const facts = {
    path: 'press/2022/a.ru.pdf',
    records: [],
    fingerprint: '',
    bytes: bytes.length,
    sha256: sha256(bytes),
  }
  await to.write(facts.path, bytes)
  await writeManifest(to, { tools: {}, artifacts: [facts] })
  const { code, stdout } = await khabar(['verify', made, '--format', 'json'])
  const { artifacts, summary } = JSON.parse(stdout)
  expect(code).toBe(1)
  expect(summary).toEqual({ ok: 1, altered: 0, missing: 0, extra: 0, broken: 1 })
  expect(artifacts).toContainEqual({
    path: facts.path,
    status: 'broken',
    findings: [expect.stringContaining('ISO 14289-1 7.1, MP 07-001')],
  })
})

test('a file that lacks and one that nobody lists are named', async () => {
  const [first = ''] = paths()
  const { code, stdout } = await told(copy => {
    rmSync(join(copy, first))
    writeFileSync(join(copy, 'press/2022/forged.pdf'), '%PDF')
  })
  expect(code).toBe(1)
  expect(stdout).toBe(
    `missing  ${first}\n         It is not there.\nextra    press/2022/forged.pdf\n         No build lists it.\n`,
  )
})

test('a manifest that was changed is betrayed by the sums beside it', async () => {
  const { code, stdout } = await told(copy => {
    const path = join(copy, 'manifest.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"records"', '"records" '))
  })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^altered {2}SHA256SUMS\n/)
})

test('a folder without a manifest is told with what to do', async () => {
  const { code, stderr } = await told(copy => rmSync(join(copy, 'manifest.json')))
  expect(code).toBe(2)
  expect(stderr).toBe(
    'khabar: DIR has no manifest.json that can be read.\n        Name the folder that khabar build has made: khabar verify DIR.\n',
  )
})
