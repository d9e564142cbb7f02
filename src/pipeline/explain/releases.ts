/** A release explained paragraph by paragraph: the fields of records and the phrases of templates/wording/ in each. */

import { leavesOf } from '../../compare/records.ts'
import type { FieldOf, ParagraphExplanation, ReleaseExplanation } from '../../explain/explanation.ts'
import { type Dataset, type Entry, type Subject, subjectNamed } from '../../model/dataset.ts'
import { factsOf } from '../../model/record/kinds.ts'
import { isTextAt } from '../../model/record/text-fields.ts'
import type { TemplateSet, Wording } from '../../model/templates.ts'
import { pathOf, stemOf } from '../../model/work.ts'
import { writtenAt } from '../../model/written-at.ts'
import { namesIn } from '../../press/names.ts'
import { releasesOf, subjectsOf } from '../../press/releases.ts'
import { writeRelease } from '../../render/beside/beside.ts'
import { formats } from '../../render/formats.ts'
import type { State } from '../compare/state.ts'
import { surroundings } from '../surroundings.ts'
import type { Made } from './built.ts'
import { markedText, marksIn } from './marks.ts'

/** Those whose files are called so: `press/2022/2022-08-15-icrc.ru`. */
export interface Released {
  readonly subject: Subject
  readonly language: string
}

type Words = Pick<State, 'dataset' | 'templates'>

export function releaseCalled(stem: string, { dataset }: State): Released | undefined {
  for (const subject of subjectsOf(dataset))
    for (const work of releasesOf(subject, dataset).value)
      if (stemOf(work) === stem) return { subject, language: work.language }
  return undefined
}

export async function explainedRelease(
  { subject, language }: Released,
  { dataset, templates }: State,
): Promise<ReleaseExplanation> {
  const plain = await paragraphsOf({ subject, language }, { dataset, templates })
  const sources: Source[] = []
  const marked = {
    dataset: markedDataset(dataset, subject, sources),
    templates: markedTemplates(templates, language, sources),
  }
  const told = await paragraphsOf({ subject: subjectNamed(marked.dataset, subject.id) ?? subject, language }, marked)
  const days = await daysIn(subject, language, { dataset, templates, plain })
  const paragraphs = plain.map((text, at): ParagraphExplanation => {
    const found = marksIn(told[at] ?? '').flatMap(number => sources[number] ?? [])
    const fields = [...found.flatMap(each => ('key' in each ? [] : [each])), ...(days.get(at) ?? [])]
    const wording = found.flatMap(each => ('key' in each ? [each.key] : []))
    if (fields.length + wording.length === 0) fields.push(...fieldsSaying(text, [subject, dataset.society]))
    return { text, fields: distinct(fields), wording }
  })
  const [work] = releasesOf(subject, dataset).value.filter(each => each.language === language)
  return { file: work ? pathOf(work, 'txt') : '', record: fieldAt(subject, ''), paragraphs }
}

type Source = FieldOf | { readonly key: string }

const fieldAt = (entry: Entry, at: string): FieldOf => ({ kind: entry.kind, id: entry.id, at, ...writtenAt(entry, at) })

function distinct(fields: readonly FieldOf[]): readonly FieldOf[] {
  return [...new Map(fields.map(field => [`${field.kind}/${field.id}${field.at}`, field])).values()]
}

/** What is no text and printed as it is written, such as a number to call. */
const fieldsSaying = (paragraph: string, entries: readonly Entry[]): readonly FieldOf[] =>
  entries.flatMap(entry =>
    leavesOf(entry.data).flatMap(([at, value]) =>
      String(value).length >= 5 && unbroken(paragraph).includes(unbroken(String(value))) ? [fieldAt(entry, at)] : [],
    ),
  )

const unbroken = (text: string): string => text.replace(/\s/gu, ' ')

