/** All there is to tell about a workspace, without building anything: the half of a build left of the bar (build.ts). */
import type { Dataset } from '../model/dataset.ts'
import { type Diagnostic, distinct, inOrder } from '../model/diagnostic.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Desk } from './desk.ts'
import type { MemoFolder } from './memo/memo-folder.ts'
import { checkedNotes, noted, stillTold } from './memo/note.ts'
import type { Workspace } from './workspace.ts'

export interface Findings {
  /** How many artifacts could be built. */
  readonly artifacts: number
  readonly diagnostics: readonly Diagnostic[]
}

export async function checkWorkspace(workspace: Workspace, memo: MemoFolder, asOf: string): Promise<Findings> {
  const notes = checkedNotes(memo)
  const before = notes.recall('all')
  const inputs = await workspace.read()
  const again = before && stillTold(before, inputs, asOf)
  if (before && again) return { artifacts: before.artifacts, diagnostics: again }
  const { compile } = await import('./compile.ts')
  const { lookAtPhotos } = await import('./make-jobs.ts')
  const { openPhotos } = await import('./photos.ts')
  const { keepSchemas } = await import('./schemas.ts')
  const desk: Desk = { workspace, inputs, memo, isForTelling: true }
  const { works, embargoes, diagnostics: told, loaded, templates } = await compile(desk, { paths: [] }, asOf)
  keepSchemas(memo, loaded, templates)
  const photos = openPhotos(desk, { folder: memo.photos, force: false })
  const ofIndex = loaded.value ? await indexRemarks(loaded.value, templates) : []
  // What a template that every release uses does wrong was told with the releases.
  const diagnostics = inOrder(distinct([...told, ...ofIndex, ...(await lookAtPhotos(works, photos)).diagnostics]))
  await photos.tidy()
  const artifacts = works.flatMap(({ formats }) => formats).length
  const note = noted({ artifacts, asOf, embargoes }, inputs, diagnostics)
  if (note) notes.keep('all', note)
  memo.save()
  return { artifacts, diagnostics }
}

/** The index is made by a command of its own: what is wrong with it is known before. */
async function indexRemarks(dataset: Dataset, templates: TemplateSet): Promise<readonly Diagnostic[]> {
  const { siteRemarks } = await import('./site/site-remarks.ts')
  return siteRemarks(dataset, templates)
}
