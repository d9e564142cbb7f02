/** A full release and what stands beside it, for the tests of this folder. */
import type { Dataset } from '../../../src/model/dataset.ts'
import { releases } from '../../../src/press/releases.ts'
import { renderBeside } from '../../../src/render/beside/beside.ts'
import { renderRelease } from '../../../src/render/words/html.ts'
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

export function besideOf(dataset: Dataset, language = 'en', templates = packaged, surroundings = around) {
  const plan = releases(dataset).value.find(each => each.language === language)
  if (!plan) throw new Error(`no release in ${language}`)
  const { value, diagnostics } = renderBeside(plan, templates, surroundings)
  if (!value) throw new Error(diagnostics.map(each => each.message).join('\n'))
  const [yaml = '', json = ''] = value.attachments.map(each => new TextDecoder().decode(each.bytes))
  return { ...value, diagnostics, plan, record: { yaml, json }, pdfHtml: renderRelease(plan, templates).value }
}

interface Article {
  readonly [name: string]: unknown
}
export function articleOf(html: string): Article {
  const written = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  return JSON.parse(written) as Article
}
