/**
 * The commands of the guides are run as they stand: those of a first release one after another in an empty folder, the
 * others in a copy of the sample, which has been built before.
 */

import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { type Ran, run } from '../support/child.ts'
import { program as bundled } from '../support/program.ts'
import { repository } from '../support/sample-build.ts'
import { blocksOf, guides } from './guide-blocks.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-guides-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [programs, empty, sample] = ['bin', 'empty', 'sample'].map(name => join(folder, name)) as [string, string, string]
for (const each of [programs, empty]) mkdirSync(each)
cpSync(join(repository, 'data'), join(sample, 'data'), { recursive: true })
cpSync(inject('sample'), join(sample, 'output'), { recursive: true })
const program = join(programs, 'khabar')
writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${bundled}' "$@"\n`)
chmodSync(program, 0o755)

const commandsOf = (are: (guide: string) => boolean): readonly string[] => {
  const blocks = guides.filter(are).flatMap(blocksOf)
  return [...new Set(blocks.flatMap(({ language, text }) => (language === 'sh' ? text.trim().split('\n') : [])))]
}
const isFirst = (guide: string): boolean => guide.endsWith('first-release.md')

function runIn(cwd: string, line: string): Promise<Ran> {
  return run('sh', ['-c', line], { cwd, env: { ...process.env, PATH: `${programs}:${process.env['PATH']}` } })
}

test('every line is a command of ours', () => {
  expect(commandsOf(() => true).filter(line => !line.startsWith('khabar '))).toEqual([])
})

test('a first release, with its mistake mended as the guide says', async () => {
  const begun = join(empty, 'malta/data/meetings/2026/2026-03-12-ifrc.yaml')
  for (const line of commandsOf(isFirst)) {
    const { code, stderr } = await runIn(empty, line)
    expect([line, code, stderr]).toEqual([line, 0, stderr])
    if (!line.includes(' new meeting ') || line.includes('--from')) continue
    const text = readFileSync(begun, 'utf8')
    writeFileSync(begun, text.replace(/^host:$/m, 'host: society'))
    expect((await runIn(empty, 'khabar build --root malta')).code).toBe(0)
  }
})

test.each(commandsOf(guide => !isFirst(guide)))('%s', async line => {
  const { code, stderr } = await runIn(sample, line)
  // The sample has warnings, which `--strict` counts as errors.
  expect([code, stderr]).toEqual([line.includes('--strict') ? 1 : 0, stderr])
})
