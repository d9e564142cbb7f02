/** The workspace as an exchange sees it: what its records are called, and the words of every language. */

import type { Dataset } from '../model/dataset.ts'
import { goOperationWords, goProgrammeWords, goSectorWords, goTagWords, goVisibilityWords } from '../model/go-words.ts'
import { activityTypes, partnerRoles } from '../model/record/activity.ts'
import { goTags } from '../model/record/area.ts'
import { type Said, said } from '../model/said.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Language } from '../model/text.ts'
import { type Directory, directoryOf, type Named } from './directory.ts'

export interface Site {
  readonly dataset: Dataset
  readonly main: Language
  /** In which the society publishes. */
  readonly languages: readonly Language[]
  /** In which there are words: tables of others may be in any of them. */
  readonly worded: readonly Language[]
  /** The text of a key in every language that has it. */
  readonly words: (key: string) => { readonly [language: Language]: string }
  readonly named: { readonly [list in ListName]: Directory }
}

/** What a cell may name. */
export type ListName =
  | 'areas'
  | 'regions'
  | 'sides'
  | 'partners'
  | 'agreements'
  | 'types'
  | 'partner_roles'
  | 'methods'
  | 'operations'
  | 'programmes'
  | 'tags'
  | 'visibilities'
  | 'statuses'

const countingMethods = ['registration', 'headcount', 'estimate', 'partner-report'] as const

export function siteOf(dataset: Dataset, templates: TemplateSet): Site {
  const { languages } = dataset.society.data
  const main = languages[0] ?? 'en'
  const words = (key: string) =>
    Object.fromEntries(
      [...templates.wording].flatMap(([language, { phrases }]) => {
        const phrase = phrases.get(key)
        return phrase && !phrase.isLent ? [[language, phrase.text] as const] : []
      }),
    )
  const list = (what: Said, entries: readonly Named[]) => directoryOf(what, entries, main)
  const vocabulary = (what: Said, codes: readonly string[], of: Vocabulary) =>
    list(
      what,
      codes.map(id => ({ id, texts: [...(of.key ? [words(`${of.key}.${id}`)] : []), of.go?.[id]] })),
    )
  return {
    dataset,
    main,
    languages,
    worded: [...templates.wording.keys()],
    words,
    named: {
      ...recordsIn(dataset, list),
      types: vocabulary(said('type'), activityTypes, { key: 'report.types' }),
      partner_roles: vocabulary(said('role of a partner'), partnerRoles, { key: 'report.partner_roles' }),
      methods: vocabulary(said('way of counting'), countingMethods, { key: 'report.counting_methods' }),
      statuses: vocabulary(said('status'), ['planned', 'ongoing', 'completed', 'cancelled'], { key: 'report.status' }),
      operations: vocabulary(said('GO operation type'), ['programme', 'emergency'], { go: goOperationWords }),
      programmes: vocabulary(said('GO programme type'), ['bilateral', 'multilateral', 'domestic'], {
        go: goProgrammeWords,
      }),
      tags: vocabulary(said('GO tag'), goTags, { key: 'report.go_sectors', go: goTagWords }),
      visibilities: vocabulary(said('GO visibility'), ['public', 'movement', 'ifrc', 'ns'], { go: goVisibilityWords }),
    },
  }
}

interface Vocabulary {
  /** Of its words. */
  readonly key?: string
  /** What GO says. */
  readonly go?: { readonly [code: string]: string }
}

type List = (what: Said, entries: readonly Named[]) => Directory

function recordsIn(dataset: Dataset, list: List) {
  const { society, organization, agreement } = dataset
  const places = [...dataset.place.values()].filter(({ data }) => data.type === 'region')
  const partners = [...organization.values()].map(({ id, data }) => ({
    id,
    texts: [data.name, data.short_name],
    codes: [data.go_code],
  }))
  const own = { id: 'society', texts: [society.data.name, society.data.short_name], codes: [society.data.fdrs_code] }
  return {
    areas: list(
      said('area of cooperation'),
      [...dataset.area.values()].map(({ id, data }) => ({
        id,
        texts: [data.name, data.short_name],
        // Several areas may be of one sector: then it names none of them.
        shared: data.go_sector ? [data.go_sector, goSectorWords[data.go_sector]] : [],
      })),
    ),
    regions: list(
      said('region'),
      places.map(({ id, data }) => ({ id, texts: [data.name], codes: [data.pcode, data.iso_code] })),
    ),
    sides: list(said('organization'), [own, ...partners]),
    partners: list(said('partner'), partners),
    agreements: list(
      said('agreement'),
      [...agreement.values()].map(({ id, data }) => ({ id, texts: [data.title], codes: [data.number] })),
    ),
  }
}

/** One text of several languages: in the language asked for, in English, or any. */
export function wordIn(texts: { readonly [language: Language]: string }, language: Language): string {
  return texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
}
