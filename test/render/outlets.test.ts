/**
 * Every value of a release stands in every outlet, or is listed below as absent from it, with the reason. A release that has
 * everything, each text a mark of its own, is written out: a text is looked for by its mark; a value that is no text is
 * changed, and an outlet that comes out as before does not tell it.
 */
import { expect, test } from 'vitest'
import { type ReleaseModel, releaseModel } from '../../src/model/document.ts'
import { meetingKinds } from '../../src/model/record/meeting.ts'
import { namesIn } from '../../src/press/names.ts'
import { writeRelease } from '../../src/render/beside/beside.ts'
import { releaseWriters } from '../../src/render/formats.ts'
import { renderRelease } from '../../src/render/words/html.ts'
import { filledRelease, notWords } from '../support/filled-release.ts'
import { changedAt, type Leaf, leavesOf, shapeOf } from '../support/leaves.ts'
import { releaseTemplates } from '../support/sample-release.ts'

const writers = await releaseWriters()
const templates = releaseTemplates()
const languages = ['ru', 'uz-Latn', 'uz-Cyrl', 'en']
const leaves = leavesOf(shapeOf(releaseModel))
const markOf = (path: string): string => `q${leaves.findIndex(leaf => leaf.path === path)}q`

const whole = filledRelease(markOf)

/** Whole but for what stands in the way of something else. */
const bare: ReleaseModel = {
  ...whole,
  release: { status: 'approved', draft: false },
  letterhead: { name: whole.letterhead.name, city: whole.letterhead.city },
  photos: whole.photos.map(photo => {
    const { caption: _, ...rest } = photo
    return rest
  }),
  sample: { illustrative: false },
}

function worded(language: string, kind: (typeof meetingKinds)[number]): ReleaseModel {
  const { text: _, ...lead } = whole.lead
  return { ...whole, language, lead: { ...lead, key: `press.lead.${kind}` } }
}

type Outlet = (typeof outlets)[number]
type Outlets = { readonly [outlet in Outlet]: string }
/** Three printed pages, the web page, plain text, the agencies' item, the facts in the PDF, the data for search engines. */
const printed = ['release', 'news', 'note'] as const
const outlets = [...printed, 'web', 'text', 'agencies', 'facts', 'search'] as const

function written(model: ReleaseModel): Outlets {
  const work = {
    kind: 'press' as const,
    year: 2022,
    id: model.id,
    language: model.language,
    date: '',
    records: [],
    model,
  }
  const page = (variant = model.variant) => renderRelease({ ...work, model: { ...model, variant } }, templates)
  const [release, news, note] = [page(), page('news'), page('meeting-note')] as const
  const around = { issuer: 'uz', timeZone: 'Asia/Tashkent', languages }
  const beside = writeRelease(work, { templates, around, namesIn, writers })
  expect([release, news, note, beside].flatMap(each => each.diagnostics)).toEqual([])
  const contentOf = (format: string) => beside.value.get(format)
  const [web, text, json, pdf] = [contentOf('html'), contentOf('txt'), contentOf('json'), contentOf('pdf')]
  const html = web && 'html' in web ? web.html : ''
  const textIn = (content: typeof text): string => (content && 'text' in content ? content.text : '')
  const search = /<script type="application\/ld\+json">.*?<\/script>/s.exec(html)?.[0] ?? ''
  const attachments = pdf && 'attachments' in pdf ? pdf.attachments : []
  const facts = attachments.map(each => new TextDecoder().decode(each.bytes)).join('')
  const pages = { release: release.value, news: news.value, note: note.value }
  return { ...pages, web: html.replace(search, ''), text: textIn(text), agencies: textIn(json), facts, search }
}

function other(value: unknown, { path, shape }: Leaf): unknown {
  if (shape.type === 'boolean') return value !== true
  return shape.enum ? shape.enum.find(each => each !== value) : notWords[path]?.[1]
}

const bases = [whole, bare, ...languages.map(language => worded(language, 'working'))]
const basePages = bases.map(written)
const pages = [
  ...basePages,
  ...languages.flatMap(language => meetingKinds.map(kind => written(worded(language, kind)))),
]
const isMarked = ({ path, shape }: Leaf): boolean => shape.type === 'string' && !shape.enum && !(path in notWords)
const changedPages = new Map(
  leaves
    .filter(leaf => !isMarked(leaf))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- changed to another value of the same kind
    .map(leaf => [
      leaf.path,
      bases.map(base => written(changedAt(base, leaf.path, v => other(v, leaf)) as ReleaseModel)),
    ]),
)

const isTold = (outlet: Outlet, leaf: Leaf): boolean =>
  isMarked(leaf)
    ? pages.some(page => page[outlet].includes(markOf(leaf.path)))
    : (changedPages.get(leaf.path) ?? []).some((page, index) => page[outlet] !== basePages[index]?.[outlet])

const allBut = (...told: readonly Outlet[]): readonly Outlet[] => outlets.filter(each => !told.includes(each))
const wordless = ['text', 'agencies', 'facts', 'search'] as const

