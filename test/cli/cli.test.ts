/** The contract of the command line: words, exit codes, formats. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kindNames } from '../../src/model/record/kinds.ts'
import { casesFolder, layOutCase } from '../support/case-workspace.ts'
import { khabar } from '../support/khabar.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-cli-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

interface Answer {
  readonly artifacts: readonly {
    readonly path: string
    readonly status: string
    readonly sha256: string
    readonly records: readonly string[]
  }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly file: string | null
    readonly line: number | null
    readonly column: number | null
  }[]
  readonly summary: { readonly errors: number; readonly built: number }
}
const errorsIn = (concise: string): readonly string[] => concise.split('\n').filter(line => line.includes(' error '))
const parsed = (stdout: string): Answer => JSON.parse(stdout) as Answer

// All of them are met by test/pipeline/broken-cases.test.ts; here it is the exit codes, the disk and the words that count.
test.for(['wrong-choice', 'many-mistakes-in-one-run', 'society-missing'])(
  '%s: build exits 1 and writes nothing; check tells the same places',
  async name => {
    await layOutCase(name, root)
    const build = await khabar(['build', '--root', root, '--format', 'json'])
    expect(build.code).toBe(1)
    expect(existsSync(join(root, 'output'))).toBe(false)
    const check = await khabar(['check', '--root', root, '--format', 'concise'])
    expect(check.code).toBe(1)
    const expected = await readFile(join(casesFolder, name, 'expected.txt'), 'utf8')
    expect(errorsIn(check.stdout)).toEqual(errorsIn(expected))
    const places = parsed(build.stdout).diagnostics.map(each => `${each.file}:${each.line}:${each.column}`)
    for (const line of expected.trim().split('\n'))
      expect(places).toContain(/^.*?:\d+:\d+(?= (error|warning) )/.exec(line)?.[0])
  },
)

test('a reader that has seen enough is no fault', async () => {
  await layOutCase('_base', root)
  const society = await readFile(join(root, 'data/society.yaml'), 'utf8')
  await writeFile(join(root, 'data/society.yaml'), society + 'unknown_field: 1\n'.repeat(20_000))
  const node = [process.execPath, 'src/cli/bin.ts', 'check', '--root', root, '--format', 'json'].join(' ')
  const { stderr } = await promisify(execFile)('sh', ['-c', `${node} | head -c 100 >/dev/null`])
  expect(stderr).toBe('')
})

describe('check', () => {
  test('a workspace without mistakes exits 0 and says so', async () => {
    await layOutCase('_base', root)
    const ran = await khabar(['check', '--root', root])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(ran.stderr).toMatch(/No mistakes found; \d+ artifacts can be built/)
  })

  test('warnings exit 0, and 1 with --strict', async () => {
    await layOutCase('warnings-only', root)
    expect((await khabar(['check', '--root', root])).code).toBe(0)
    expect((await khabar(['check', '--root', root, '--strict'])).code).toBe(1)
  })

  test('human: the line itself, on stderr, with colour only when asked for', async () => {
    await layOutCase('wrong-choice', root)
    const plain = await khabar(['check', '--root', root])
    expect(plain.stdout).toBe('')
    expect(plain.stderr).toMatch(/-->.*\.yaml:\d+:\d+/)
    expect(plain.stderr).not.toContain('\u001b[')
    expect((await khabar(['check', '--root', root, '--color'])).stderr).toContain('\u001b[')
    expect(
      (await khabar(['--color', 'never', 'check', '--root', root], { env: { FORCE_COLOR: '1' } })).stderr,
    ).not.toContain('\u001b[')
  })
})

describe('check --fix', () => {
  const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
  const lay = async (...wrong: readonly (readonly [from: string, to: string])[]): Promise<string> => {
    await layOutCase('_base', root)
    const good = await readFile(join(root, meeting), 'utf8')
    const text = wrong.reduce((done, [from, to]) => done.replace(from, () => to), good)
    expect(text).not.toBe(good)
    await writeFile(join(root, meeting), text)
    return good
  }
  const day = ['date: 2022-08-15', 'date: 15.08.2022'] as const

  test('shows a patch, writes it, and says how much; a second time there is nothing to do', async () => {
    const good = await lay(day)
    const ran = await khabar(['check', '--fix', '--root', root])
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toMatch(/^--- a\/data[\s\S]*^-date: 15\.08\.2022\n\+date: 2022-08-15$/m)
    expect(ran.stderr).toMatch(/1 mistake in 1 file mended\.\n.*No mistakes found/)
    expect(await readFile(join(root, meeting), 'utf8')).toBe(good)
    const again = await khabar(['check', '--fix', '--yes', '--root', root])
    expect(again).toMatchObject({ code: 0, stdout: '' })
    expect(again.stderr).toContain('Nothing here can be mended for certain.')
  })

  test('--dry-run writes nothing, and exits 1 while what is on the disk is wrong', async () => {
    await lay(day)
    const before = await readFile(join(root, meeting), 'utf8')
    const ran = await khabar(['check', '--dry-run', '--root', root])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('+date: 2022-08-15')
    expect(ran.stderr).toContain('1 mistake in 1 file would be mended; nothing was written.')
    expect(await readFile(join(root, meeting), 'utf8')).toBe(before)
  })

  test('what is left is told, and decides the exit code; without --fix it is said that some can be mended', async () => {
    await lay(day, ['host: society', 'host: society\ncolour: red'])
    const asked = await khabar(['check', '--root', root])
    expect(asked.stderr).toContain('1 of them can be mended for certain: khabar check --fix')
    const ran = await khabar(['check', '--fix', '--root', root, '--format', 'json'])
    expect(ran.code).toBe(1)
    const answer = JSON.parse(ran.stdout) as { files: unknown; summary: object; diagnostics: { message: string }[] }
    expect(answer.diagnostics.map(({ message }) => message)).toEqual(['“colour” is not a field of this record.'])
    expect(answer.files).toEqual([{ path: meeting, status: 'updated', fixed: 1 }])
  })

  test('json tells which files, and with --dry-run how they would be', async () => {
    await lay(day)
    const dry = JSON.parse((await khabar(['check', '--dry-run', '--root', root, '--format', 'json'])).stdout) as object
    expect(dry).toMatchObject({
      files: [{ path: meeting, status: 'updated', fixed: 1, diff: expect.stringContaining('+date: 2022-08-15') }],
      summary: { errors: 0, fixed: 1 },
      diagnostics: [],
    })
    const plain = JSON.parse((await khabar(['check', '--root', root, '--format', 'json'])).stdout) as object
    expect(plain).toMatchObject({ diagnostics: [{ fix: [{ text: '2022-08-15' }] }] })
  })

  test('a file that is read-only is told, and nothing beside it is written', async () => {
    await lay(day)
    await chmod(join(root, meeting), 0o444)
    const ran = await khabar(['check', '--fix', '--root', root])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/is read-only, and stays as it is/)
  })
})

describe('what a program reads of a check', () => {
  test('github: an annotation on the line', async () => {
    await layOutCase('wrong-choice', root)
    const { stdout } = await khabar(['check', '--root', root, '--format', 'github'])
    expect(stdout).toMatch(/^::error file=data\/[^,]+,line=\d+,/)
  })

  test('github, gitlab, junit and sarif: paths from the root of the repository that holds the workspace', async () => {
    const inside = join(root, 'work space')
    await mkdir(join(root, '.git'), { recursive: true })
    await layOutCase('wrong-choice', inside)
    const told = async (format: string) => (await khabar(['check', '--root', inside, '--format', format])).stdout
    expect(await told('github')).toMatch(/^::error file=work space\/data\/[^,]+,line=\d+,/)
    expect(await told('gitlab')).toContain('"path": "work space/data/')
    expect(await told('junit')).toContain(' file="work space/data/')
    expect(await told('sarif')).toContain('"uri": "work%20space/data/')
  })

  test('json and sarif parse', async () => {
    await layOutCase('unknown-field', root)
    const { diagnostics, summary, artifacts } = parsed(
      (await khabar(['check', '--root', root, '--format', 'json'])).stdout,
    )
    expect(diagnostics[0]).toMatchObject({ code: 'record/unknown-field', severity: 'error' })
    expect(Object.keys(diagnostics[0] ?? {}).toSorted()).toEqual([
      'code',
      'column',
      'endColumn',
      'endLine',
      'file',
      'hints',
      'line',
      'message',
      'severity',
    ])
    expect(summary.errors).toBe(diagnostics.length)
    expect(artifacts).toEqual([])
    const sarif = JSON.parse((await khabar(['check', '--root', root, '--format', 'sarif'])).stdout) as {
      version: string
    }
    expect(sarif.version).toBe('2.1.0')
  })

  test('warnings are failed tests where they fail', async () => {
    await layOutCase('warnings-only', root)
    const outcomes = async (...words: readonly string[]) => {
      const { code, stdout } = await khabar(['check', '--root', root, '--format', 'junit', ...words])
      return { code, isFailed: stdout.includes('<failure') }
    }
    expect(await outcomes()).toEqual({ code: 0, isFailed: false })
    expect(await outcomes('--strict')).toEqual({ code: 1, isFailed: true })
  })

  test('a build tells as a check does', async () => {
    await layOutCase('wrong-choice', root)
    const { code, stdout, stderr } = await khabar(['build', '--root', root, '--format', 'github'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Nothing was built: mend what is above, and build again.\n' })
    expect(stdout).toMatch(/^::error file=data\/[^,]+,line=\d+,/)
  })

  test('paths narrow what is told', async () => {
    await layOutCase('unknown-field', root)
    const ran = await khabar(['check', 'data/places', '--root', root])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
  })
})

describe('build', () => {
  test('workbooks only: no browser is needed, and the answer is one JSON object', async () => {
    await layOutCase('_base', root)
    const ran = await khabar([
      'build',
      '--root',
      root,
      '--only',
      'workbook',
      '--lang',
      'ru',
      '--browser',
      '/nowhere',
      '--format',
      'json',
    ])
    expect(ran.code).toBe(0)
    const { artifacts, summary } = parsed(ran.stdout)
    expect(artifacts.map(each => [each.path, each.status])).toEqual([['reports/2022/icrc-2022.ru.xlsx', 'built']])
    expect(artifacts[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(summary.built).toBe(1)
    expect((await readdir(join(root, 'output'))).toSorted()).toEqual(['SHA256SUMS', 'manifest.json', 'reports'])
  })

  test('--dry-run names what would be built and writes nothing', async () => {
    await layOutCase('_base', root)
    const ran = await khabar(['build', '--root', root, '--only', 'report', '--dry-run'])
    expect(ran.stdout).toContain('built reports/2022/icrc-2022.ru.xlsx')
    expect(ran.stdout).toContain('built reports/2022/icrc-2022.ru.pdf')
    expect(existsSync(join(root, 'output'))).toBe(false)
  })

  test('a browser that is not there is told in words, and no other is taken', async () => {
    await layOutCase('_base', root)
    const ran = await khabar(['build', '--root', root, '--browser', '/nowhere/chrome'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('/nowhere/chrome')
    expect(ran.stderr).not.toMatch(/\n\s+at /)
  })
})

describe('wrong use exits 2 and says what is right', () => {
  test.for([
    [['bild'], /unknown command 'bild'/],
    [['build', '--year', 'twenty'], /year/],
    [['build', '--only', 'sheets'], /press, report/],
    [['build', '--jobs', '0'], /whole number/],
    [['build', '--frce'], /Did you mean --force/],
    [['build', 'data/none.yaml'], /There is no data\/none\.yaml/],
    [['check', '/etc/passwd'], /outside the workspace/],
    [['build', '--out', 'data/press'], /--out data\/press lies in data\//],
    [['watch', '--out', './templates'], /lies in templates\//],
  ] as const)('khabar %s', async ([words, says]) => {
    await layOutCase('_base', root)
    const ran = await khabar([...words, '--root', root])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(says)
  })

  test('no workspace', async () => {
    const ran = await khabar(['check', '--root', root])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/There is no data\/ folder/)
  })

  test('a clock that is none', async () => {
    await layOutCase('_base', root)
    const ran = await khabar(['build', '--root', root, '--only', 'report'], { env: { SOURCE_DATE_EPOCH: 'today' } })
    expect(ran).toMatchObject({ code: 2 })
    expect(ran.stderr).toMatch(/SOURCE_DATE_EPOCH/)
  })
})

describe('help and the rest', () => {
  test('help exits 0 and names every command', async () => {
    const ran = await khabar(['--help'])
    expect(ran.code).toBe(0)
    for (const name of ['check', 'build', 'schema', 'doctor', 'import', 'export'])
      expect(ran.stdout).toContain(`  ${name} `)
  })

  test('schema writes a JSON Schema for every kind, and for languages, their words and report layouts', async () => {
    const ran = await khabar(['schema', join(root, 'schemas')])
    expect(ran.code).toBe(0)
    const files = await readdir(join(root, 'schemas'))
    expect(files.toSorted()).toEqual(
      [...kindNames, 'language', 'report-layout', 'wording'].map(name => `${name}.schema.json`).toSorted(),
    )
    for (const file of files) {
      const schema = JSON.parse(await readFile(join(root, 'schemas', file), 'utf8')) as { $schema: string }
      expect(schema.$schema).toContain('2020-12')
    }
  })

  test('doctor tells of Node, browser, sandbox, fonts, workspace, output', async () => {
    await layOutCase('_base', root)
    const ran = await khabar(['doctor', '--root', root, '--format', 'json'])
    const { findings } = JSON.parse(ran.stdout) as { findings: { what: string; state: string }[] }
    expect(findings.map(each => each.what)).toEqual(['Node', 'browser', 'sandbox', 'fonts', 'workspace', 'output'])
    expect(findings.filter(each => each.state === 'fault')).toEqual([])
    expect(ran.code).toBe(0)
  })
})
