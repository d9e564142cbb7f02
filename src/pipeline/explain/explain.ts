/** What somebody asks to have explained, made anew from the records and templates as they are: nothing is read from what was built but whether it is of these. */

import { nameOfRecord } from '../../compare/records.ts'
import type { CellExplanation, ReachedCell, RecordExplanation, ReleaseExplanation } from '../../explain/explanation.ts'
import { unexplained } from '../../explain/recomputed.ts'
import { type Target, targetIn } from '../../explain/target.ts'
import type { Entry } from '../../model/dataset.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import type { Contribution } from '../../model/figure.ts'
import { suggest } from '../../model/nearest.ts'
import { subjectKinds } from '../../model/record/kinds.ts'
import { said } from '../../model/said.ts'
import type { TracedCell, TracedSheet } from '../../model/traced.ts'
import { pathOf } from '../../model/work.ts'
import { writtenAt } from '../../model/written-at.ts'
import { releasesOf, subjectsOf } from '../../press/releases.ts'
import { resolveWorkbook } from '../../render/workbook/workbook.ts'
import type { PlannedReport } from '../../report/planned.ts'
import { openState, type State } from '../compare/state.ts'
import type { MemoFolder } from '../memo/memo-folder.ts'
import type { Workspace } from '../workspace.ts'
import { type BuiltBefore, isOfOthers, type Made } from './built.ts'
import { type At, openBook } from './cells.ts'
import { recordsCalled } from './known.ts'
import { explainedRelease, releaseCalled, textOf } from './releases.ts'

export interface Explanation {
  readonly cells: readonly CellExplanation[]
  readonly releases: readonly ReleaseExplanation[]
  readonly records: readonly RecordExplanation[]
  /** The artifact that lies in the output folder was built from other records, templates or tools than there are now. */
  readonly isBuiltFromOthers?: boolean
  readonly diagnostics: readonly Diagnostic[]
}

const nothing: Explanation = { cells: [], releases: [], records: [], diagnostics: [] }

export async function explain(
  word: string,
  workspace: Workspace,
  { memo, built }: { readonly memo: MemoFolder; readonly built: BuiltBefore },
): Promise<Explanation> {
  const { state, diagnostics } = await openState(await workspace.read(), { name: '' }, { memo, prefix: '' })
  memo.save()
  if (!state) return { ...nothing, diagnostics }
  const target = targetIn(word)
  if (!target) return { ...nothing, records: await recordsExplained(word, state) }
  return target.file.startsWith('press/') ? explainedPress(target, state, built) : explainedBook(target, state, built)
}

const stemIn = (file: string): string => file.replace(/\.[^.]+$/, '')

async function explainedPress({ file }: Target, state: State, built: BuiltBefore): Promise<Explanation> {
  const found = releaseCalled(stemIn(file), state)
  if (!found) throw unknown(file, releasesIn(state))
  const made = await textOf(found, state)
  const release = { ...(await explainedRelease(found, state)), file }
  return { ...nothing, releases: [release], ...(made && (await agedBy(made, built))) }
}

const releasesIn = ({ dataset }: State): readonly string[] =>
  subjectsOf(dataset).flatMap(subject => releasesOf(subject, dataset).value.map(work => pathOf(work, 'txt')))

async function explainedBook(target: Target, state: State, built: BuiltBefore): Promise<Explanation> {
  const { file, sheet: named, cell: address } = target
  const planned = state.reports.get(stemIn(file))
  const known = [...state.reports.keys()].map(stem => `${stem}.xlsx`)
  if (!planned) throw unknown(file, known)
  const book = openBook(planned, file, state)
  const sheets = book.sheets.filter(each => named === undefined || each.name === named || each.sheet === named)
  const names = book.sheets.map(({ name }) => name)
  if (sheets.length === 0)
    throw new EnvironmentFault(
      said('{file} has no sheet “{sheet}”.', { file, sheet: named ?? '' }),
      said('It has: {names}.', { names }),
    )
  const isAsked = ({ cell }: At): boolean =>
    address === undefined ? cell.figure !== undefined : cell.address === address
  const cells = sheets.flatMap(placesOn).filter(isAsked).map(book.explained)
  for (const each of cells) holdsUp(each)
  if (cells.length === 0 && address !== undefined)
    throw new EnvironmentFault(
      said('Nothing stands in {place} of {file}.', { place: `${named}!${address}`, file }),
      said('Name a cell with a figure: F7.'),
    )
  const { value } = resolveWorkbook(book.work.model, state.templates)
  return {
    ...nothing,
    cells,
    ...(await agedBy({ work: book.work, format: 'xlsx', content: { workbook: value } }, built)),
  }
}

