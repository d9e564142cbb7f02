/** A full release and what stands beside it, for the tests of this folder. */

import type { Dataset } from '../../../src/model/dataset.ts'
import type { ReleaseModel } from '../../../src/model/document.ts'
import type { TemplateSet } from '../../../src/model/templates.ts'
import type { WorkOf } from '../../../src/model/work.ts'
import { namesIn } from '../../../src/press/names.ts'
import { writeRelease } from '../../../src/render/beside/beside.ts'
import { releaseWriters } from '../../../src/render/formats.ts'
import { inWords } from '../../support/in-words.ts'
import { releases } from '../../support/releases.ts'
import { releaseTemplates, withMeeting } from '../../support/sample-release.ts'

export const packaged = releaseTemplates()
export const around = { issuer: 'uz', timeZone: 'Asia/Tashkent', languages: ['ru', 'uz-Latn', 'uz-Cyrl', 'en'] }

/** Every block that a release may have. */
export const full = (change: (text: string) => string = text => text): Dataset =>
  withMeeting(text => change(`${text}${extras}`.replace('release:', `${story}release:`)))

const story = `background: { en: "First.\\n\\nSecond with [a link](https://example.org/page)." }
topics:
  intro: { en: 'They spoke of:' }
  items: [{ text: { en: first aid } }, { text: { en: the tracing service } }]
  after: { en: After that. }
plans: { en: "- one\\n- two\\n  1. nested" }
closing: { en: It ended. }
`
const extras = `  subheadline: { en: A line beneath }
  body: { en: "## Heading\\n\\n| A | B |\\n|---|---|\\n| 1 | 2 |" }
  quotes: [{ text: { en: 'We go on.' }, speaker: { en: A. Speaker }, role: { en: director }, organization: society }]
  next_steps: [{ en: Agree the plan }]
  notes_to_editors: { en: Note. }
  photos: [{ file: media/photo.jpg, alt: { en: People at a table }, caption: { en: The meeting }, credit: { en: 'B. Photographer' } }]
`

const writers = await releaseWriters()

/** Every format as a build writes it. Nothing where the templates are wrong. */
export function writtenFrom(release: WorkOf<ReleaseModel>, templates: TemplateSet = packaged, surroundings = around) {
  const { value, diagnostics } = writeRelease(release, { templates, around: surroundings, namesIn, writers })
  const contents = [...value.values()]
  const printed = contents.find(each => 'attachments' in each)
  const pages = contents.filter(each => 'html' in each && each !== printed)
  const [page] = pages.flatMap(each => ('html' in each ? [each.html] : []))
  const text = (format: string): string | undefined => {
    const content = value.get(format)
    return content && 'text' in content ? content.text : undefined
  }
  if (!printed || !('attachments' in printed)) return { value: undefined, diagnostics }
  const { attachments, facts } = printed
  const beside = { html: page ?? '', text: text('txt') ?? '', json: text('json') ?? '', facts, attachments }
  return { value: { ...beside, pdfHtml: printed.html }, diagnostics }
}

export function besideOf(dataset: Dataset, language = 'en', templates = packaged, surroundings = around) {
  const plan = releases(dataset).value.find(each => each.language === language)
  if (!plan) throw new Error(`no release in ${language}`)
  const { value, diagnostics } = writtenFrom(plan, templates, surroundings)
  if (!value)
    throw new Error(
      inWords(diagnostics)
        .map(each => each.message)
        .join('\n'),
    )
  const [yaml = '', json = ''] = value.attachments.map(each => new TextDecoder().decode(each.bytes))
  return { ...value, diagnostics, plan, record: { yaml, json } }
}

interface Article {
  readonly [name: string]: unknown
}
export function articleOf(html: string): Article {
  const written = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  return JSON.parse(written) as Article
}
