/** Where a record goes: exactly the cells whose explanations name it, and the paragraphs that do; and what is asked for by name. */
import { beforeAll, expect, it } from 'vitest'
import type { RecordExplanation } from '../../src/explain/explanation.ts'
import { unexplained } from '../../src/explain/recomputed.ts'
import type { Renderer } from '../../src/model/render-job.ts'
import { build } from '../../src/pipeline/build.ts'
import { type Explanation, explain } from '../../src/pipeline/explain/explain.ts'
import type { OutputFolder } from '../../src/pipeline/workspace.ts'
import { type ExplainedCell, explainedFigures } from '../support/explained-figures.ts'
import { countingRenderer, memoryOutput } from '../support/memory.ts'
import { sampleState, sampleWorkspace } from '../support/sample-state.ts'

let figures: readonly ExplainedCell[] = []
beforeAll(async () => {
  figures = explainedFigures(await sampleState())
})

const kept = new Map<string, unknown>()
/** What one question found out serves the next, as on disk. */
const memo = {
  recall: (kind: string, key: string) => kept.get(`${kind} ${key}`),
  keep: (kind: string, key: string, value: unknown) => void kept.set(`${kind} ${key}`, value),
  save: async () => {},
}

const explained = (word: string, output: OutputFolder = memoryOutput()): Promise<Explanation> =>
  explain(word, sampleWorkspace(), {
    memo,
    built: { output, renderer: countingRenderer(), date: undefined },
  })

async function record(word: string): Promise<RecordExplanation> {
  const { records, diagnostics } = await explained(word)
  expect(diagnostics).toEqual([])
  const [only, ...others] = records
  if (!only || others.length > 0) throw new Error(`${word} is ${records.length} records`)
  return only
}

const placesOf = ({ reports }: RecordExplanation): readonly string[] =>
  reports.flatMap(({ file, cells }) => cells.map(({ sheet, cell }) => `${file} ${sheet}!${cell}`))

/** The other way round: every figure of every report that says that the record is behind it. */
const figuresOf = (id: string): readonly string[] =>
  figures.flatMap(({ at, figure }) => (figure.records.some(given => given.id === id) ? [at] : []))

it.for(['2022-icrc-fa-instructors', 'icrc-2022', '2022-08-15-icrc'])(
  '%s goes into every figure that names it',
  async id => {
    const own = figuresOf(id)
    expect(own.length).toBeGreaterThan(0)
    const places = new Set(placesOf(await record(id)))
    expect(own.filter(place => !places.has(place))).toEqual([])
    // Besides, only cells that name it: its row in a register.
    const others = [...places].filter(place => !own.includes(place))
    expect(others.length).toBeLessThan(places.size)
    expect(others.length).toBeGreaterThan(0)
  },
)

it('a meeting goes into its releases, in each language, with the paragraphs that are of it', async () => {
  const { releases, file, line } = await record('2022-08-15-icrc')
  expect([file, line]).toEqual(['data/meetings/2022/2022-08-15-icrc.yaml', expect.any(Number)])
  const own = releases.filter(release => release.file.startsWith('press/2022/2022-08-15-icrc.'))
  expect(own.map(release => release.file.split('.').at(-2))).toEqual(['ru', 'uz-Latn', 'uz-Cyrl', 'en'])
  expect(own[0]?.paragraphs.join('\n')).toContain('состоялась рабочая встреча')
})

it('a partner goes into what names it, and into no figure', async () => {
  const { releases, reports } = await record('organization/icrc')
  expect(releases.flatMap(({ paragraphs }) => paragraphs).some(text => text.includes('Красного Креста'))).toBe(true)
  expect(reports.flatMap(({ cells }) => cells).filter(({ value }) => typeof value === 'number')).toEqual([])
})

it('a record is called by its id, its kind and id, or its file, which may have several', async () => {
  const [byId, byKind] = [await record('2022-icrc-fa-instructors'), await record('activity/2022-icrc-fa-instructors')]
  expect(byKind).toEqual(byId)
  const { records } = await explained('data/activities/2022/icrc-first-aid.yaml')
  expect(records.length).toBeGreaterThan(1)
  expect(records).toContainEqual(byId)
})

it.for([
  ['2022-icrc-fa-instructor', 'neither an artifact nor a record', 'id of a record'],
  [
    'reports/2022/icrc-2021.en.xlsx',
    'No artifact is called reports/2022/icrc-2021.en.xlsx',
    'reports/2021/icrc-2021.en.xlsx',
  ],
  ['press/2022/2022-08-16-icrc.en.pdf', 'No artifact is called', '2022-08-15-icrc.en'],
  ['reports/2022/icrc-2022.en.xlsx#Budge!F7', 'has no sheet “Budge”', 'Budget'],
  ['reports/2022/icrc-2022.en.xlsx#Budget!ZZ99', 'Nothing stands in Budget!ZZ99', 'Name a cell'],
] as const)('of %s it is told that there is none, and what to name', async ([word, told, hint]) => {
  const thrown: unknown = await explained(word).catch((fault: unknown) => fault)
  expect(thrown).toMatchObject({ name: 'EnvironmentFault', message: expect.stringContaining(told) })
  expect(JSON.stringify(thrown instanceof Error && 'hint' in thrown ? thrown.hint : '')).toContain(hint)
})

it('a whole sheet is all of its figures, each of which holds', async () => {
  const { cells } = await explained('output/reports/2022/icrc-2022.en.xlsx#Budget')
  expect(cells.length).toBeGreaterThan(50)
  expect(cells.every(({ sheet, figure }) => sheet === 'Budget' && figure !== undefined)).toBe(true)
  expect(cells.flatMap(({ figure }) => (figure ? unexplained(figure) : []))).toEqual([])
})

it('what was built is told to be of other records where it is, and only there', async () => {
  const file = 'reports/2022/icrc-2022.en.xlsx'
  const built = async (renderer: Renderer) => {
    const output = memoryOutput()
    await build(
      { workspace: sampleWorkspace(), output, renderer },
      {
        selection: { paths: [], only: 'workbook', year: 2022, partner: 'icrc', languages: ['en'] },
        asOf: '2026-01-01T00:00:00Z',
        force: false,
        dryRun: false,
        strict: false,
        jobs: 1,
        onProgress: () => {},
      },
    )
    return output
  }
  const isOfOthers = async (output: OutputFolder) => (await explained(`${file}#Budget!F7`, output)).isBuiltFromOthers
  expect(await isOfOthers(memoryOutput())).toBeUndefined()
  const output = await built(countingRenderer())
  expect(await isOfOthers(output)).toBe(false)
  const other = await built({ ...countingRenderer(), versions: async format => ({ [format]: '0' }) })
  expect(await isOfOthers(other)).toBe(true)
})
