/** The reports of two sides: those that cannot differ are not made, of the others every cell is compared. */

import type { Changes } from '../../compare/causes.ts'
import { changedCells } from '../../compare/cells.ts'
import type { ArtifactChange, FigureChange, TextChange } from '../../compare/comparison.ts'
import { nameOfRecord } from '../../compare/records.ts'
import { sheetsApart } from '../../compare/sheets.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { TracedSheet } from '../../model/traced.ts'
import { traceWorkbook } from '../../render/workbook/trace.ts'
import type { MadeReport } from '../../report/planned.ts'
import { contentOf } from '../digest.ts'
import { isWordedAlike, ofSide, type State } from './state.ts'

export interface Sides {
  readonly before: State
  readonly after: State
  readonly changes: Changes
}

export interface ReportChanges {
  readonly artifacts: readonly ArtifactChange[]
  readonly figures: readonly FigureChange[]
  readonly texts: readonly TextChange[]
  readonly diagnostics: readonly Diagnostic[]
}

export function changedReports(sides: Sides): ReportChanges {
  const stems = [...new Set([...sides.after.reports.keys(), ...sides.before.reports.keys()])].toSorted()
  const groups = Map.groupBy(stems, stem => stem.slice(0, stem.lastIndexOf('.')))
  const found = [...groups.values()].map(inAllLanguages => changedReport(inAllLanguages, sides))
  return {
    artifacts: found.flatMap(({ artifacts }) => artifacts),
    figures: found.flatMap(({ figures }) => figures),
    texts: found.flatMap(({ texts }) => texts),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  }
}

/**
 * Figures are the same in each language: they are told in the main one. Other languages are looked at where a text may
 * differ, and else differ as the main one does.
 */
function changedReport(stems: readonly string[], sides: Sides): ReportChanges {
  const [first = '', ...others] = mainFirst(stems, sides)
  const isFactual = stems.some(stem => isBasisTouched(stem, sides))
  const isReworded = sides.changes.all.some(({ fields }) => fields.some(({ isText }) => isText))
  const compared = (stem: string, isAsked: boolean): Compared | undefined =>
    isAsked || isOnOneSide(stem, sides) || isWordedAnew(stem, sides, 'bookWords') ? comparedAt(stem, sides) : undefined
  const main = compared(first, isFactual)
  const inOthers = others.map(stem => {
    const { texts, ...own } = compared(stem, isFactual && isReworded) ?? {
      ...(isFactual ? (main ?? same) : same),
      texts: [],
      diagnostics: [],
    }
    return { stem, texts, ...own, figures: [] }
  })
  const all = [{ stem: first, ...(main ?? same) }, ...inOthers]
  return {
    artifacts: all.flatMap(each => artifactsOf(each, sides)),
    figures: all.flatMap(({ figures }) => figures),
    texts: all.flatMap(({ texts }) => texts),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  }
}

function mainFirst(stems: readonly string[], { after }: Sides): readonly string[] {
  const [main] = after.dataset.society.data.languages
  const isMain = (stem: string): number => (stem.endsWith(`.${main}`) ? 1 : 0)
  return stems.toSorted((a, b) => isMain(b) - isMain(a))
}

const isOnOneSide = (stem: string, { before, after }: Sides): boolean =>
  before.reports.has(stem) !== after.reports.has(stem)

function isWordedAnew(stem: string, { before, after }: Sides, by: 'bookWords' | 'pageWords'): boolean {
  const language = (after.reports.get(stem) ?? before.reports.get(stem))?.name.language ?? ''
  return !isWordedAlike([before, after], by, language)
}

interface Compared extends Omit<ReportChanges, 'artifacts'> {
  readonly isBook: boolean
  readonly isPage: boolean
}

const same: Compared = { figures: [], texts: [], diagnostics: [], isBook: false, isPage: false }

function isBasisTouched(stem: string, { before, after, changes }: Sides): boolean {
  return [before, after].some(state => {
    const report = state.reports.get(stem)
    const basis = report && state.basis(report)
    return basis ? changes.all.some(change => basis.has(nameOfRecord(change))) : true
  })
}

function comparedAt(stem: string, sides: Sides): Compared {
  const { before, after, changes } = sides
  const [old, now] = [before, after].map(state => madeAt(stem, state))
  const agreements = [...(before.reports.get(stem)?.agreements ?? []), ...(after.reports.get(stem)?.agreements ?? [])]
  const isWorded = isWordedAnew(stem, sides, 'bookWords')
  const apart = old && now && !isWorded ? sheetsApart(old.work.model, now.work.model) : undefined
  const [was, is] = [old, now].map(made => (made ? tracedOf(made, apart) : []))
  const { figures, texts, isTouched } = changedCells(was ?? [], is ?? [], {
    report: `${stem}.xlsx`,
    agreements,
    changes,
  })
  return {
    figures,
    texts,
    isBook: isTouched,
    isPage: pageOf(old) !== pageOf(now),
    diagnostics: [old, now].flatMap(made => made?.diagnostics ?? []),
  }
}

interface Made extends MadeReport {
  readonly state: State
  readonly diagnostics: readonly Diagnostic[]
}

function madeAt(stem: string, state: State): Made | undefined {
  const planned = state.reports.get(stem)
  if (!planned) return undefined
  const { value, diagnostics } = planned.make()
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const prefix = state.side.commit === undefined ? '' : `${state.side.name}:`
  return { ...value, state, diagnostics: errors.map(each => ofSide(each, prefix)) }
}

const tracedOf = ({ work, state }: Made, apart: ReadonlySet<string> | undefined): readonly TracedSheet[] =>
  traceWorkbook(work.model, state.templates, sheet => apart?.has(sheet) ?? true)

/** Digest of its summary on paper. */
const pageOf = (made: Made | undefined): string | undefined => made && contentOf(made.page(made.state.templates.packs))

function artifactsOf(
  { stem, isBook, isPage }: Pick<Compared, 'isBook' | 'isPage'> & { readonly stem: string },
  sides: Sides,
): readonly ArtifactChange[] {
  const { before, after } = sides
  const status = !before.reports.has(stem) ? 'added' : after.reports.has(stem) ? 'changed' : 'removed'
  const isThere = (isChanged: boolean) => status !== 'changed' || isChanged
  return [
    ...(isThere(isPage || isWordedAnew(stem, sides, 'pageWords')) ? [{ path: `${stem}.pdf`, status } as const] : []),
    ...(isThere(isBook) ? [{ path: `${stem}.xlsx`, status } as const] : []),
  ]
}
