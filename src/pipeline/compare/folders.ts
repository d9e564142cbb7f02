/**
 * What differs between two output folders: artifacts by their manifests, workbooks by what stands in their cells, releases
 * by their plain text. No record is there to be named as the cause.
 */

import { changesOf } from '../../compare/causes.ts'
import { changedCells } from '../../compare/cells.ts'
import type { ArtifactChange, Comparison, FigureChange, ReleaseChange, TextChange } from '../../compare/comparison.ts'
import { wordsChanged } from '../../compare/words.ts'
import { type Content, lettersOf, type Row, shownContent, type Table } from '../../exchange/table.ts'
import { tablesIn } from '../../exchange/tables/open.ts'
import { compare as inOrder } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { TracedCell, TracedRow, TracedSheet } from '../../model/traced.ts'
import { type ManifestEntry, manifestIn, manifestPath } from '../manifest.ts'
import type { OutputFolder } from '../workspace.ts'

export interface Folder {
  readonly name: string
  readonly output: OutputFolder
}

export async function compareFolders(a: Folder, b: Folder): Promise<Comparison> {
  const [before, after] = [await entriesIn(a), await entriesIn(b)]
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted(inOrder)
  const artifacts = paths.flatMap((path): readonly ArtifactChange[] => {
    const [was, is] = [before.get(path), after.get(path)]
    if (was?.sha256 === is?.sha256) return []
    return [{ path, status: was && is ? 'changed' : is ? 'added' : 'removed' }]
  })
  const figures: FigureChange[] = []
  const texts: TextChange[] = []
  const releases: ReleaseChange[] = []
  for (const { path } of artifacts) {
    if (path.endsWith('.xlsx')) {
      const cells = changedCells(await sheetsAt(path, a), await sheetsAt(path, b), {
        report: path,
        agreements: [],
        changes: changesOf([]),
      })
      figures.push(...cells.figures)
      texts.push(...cells.texts)
    } else if (path.endsWith('.txt')) {
      const words = wordsChanged(await textAt(path, a), await textAt(path, b))
      releases.push({ release: path.slice(0, -'.txt'.length), words })
    }
  }
  return { a: { name: a.name }, b: { name: b.name }, artifacts, records: [], figures, texts, releases, diagnostics: [] }
}

async function entriesIn({ name, output }: Folder): Promise<ReadonlyMap<string, ManifestEntry>> {
  const manifest = manifestIn(await output.read(manifestPath))
  if (!manifest)
    throw new EnvironmentFault(
      said('{name} has no {manifestPath} that can be read, so it is no output folder.', { name, manifestPath }),
      said('Name the folder that khabar build made, or a revision.'),
    )
  return new Map(manifest.artifacts.map(entry => [entry.path, entry]))
}

/** Nothing where it is not there: all of the other side is new, or gone. */
async function bytesAt(path: string, { output }: Folder): Promise<Uint8Array | undefined> {
  return output.read(path)
}

async function textAt(path: string, folder: Folder): Promise<string> {
  return new TextDecoder().decode(await bytesAt(path, folder))
}

async function sheetsAt(path: string, folder: Folder): Promise<readonly TracedSheet[]> {
  const bytes = await bytesAt(path, folder)
  if (!bytes) return []
  const { value } = await tablesIn({ path, bytes }, {})
  return value.map(sheetOf)
}

function sheetOf({ sheet = '', rows }: Table): TracedSheet {
  const above = new Map<number, string>()
  return { sheet, name: sheet, rows: rows.map(row => rowOf(row, above)) }
}

/** @param above the last text in each column so far: what its figures are called */
function rowOf({ number, cells: held }: Row, above: Map<number, string>): TracedRow {
  const cells = [...held].map(([column, content]): TracedCell => {
    const letters = lettersOf(column)
    const header = above.get(column)
    const site = { address: `${letters}${number}`, column: letters, ...(header !== undefined && { header }) }
    const figure = figureIn(content)
    if (figure) return { ...site, style: 'count', figure }
    return { ...site, style: 'text', text: shownContent(content) }
  })
  for (const [column, content] of held) if (content.kind === 'text') above.set(column, content.text)
  return { number, part: 'data', cells }
}

function figureIn(content: Content): TracedCell['figure'] {
  if (content.kind !== 'number') return undefined
  return { value: content.value, rule: 'as-reported', from: () => [] }
}
