/** A release as it is read out of its PDF, and what of it is missing there. */
import { execFileSync } from 'node:child_process'
import type { ReleaseModel } from '../../src/model/document.ts'

export const tool = (name: string, ...words: string[]) =>
  execFileSync(name, words, { encoding: 'utf8', maxBuffer: 1 << 26 })

/**
 * Lines joined, U+00A0 as a space, U+00AD gone; without the running head and foot.
 * @param order `layout`: as pdftotext guesses it from the page; `raw`: as it stands in the file, and so in its structure
 */
export function readable(file: string, order: 'layout' | 'raw' = 'layout'): string {
  const inside = ['-x', '0', '-y', '38', '-W', '596', '-H', '754']
  return tool('pdftotext', ...(order === 'raw' ? ['-raw'] : []), ...inside, file, '-')
    .replace(/\u00ad\s*/g, '')
    .replace(/[\s\u00a0\f]+/g, ' ')
    .trim()
}

/** Letters and digits alone: what the page adds between them (bullets, hyphens, quotation marks) does not matter here. */
const bare = (text: string) => text.replace(/\u00ad/g, '').replace(/[^\p{L}\p{N}]+/gu, '')
const unmarked = (markdown: string) =>
  markdown.replace(/\]\([^)]*\)/g, ']').replace(/^\s*(?:[-*]|#+|\|[-:| ]+\|$)\s*/gm, '')

/** Texts of the release that its PDF does not hold, each sought behind the one before. */
export function missingInOrder(model: ReleaseModel, file: string, order: 'layout' | 'raw'): readonly string[] {
  const text = bare(readable(file, order))
  let from = 0
  return textsOf(model).flatMap(each => {
    const wanted = bare(each)
    const at = text.indexOf(wanted, from)
    if (wanted === '' || at === -1) return wanted === '' ? [] : [each]
    from = at + wanted.length
    return []
  })
}

/** What the record says, block by block, in the order of its template. */
function textsOf(model: ReleaseModel): readonly string[] {
  const { release, lead, contact } = model
  const people = model.participants.flatMap(side => [
    side.organization.name,
    ...side.people.flatMap(each => [each.name ?? '', each.role ?? '']),
  ])
  const photos = model.photos.flatMap(each => [each.caption ?? '', each.credit ?? ''])
  const story = [
    ...blocks(model.background),
    model.discussion?.intro ?? '',
    ...(model.discussion?.topics ?? []),
    ...blocks(model.discussion?.after),
    ...blocks(model.plans),
    ...blocks(model.body),
    ...model.quotes.flatMap(each => [each.text, each.speaker ?? '', each.role ?? '']),
    ...model.nextSteps,
    ...blocks(model.closing),
  ]
  const isNews = model.variant === 'news'
  const isRelease = model.variant === 'press-release'
  return [
    release.embargo?.text ?? '',
    model.letterhead.name,
    release.corrected?.note ?? '',
    model.headline,
    model.subheadline ?? '',
    lead.text ?? lead.venue ?? '',
    ...(isNews ? [...photos, ...story, ...people] : [...people, ...story, ...photos]),
    ...blocks(model.notesToEditors),
    ...(isRelease ? blocks(model.boilerplate) : []),
    contact?.name ?? '',
    contact?.phone ?? '',
    contact?.email ?? '',
  ].map(unmarked)
}

const blocks = (markdown: string | undefined) => (markdown ?? '').split(/\n\n+/)