/** What an explanation says adds up to what it explains: else it is a bug, and nothing is told. */
function holdsUp({ file, sheet, cell, figure }: CellExplanation): void {
  if (figure && unexplained(figure).length > 0)
    throw new Error(`the explanation of ${file}#${sheet}!${cell} does not add up to it`)
}

/** Told where it is so: what was built says something else. */
async function agedBy(made: Made, built: BuiltBefore): Promise<Pick<Explanation, 'isBuiltFromOthers'>> {
  const isAged = await isOfOthers(made, built)
  return isAged === undefined ? {} : { isBuiltFromOthers: isAged }
}

const placesOn = (sheet: TracedSheet): readonly At[] =>
  sheet.rows.flatMap(row => row.cells.map(cell => ({ sheet, row, cell })))

function unknown(file: string, known: readonly string[]): EnvironmentFault {
  const [near] = suggest(file, known)
  const hint = near ?? said('khabar build --dry-run names all that there is.')
  return new EnvironmentFault(said('No artifact is called {file}.', { file }), hint)
}

async function recordsExplained(word: string, state: State): Promise<readonly RecordExplanation[]> {
  const entries = recordsCalled(word, state.dataset)
  if (entries.length === 0)
    throw new EnvironmentFault(
      said('There is neither an artifact nor a record called {word}.', { word }),
      said('Name a file below output/, the id of a record, or its file: data/activities/2022/icrc-first-aid.yaml.'),
    )
  const records: RecordExplanation[] = []
  for (const entry of entries) {
    const { kind, id } = entry
    const releases = await releasesWith(entry, state)
    records.push({ kind, id, ...writtenAt(entry), reports: reportsWith(entry, state), releases })
  }
  return records
}

/** In the main language: figures are the same in each. */
function reportsWith(entry: Entry, state: State): RecordExplanation['reports'] {
  const [main] = state.dataset.society.data.languages
  const isBehind = (planned: PlannedReport): boolean =>
    planned.name.language === main && state.basis(planned).has(nameOfRecord(entry))
  return [...state.reports].flatMap(([stem, planned]) => {
    if (!isBehind(planned)) return []
    const book = openBook(planned, `${stem}.xlsx`, state)
    const cells = book.sheets
      .flatMap(placesOn)
      .filter(({ cell }) => isOf(entry, cell))
      .map(at => ({ ...book.placeOf(at), ...shownIn(at.cell) }))
    return cells.length > 0 ? [{ file: `${stem}.xlsx`, cells }] : []
  })
}

const shownIn = ({ figure, text, style }: TracedCell): Pick<ReachedCell, 'value' | 'isPercent'> => ({
  value: figure ? figure.value : (text ?? null),
  ...(figure && style === 'percent' && { isPercent: true }),
})

/** A figure that it is behind, or a cell that names it. */
function isOf({ kind, id }: Entry, { figure, text }: TracedCell): boolean {
  if (!figure) return text === id
  const isIts = (given: Contribution): boolean =>
    given.record === id && (given.kind === undefined ? subjectKinds.some(each => each === kind) : given.kind === kind)
  return figure.from().some(isIts)
}

async function releasesWith({ kind, id }: Entry, state: State): Promise<RecordExplanation['releases']> {
  const found: { readonly file: string; readonly paragraphs: readonly string[] }[] = []
  for (const subject of subjectsOf(state.dataset))
    for (const work of releasesOf(subject, state.dataset).value) {
      if (work.id !== id && !work.records.includes(id) && kind !== 'society') continue
      const { paragraphs } = await explainedRelease({ subject, language: work.language }, state)
      const own = paragraphs.filter(({ fields }) => fields.some(field => field.kind === kind && field.id === id))
      if (own.length > 0) found.push({ file: pathOf(work, 'txt'), paragraphs: own.map(({ text }) => text) })
    }
  return found
}
