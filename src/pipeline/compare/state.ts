/** One side of a comparison: what a workspace says at one moment, and every work there is, made only where it is asked for. */
import type { SideName } from '../../compare/comparison.ts'
import { nameOfRecord } from '../../compare/records.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { packOf } from '../../model/language-pack.ts'
import { lazily } from '../../model/lazily.ts'
import type { Memo } from '../../model/memo.ts'
import type { TemplateSet } from '../../model/templates.ts'
import type { Language } from '../../model/text.ts'
import { stemOf } from '../../model/work.ts'
import { accountsOf } from '../../report/account.ts'
import { plannedAnnual } from '../../report/annual-reports.ts'
import { plannedConsolidated } from '../../report/consolidated/reports.ts'
import { basisOf, type PlannedReport } from '../../report/planned.ts'
import { contentOf } from '../digest.ts'
import { loadedFrom } from '../loaded.ts'
import type { Inputs } from '../workspace.ts'

export interface State {
  readonly side: SideName
  readonly dataset: Dataset
  readonly templates: TemplateSet
  /** By stem. */
  readonly reports: ReadonlyMap<string, PlannedReport>
  /** `kind/id` of all that a report can depend on. */
  readonly basis: (report: PlannedReport) => ReadonlySet<string>
  /** Digest of the words of a language, of layouts and of how the language is written, as workbooks have them. */
  readonly bookWords: (language: Language) => string
  /** The same of all that is printed: releases, and summaries of reports. */
  readonly pageWords: (language: Language) => string
}

export interface Opened {
  readonly inputs: Inputs
  /** Nothing where the data or templates have errors. */
  readonly state?: State
  /** Errors alone; each file is named with the side that it is of. */
  readonly diagnostics: readonly Diagnostic[]
}

/** @param prefix of the files of this side, where it is not the working tree: `main:` */
export async function openState(inputs: Inputs, side: SideName, { memo, prefix }: Opening): Promise<Opened> {
  const { sources, files, templates, records } = loadedFrom(inputs, memo)
  const all = [...sources.diagnostics, ...files.diagnostics, ...templates.diagnostics, ...records.diagnostics]
  const errors = all.filter(({ severity }) => severity === 'error')
  const { value: dataset } = records
  if (!dataset || errors.length > 0) return { inputs, diagnostics: errors.map(each => ofSide(each, prefix)) }
  return { inputs, state: stateOf(side, dataset, templates.value), diagnostics: [] }
}

export interface Opening {
  readonly memo: Memo
  readonly prefix: string
}

/** As git names a file of a revision: `main:data/society.yaml`. */
export function ofSide(told: Diagnostic, prefix: string): Diagnostic {
  if (!told.span || prefix === '') return told
  const { file, start, end } = told.span
  return { ...told, span: { file: { ...file, path: `${prefix}${file.path}` }, start, end } }
}

function stateOf(side: SideName, dataset: Dataset, templates: TemplateSet): State {
  const accounts = accountsOf(dataset)
  const planned: readonly PlannedReport[] = [
    ...plannedAnnual(dataset, accounts),
    ...plannedConsolidated(dataset, accounts),
  ]
  const known = new Map<string, ReadonlySet<string>>()
  const words = wordsOf(templates)
  return {
    side,
    dataset,
    templates,
    reports: new Map(planned.map(each => [stemOf(each.name), each])),
    basis: ({ agreements }) => {
      const name = agreements.join(' ')
      const basis = known.get(name) ?? new Set(basisOf(dataset, agreements).map(nameOfRecord))
      known.set(name, basis)
      return basis
    },
    ...words,
  }
}

function wordsOf({ texts, wording, layouts, packs }: TemplateSet): Pick<State, 'bookWords' | 'pageWords'> {
  const phrasesOf = (language: Language) =>
    [...(wording.get(language)?.phrases.values() ?? [])].map(({ key, text }) => [key, text] as const)
  const shownBy = lazily(() =>
    [...layouts.values()].map(({ name, sheets }) => [
      name,
      sheets.map(({ sheet, columns }) => [sheet, columns.map(({ column, width }) => [column, width])]),
    ]),
  )
  const written = lazily(() =>
    [...texts].flatMap(([path, { text }]) => (/^(wording|languages)\/|\.yaml$/.test(path) ? [] : [[path, text]])),
  )
  const isOfReports = ([key]: readonly [string, string]) => key.startsWith('report.')
  return {
    bookWords: onceEach(language =>
      contentOf(phrasesOf(language).filter(isOfReports), shownBy(), packOf(language, packs)),
    ),
    pageWords: onceEach(language => contentOf(phrasesOf(language), written(), packOf(language, packs))),
  }
}

function onceEach(make: (language: Language) => string): (language: Language) => string {
  const made = new Map<Language, string>()
  return language => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}

/** Whether the words of a language are the same on both sides; what was loaded once is not looked at. */
export const isWordedAlike = (
  [before, after]: readonly [State, State],
  by: 'bookWords' | 'pageWords',
  language: Language,
): boolean => before.templates === after.templates || before[by](language) === after[by](language)
