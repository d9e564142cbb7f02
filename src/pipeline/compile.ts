/** From files to works, all of it pure but the reading: the half of a build that `check` shares. */

import { timed } from '../disk/spans.ts'
import type { Loaded } from '../load/load.ts'
import { allIn, type Dataset, type Entry, nameOf, subjectsIn } from '../model/dataset.ts'
import { type Diagnostic, distinct, eachOnce, hasErrors, inOrder, type Outcome, together } from '../model/diagnostic.ts'
import { cleanOnes, type Memo } from '../model/memo.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Work } from '../model/work.ts'
import { withoutAccepted } from '../press/accepted.ts'
import { unseenIn } from '../press/editorial.ts'
import { checkYears } from '../press/editorial-years.ts'
import type { Desk } from './desk.ts'
import { contentOf } from './digest.ts'
import { loadedFrom } from './loaded.ts'
import { stepsWith } from './memo/steps.ts'
import { type PressOptions, pressWorks } from './press-works.ts'
import { recordsOf } from './record-of.ts'
import type { Reporting } from './report-works.ts'
import { isSelected, nothingSelected, relevant, type Selection, subjectsToTell } from './select.ts'
import type { KeyedWork } from './work.ts'

export interface Compilation {
  readonly loaded: Loaded
  readonly templates: TemplateSet
  /** When the embargoes end, ISO 8601: at these moments, and no others, the clock changes what is told. */
  readonly embargoes: readonly string[]
  readonly works: readonly KeyedWork[]
  /** The records that a work is named after. */
  readonly recordsOf: (work: Work) => readonly Entry[]
  /** All there is to tell about what was looked at, in order. */
  readonly diagnostics: readonly Diagnostic[]
  /** Those that concern what was asked for. */
  readonly relevant: readonly Diagnostic[]
}

/**
 * @param asOf the moment (ISO 8601, UTC) that editorial checks call now; it decides diagnostics, never bytes.
 * @param whenSound is waited for when all was read and nothing found wrong in it, long before there is an answer
 */
export async function compile(
  desk: Desk,
  selection: Selection,
  asOf: string,
  whenSound?: () => Promise<unknown>,
): Promise<Compilation> {
  const { inputs, memo } = desk
  const { sources, files, templates, records: dataset } = timed('check', undefined, () => loadedFrom(inputs, memo))
  const read = [...sources.diagnostics, ...files.diagnostics, ...dataset.diagnostics, ...templates.diagnostics]
  if (!dataset.value) {
    const diagnostics = inOrder(read)
    return {
      loaded: dataset,
      templates: templates.value,
      embargoes: [],
      works: [],
      recordsOf: () => [],
      diagnostics,
      relevant: diagnostics,
    }
  }
  if (!hasErrors(read)) await whenSound?.()
  const known = dataset.value
  const common = {
    dataset: known,
    templates: templates.value,
    steps: stepsWith(memo, [...sources.files, ...files.texts, ...files.shipped]),
    isWanted: (work: Work): boolean => isSelected(work, selection, known),
  }
  const nothing: Outcome<readonly KeyedWork[]> = { value: [], diagnostics: [] }
  const { leftOut } = dataset
  const press = await timed('models', undefined, () => releasesOf(desk, { ...common, asOf, selection, leftOut }))
  const reports =
    selection.only === 'press'
      ? nothing
      : await timed('models', undefined, () =>
          reportsOf({
            ...common,
            templatesDigest: inputs.templatesDigest(),
            selection,
            isKept: !desk.isForTelling,
          }),
        )
  const unseen = unseenInAll(known, memo)
  const works = [...press.value, ...reports.value]
  const all = distinct(
    together([...read, ...unseen, ...checkYears(known), ...press.diagnostics, ...reports.diagnostics]),
  )
  const found = withoutAccepted(all, known, press.isAllTold)
  const isSilent = works.length === 0 && !hasErrors(found)
  const diagnostics = inOrder([...found, ...(isSilent ? nothingSelected(selection, known) : [])])
  return {
    loaded: dataset,
    templates: templates.value,
    embargoes: embargoesIn(known),
    works,
    recordsOf: work => recordsOf(work, known),
    diagnostics: eachOnce(diagnostics),
    relevant: eachOnce(relevant(diagnostics, selection, works, dataset)),
  }
}

/** In the texts of all records, whatever is built of them. */
function unseenInAll(dataset: Dataset, memo: Memo): readonly Diagnostic[] {
  const clean = cleanOnes(memo, 'unseen', contentOf(dataset.society.data.languages))
  const found = allIn(dataset).flatMap(entry => {
    const name = nameOf(entry.origin)
    if (clean.isClean(name)) return []
    const unseen = unseenIn(entry, dataset)
    if (unseen.length === 0) clean.addClean(name)
    return unseen
  })
  clean.keep()
  return found
}

function embargoesIn(dataset: Dataset): readonly string[] {
  const all = subjectsIn(dataset).flatMap(({ data }) => data.release?.embargo_until ?? [])
  return [...new Set(all)]
}

interface Releases extends Outcome<readonly KeyedWork[]> {
  /** Whether every remark that can be made of a record was made. */
  readonly isAllTold: (of: Entry) => boolean
}

/** Of the records that are asked for, where that is known beforehand and there is something to make of them; else of all. */
async function releasesOf(
  desk: Desk,
  { selection, leftOut, ...pressing }: PressOptions & Pick<Loaded, 'leftOut'> & { readonly selection: Selection },
): Promise<Releases> {
  if (isReportsOnly(selection)) return { value: [], diagnostics: [], isAllTold: () => false }
  const subjects = subjectsToTell(selection, pressing.dataset, leftOut)
  const asked = subjects && (await pressWorks(desk, { ...pressing, subjects }))
  if (asked && asked.value.length > 0)
    return { ...asked, isAllTold: ({ id, data }) => 'release' in data && subjects.has(id) }
  return { ...(await pressWorks(desk, pressing)), isAllTold: () => true }
}

/** Loaded only where reports are asked for. */
async function reportsOf(reporting: Reporting): Promise<Outcome<readonly KeyedWork[]>> {
  const { reportWorks } = await import('./report-works.ts')
  return reportWorks(reporting)
}

const isReportsOnly = ({ only }: Selection): boolean => only === 'report' || only === 'workbook'