/** Its plain text as a build would write it now. */
export async function textOf(
  { subject, language }: Released,
  { dataset, templates }: Words,
): Promise<Made | undefined> {
  const told = releasesOf(subject, dataset).value
  const release = told.find(each => each.language === language)
  const writer = await formats['txt']?.release?.()
  if (!release || !writer) return undefined
  const around = surroundings(
    dataset,
    told.map(each => each.language),
  )
  const { value } = writeRelease(release, { templates, around, namesIn, writers: new Map([['txt', writer]]) })
  const content = value.get('txt')
  return content && { work: release, format: 'txt', content }
}

async function paragraphsOf(released: Released, words: Words): Promise<readonly string[]> {
  const made = await textOf(released, words)
  const text = made && 'text' in made.content ? made.content.text : ''
  return text.split('\n').filter(line => line.trim() !== '')
}

/** Copies whose texts end in marks; codes, days, paths and addresses are as they were. */
function markedDataset(dataset: Dataset, subject: Subject, sources: Source[]): Dataset {
  const marked = <E extends Entry>(entry: E): E => {
    const data = structuredClone(entry.data)
    markTexts(entry, data, sources)
    return { ...entry, data }
  }
  const all = <E extends Entry>(held: ReadonlyMap<string, E>, isIn: (entry: E) => boolean = () => true) =>
    new Map([...held].map(([id, entry]) => [id, isIn(entry) ? marked(entry) : entry] as const))
  const isSubject = (entry: Entry): boolean => entry === subject
  return {
    ...dataset,
    society: marked(dataset.society),
    organization: all(dataset.organization),
    person: all(dataset.person),
    place: all(dataset.place),
    activity: all(dataset.activity, isSubject),
    meeting: all(dataset.meeting, isSubject),
  }
}

/** @param data a copy of what the record says, which is changed */
function markTexts(entry: Entry, data: object, sources: Source[]): void {
  const walk = (node: object, at: string): void => {
    for (const [name, value] of Object.entries(node)) {
      const pointer = `${at}/${name}`
      if (typeof value === 'object' && value !== null) walk(value, pointer)
      else if (typeof value === 'string' && isTextAt(entry.kind, pointer))
        Reflect.set(node, name, markedText(value, sources.push(fieldAt(entry, pointer)) - 1))
    }
  }
  walk(data, '')
}

function markedTemplates(templates: TemplateSet, language: string, sources: Source[]): TemplateSet {
  const wording = templates.wording.get(language)
  if (!wording) return templates
  const phrases = new Map(
    [...wording.phrases].map(([key, phrase]) => {
      if (!key.startsWith('press.')) return [key, phrase] as const
      return [key, { ...phrase, text: markedText(phrase.text, sources.push({ key }) - 1) }] as const
    }),
  )
  const marked: Wording = { ...wording, phrases }
  return { ...templates, wording: new Map([...templates.wording, [language, marked]]) }
}

interface Given {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly plain: readonly string[]
}

/** Days are written out by the language: whichever paragraph changes with one is of it. */
async function daysIn(
  subject: Subject,
  language: string,
  { dataset, templates, plain }: Given,
): Promise<ReadonlyMap<number, readonly FieldOf[]>> {
  const found = new Map<number, FieldOf[]>()
  const { first, last } = factsOf(subject.kind).days ?? {}
  for (const name of [first, last]) {
    if (name === undefined) continue
    const other = aYearEarlier(subject, name)
    if (!other) continue
    const told = await paragraphsOf({ subject: other, language }, { dataset, templates })
    for (const [at, text] of plain.entries())
      if (told[at] !== text) found.set(at, [...(found.get(at) ?? []), fieldAt(subject, `/${name}`)])
  }
  return found
}

/** Nothing where the record does not say the day. */
function aYearEarlier<S extends Subject>(subject: S, field: string): S | undefined {
  const data = structuredClone(subject.data)
  const day: unknown = Reflect.get(data, field)
  if (typeof day !== 'string') return undefined
  Reflect.set(data, field, `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`)
  return { ...subject, data }
}