/** What is absent on purpose: which values, from which outlets, and why. An entry that is not needed fails. */
const absences: readonly (readonly [values: RegExp, from: readonly Outlet[], why: string])[] = [
  [/^id$/, [...printed, 'text'], 'it names files'],
  [/^kind$/, allBut('facts'), 'readers see which it is'],
  [/^variant$/, ['news', 'note', 'facts'], 'it is the template itself, and no fact'],
  [/^day\.iso$/, allBut('facts'), 'it is written out, or stands in the lead'],
  [/^issued\.iso$/, ['text'], 'it is written out'],
  [/^issued\.text$/, ['agencies', 'facts', 'search'], 'machines take the day itself'],
  [/^day\.several$/, ['facts'], '“when” names all days'],
  [/^release\.status$/, allBut('agencies'), 'a draft is told; what is withheld is built nowhere'],
  [/^release\.(embargo|corrected)\.iso$/, [...printed, 'text'], 'it is written out'],
  [/^release\.embargo\.text$/, ['agencies', 'facts', 'search'], 'machines take the moment itself'],
  [/^release\.corrected\.day$/, ['facts', 'search'], 'machines take the day itself'],
  [/^letterhead\.short$/, allBut('facts', 'search'), 'the lead introduces it'],
  [/^discussion\.topics\.\*$/, allBut('facts'), 'a list prints them with their stops'],
  [/^discussion\.points\.\*$/, ['facts'], 'the topics stand there without stops'],
  [/^passages\.\*\.name$/, allBut('facts'), 'its heading says it'],
  [/^passages\.\*\.heading$/, ['facts'], 'its name stands there'],
  [/^severalSteps$/, ['facts'], 'whoever reads the list sees it'],
  [/^letterhead\.websiteText$/, wordless, 'the address itself stands there'],
  [/^(letterhead\.logo|photos\.\*)\.path$/, outlets, 'the picture is fetched by it'],
  [/^(letterhead\.logo|photos\.\*)\.src$/, wordless, 'no picture is shown there'],
  [/^letterhead\.logo\.alt$/, wordless, 'no logo is shown there'],
  [/^lead\.key$/, ['facts'], 'what the sentence is made of stands there'],
  [/^lead\.meetingKind$/, allBut('facts'), 'the sentence says it'],
  [/^lead\.\w+\.several$/, outlets, 'for phrases; no packaged one needs it'],
  [/^lead\.(host|partners)\.name$/, allBut('note'), 'the sentence introduces them'],
  [/^lead\.parties\.name$/, outlets, 'the sentence introduces them'],
  [/^lead\.\w+\.introduced\.name$/, ['facts'], 'each of them is named'],
  [/^lead\.(host|partners)\.members\.\*\.(name|short)$/, allBut('facts'), 'the sentence introduces them'],
  [/^lead\.parties\.members\.\*\.name$/, allBut('agencies', 'search'), 'the sentence introduces them'],
  [/^lead\.parties\.members\.\*\.short$/, allBut('search'), 'the sentence introduces them'],
  [/^(lead\.\w+\.members\.\*|participants\.\*\.organization)\.id$/, outlets, 'it tells whose forms are missing'],
  [/^(participants\.\*\.people|quotes)\.\*\.(record|asks|field)$/, outlets, 'it tells whose forms are missing'],
  [/^participants\.\*\.organization\.short$/, allBut('facts'), 'its full name is the heading'],
  [/^participants\.\*\.host$/, allBut('facts'), 'guests stand before hosts'],
  [/\.(forms|roleForms)\.\w+$/, outlets, 'for templates of a workspace; no packaged one declines it'],
  [/^lead\.\w+\.\w+(tive|tal|nal)$/, outlets, 'the sentence introduces them'],
  [/^lead\.\w+\.introduced\.(dative|prepositional)$/, outlets, 'for phrases; no packaged one asks for the case'],
  [/^lead\.\w+\.(introduced\.)?definite$/, outlets, 'for languages that have an article'],
  [/^lead\.host\.introduced\.genitive$/, outlets, 'for phrases; no packaged one asks for the case'],
  [/^lead\.(partners|parties)\.introduced\.(acc|instr)\w+$/, outlets, 'for phrases; no packaged one asks for the case'],
  [/^lead\.host\.introduced\.(acc|instr)\w+$/, ['facts'], 'each of them is named'],
  [/^lead\.(partners|parties)\.introduced\.genitive$/, ['facts'], 'each of them is named'],
  [/^notesToEditors$/, ['search'], 'not meant for readers'],
  [/^boilerplate$/, ['news', 'note'], 'short forms do without it'],
  [/^contact\.(role|hours)$/, ['agencies', 'search'], 'their vocabularies have no place for it'],
  [/^contact\.phoneLink$/, wordless, 'nothing is dialled there'],
  [/^colours\./, wordless, 'nothing is coloured there'],
]

const listed = (outlet: Outlet, { path }: Leaf) =>
  absences.filter(([values, from]) => from.includes(outlet) && values.test(path))

test.each(outlets)('nothing is missing in: %s', outlet => {
  const missing = leaves.filter(leaf => !isTold(outlet, leaf) && listed(outlet, leaf).length === 0)
  expect(missing.map(({ path }) => path)).toEqual([])
})

test.each(outlets)('nothing is listed as absent that stands in: %s', outlet => {
  const told = leaves.filter(leaf => isTold(outlet, leaf) && listed(outlet, leaf).length > 0)
  expect(told.map(({ path }) => path)).toEqual([])
})

test('each absence is listed once, and is one of the schema', () => {
  const twice = outlets.flatMap(outlet => leaves.filter(leaf => listed(outlet, leaf).length > 1))
  expect(twice.map(({ path }) => path)).toEqual([])
  const unknown = absences.filter(([values]) => !leaves.some(({ path }) => values.test(path)))
  expect(unknown.map(([values]) => String(values))).toEqual([])
})
