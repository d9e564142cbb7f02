/** The recipes of docs/scale.md, run as each of those that start them does: every shard is asked for once, and all are merged. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { run } from '../support/child.ts'

const text = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'khabar-scale-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The blocks of a section, in one language. */
function blocksOf(heading: string, language: string): readonly string[] {
  const [, section = ''] = new RegExp(`^#+ ${heading}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text) ?? []
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  )
}
const blockOf = (heading: string, language: string): string => {
  const [block] = blocksOf(heading, language)
  if (block === undefined) throw new Error(`${heading} has no block in ${language}`)
  return block
}

/** Programs that only write down what they are asked. */
const log = join(folder, 'asked.txt')
beforeAll(() => {
  mkdirSync(join(folder, 'bin'))
  for (const shard of ['1', '2']) mkdirSync(join(folder, 'shards', shard), { recursive: true })
  const put = (name: string, script: string): void => {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'bin', name), 0o755)
  }
  put('khabar', `echo "khabar $*" >> '${log}'`)
  put('npx', `[ "$1" = --no-install ] && shift && "$@"`)
  put('npm', `[ "$1" = install ] && [ -n "$KHABAR" ]`)
  put('gh', `[ "$1 $2" = 'run download' ]`)
  put('sbatch', `echo "sbatch $*" >> '${log}'\necho 77`)
})

/** @returns what was asked, a line each */
async function asked(script: string, env: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  writeFileSync(log, '')
  const path = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`
  const ran = await run('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, PATH: path, KHABAR: 'khabar', ...env },
  })
  expect(ran.code, ran.stderr).toBe(0)
  return readFileSync(log, 'utf8').trim().split('\n')
}

interface Steps {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } }
        readonly steps: readonly Step[]
      }
    >
  >
}
interface Step {
  readonly run?: string
}

const scriptOf = (steps: readonly Step[] = []): string => steps.flatMap(step => step.run ?? []).join('\n')

test('GitHub: a matrix', async () => {
  const { jobs } = parse(blockOf('GitHub', 'yaml')) as Steps
  const shards = jobs['shard']?.strategy?.matrix.shard ?? []
  expect(shards).toEqual(shards.map((_, index) => index + 1))
  expect(shards.length).toBeGreaterThan(1)
  const [number, of] = ['2', String(shards.length)]
  const build = await asked(scriptOf(jobs['shard']?.steps), { SHARD: number, SHARDS: of })
  expect(build).toEqual([`khabar build --shard 2/${of}`])
  const merge = await asked(scriptOf(jobs['merge']?.steps), { GITHUB_RUN_ID: '1' })
  expect(merge).toEqual(['khabar merge shards/1 shards/2'])
})

test('GitLab: parallel', async () => {
  const jobs = parse(blockOf('GitLab', 'yaml')) as Record<string, { script: readonly string[]; parallel?: number }>
  const of = String(jobs['shard']?.parallel)
  const build = await asked(jobs['shard']?.script.join('\n') ?? '', { CI_NODE_INDEX: '3', CI_NODE_TOTAL: of })
  expect(build).toEqual([`khabar build --shard 3/${of} --out shards/3`])
  expect(await asked(jobs['merge']?.script.join('\n') ?? '')).toEqual(['khabar merge shards/1 shards/2'])
})

test('Kubernetes: an indexed job', async () => {
  const { spec } = parse(blockOf('Kubernetes', 'yaml')) as {
    spec: {
      completionMode: string
      completions: number
      template: { spec: { containers: readonly { command: readonly string[]; args: readonly string[] }[] } }
    }
  }
  const [container] = spec.template.spec.containers
  expect(spec.completionMode).toBe('Indexed')
  expect(container?.command).toEqual(['sh', '-c'])
  for (const number of [1, spec.completions]) {
    expect(await asked(container?.args[0] ?? '', { JOB_COMPLETION_INDEX: String(number - 1) })).toEqual([
      `khabar build --root /workspace --shard ${number}/${spec.completions} --out /shards/${number} --jobs 2`,
    ])
  }
})

test('Slurm: an array, and what follows it', async () => {
  const batch = blockOf('Slurm', 'bash')
  const [, first, last] = /^#SBATCH --array=(\d+)-(\d+)$/m.exec(batch) ?? []
  expect(first).toBe('1')
  const env = {
    SLURM_SUBMIT_DIR: folder,
    SLURM_ARRAY_TASK_ID: last ?? '',
    SLURM_ARRAY_TASK_COUNT: last ?? '',
    SLURM_CPUS_PER_TASK: '2',
  }
  expect(await asked(batch, env)).toEqual([`khabar build --shard ${last}/${last} --jobs 2 --out shards/${last}`])
  expect(await asked(blockOf('Slurm', 'sh'))).toEqual([
    'sbatch --parsable shards.sbatch',
    'sbatch --dependency=afterok:77 --wrap khabar merge shards/*',
  ])
})

test('by hand', async () => {
  expect(await asked(blockOf('More than one machine', 'sh'))).toEqual([
    'khabar build --shard 1/2 --out shards/1',
    'khabar build --shard 2/2 --out shards/2',
    'khabar merge shards/1 shards/2',
  ])
})
