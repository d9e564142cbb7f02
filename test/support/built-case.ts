/** What a case of test/cases comes to when it is built: no browser, no Excel; every artifact as text, by its path. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { PrintedContent, RenderJob } from '../../src/model/render-job.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { type CaseOptions, layOutCase } from './case-workspace.ts'
import { countingRenderer, memoryOutput } from './memory.ts'
import { marginTexts, outline } from './outline.ts'
import { workbookTexts } from './workbook-text.ts'

const templates = join(import.meta.dirname, '../../templates')

export interface BuiltCase {
  readonly diagnostics: readonly Diagnostic[]
  /** By path below expected/. */
  readonly files: ReadonlyMap<string, string>
}

/** @param only works of one kind: quicker, and nothing else is told of. */
export async function buildCase(
  name: string,
  { keeps = [] }: CaseOptions,
  only?: 'press' | 'report',
): Promise<BuiltCase> {
  const jobs: RenderJob[] = []
  const root = await mkdtemp(join(tmpdir(), 'khabar-case-'))
  try {
    await layOutCase(name, root)
    const { diagnostics } = await build(
      {
        workspace: openWorkspace(root, templates),
        output: memoryOutput(),
        renderer: countingRenderer(job => void jobs.push(job)),
      },
      {
        selection: { paths: [], ...(only && { only }) },
        asOf: '2022-12-31T00:00:00Z',
        force: false,
        dryRun: false,
        strict: false,
        jobs: 1,
        onProgress: () => {},
      },
    )
    const isAsked = ({ path }: RenderJob) => keeps.some(asked => path.startsWith(asked) || asked.startsWith(`${path}/`))
    const kept = jobs.filter(isAsked).flatMap(filesOf)
    const files = kept.filter(([path]) => keeps.some(asked => path.startsWith(asked)))
    return { diagnostics, files: new Map([...(files.length > 0 ? [artifactsOf(jobs)] : []), ...files]) }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function artifactsOf(jobs: readonly RenderJob[]): readonly [path: string, text: string] {
  const lines = jobs.map(({ path, date, records }) => `${[path, date, ...records].join('\t')}\n`)
  return ['artifacts.txt', lines.toSorted().join('')]
}

function filesOf(job: RenderJob): readonly (readonly [path: string, text: string])[] {
  const { path } = job
  if ('workbook' in job)
    return [...workbookTexts(job.workbook)].map(([sheet, text]) => [`${path}/${sheet}.txt`, text] as const)
  if ('attachments' in job) return [[`${path}.txt`, printedText(job)]]
  if ('html' in job) return [[`${path}.txt`, webText(job.html)]]
  return [[path, job.text]]
}

function printedText({ html, facts, attachments }: PrintedContent): string {
  const { keywords, ...told } = facts
  const properties = Object.entries({ ...told, keywords: keywords.join('; ') }).map(
    ([key, text]) => `${key}: ${text}\n`,
  )
  // The JSON beside it says the same.
  const [attached] = attachments.map(({ name, bytes }) => `\n${name}:\n${new TextDecoder().decode(bytes)}`)
  return `${properties.join('')}${marginTexts(html)}\n${outline(html)}${attached ?? ''}`
}

function webText(html: string): string {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}'
  return `${outline(html)}\n${JSON.stringify(JSON.parse(data), null, 2)}\n`
}
