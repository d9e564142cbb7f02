/** Where releases are asked for by path, those of other records are not even told; what comes of it is the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { subjectsIn } from '../../src/model/dataset.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { noMemo } from '../../src/model/memo.ts'
import { stemOf, type Work } from '../../src/model/work.ts'
import { type Compilation, compile } from '../../src/pipeline/compile.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { isSelected, relevant, type Selection } from '../../src/pipeline/select.ts'
import { layOutCase } from '../support/case-workspace.ts'

const root = mkdtempSync(join(tmpdir(), 'khabar-narrow-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const templates = join(import.meta.dirname, '../../templates')

const cases = ['copied-in-haste', 'every-field', 'remarks-accepted', 'template-asks-in-vain', 'unready-release']

async function compiling(folder: string): Promise<(selection: Selection) => Promise<Compilation>> {
  const workspace = openWorkspace(folder, templates)
  const desk = { workspace, inputs: await workspace.read(), memo: noMemo }
  return selection => compile(desk, selection, '2022-12-31T00:00:00Z')
}

/** What is told once may be told of another record first. */
const isOfOne = ({ once }: Diagnostic): boolean => once === undefined

const isSubjects = ({ span }: Diagnostic): boolean => /^data\/(meetings|activities)\//.test(span?.file.path ?? '')

/** Or there was nothing to leave out. */
let remarksOfOthers = 0
afterAll(() => expect(remarksOfOthers).toBeGreaterThan(0))

const keys = (works: readonly (Work & { readonly key: string })[]) => works.map(work => [stemOf(work), work.key])

test.for(cases)('%s', async name => {
  const folder = join(root, name)
  await layOutCase(name, folder)
  const compiled = await compiling(folder)
  const whole = await compiled({ paths: [], only: 'press' })
  const dataset = whole.loaded.value
  if (!dataset) throw new Error('a case that is built has a society')
  for (const { data, origin } of subjectsIn(dataset)) {
    const selection: Selection = { paths: [origin.file.path], only: 'press' }
    const works = whole.works.filter(work => isSelected(work, selection, dataset))
    if (!data.release || works.length === 0) continue
    const narrow = await compiled(selection)
    expect(keys(narrow.works)).toEqual(keys(works))
    const told = relevant(whole.diagnostics, selection, works, whole.loaded).filter(isOfOne)
    const own = narrow.relevant.filter(isOfOne)
    const isItsOwn = ({ span }: Diagnostic): boolean => span?.file.path === origin.file.path
    expect(own.filter(isItsOwn)).toEqual(told.filter(isItsOwn))
    const ofReleases = (each: Diagnostic): boolean =>
      /^(release|editorial)\/(?!tab|invisible|other-year)/.test(each.code)
    const isOfAnother = (each: Diagnostic): boolean => ofReleases(each) && isSubjects(each) && !isItsOwn(each)
    remarksOfOthers += whole.diagnostics.filter(isOfAnother).length
    expect(narrow.diagnostics.filter(isOfAnother).map(({ code }) => code)).toEqual([])
    // What others do wrong with a template or with what all share is no longer told.
    for (const each of own) expect(told).toContainEqual(each)
  }
})
