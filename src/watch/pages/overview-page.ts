/** All there is, a year and a language at a time. */
import { compare } from '../../model/diagnostic.ts'
import { allPartners, pathOf, stemOf } from '../../model/work.ts'
import { formats } from '../../render/formats.ts'
import { conditionOf, framedOf, languagesOf, type ShownWork, worksIn, yearsOf } from '../catalogue.ts'
import type { WatchState } from '../state.ts'
import type { TitleOf } from '../titles.ts'
import { html, type Markup, type Value } from './markup.ts'
import { link, page } from './page.ts'
import { problemList } from './problem-list.ts'
import { languageName, words } from './words.ts'

export interface Choice {
  readonly year: string | null
  readonly language: string | null
}

/** Enough to see what went wrong; the rest has its own page. */
const problemsShown = 3

export async function overviewPage(state: WatchState, choice: Choice, titleOf: TitleOf): Promise<Markup> {
  const works = worksIn(state.artifacts.values())
  const [latest] = yearsOf(works)
  const year = yearsOf(works).find(each => String(each) === choice.year) ?? latest ?? ''
  const languages = languagesOf(works)
  const language = languages.find(each => each === choice.language) ?? languages[0] ?? ''
  const shown = works.filter(work => work.year === year && work.language === language)
  const releases = shown.filter(work => work.kind === 'press')
  const titled = await Promise.all(releases.map(async work => ({ work, ...(await titleOf(work)) })))
  const latestFirst = titled.toSorted((a, b) => compare(b.created, a.created) || compare(a.work.id, b.work.id))
  const reports = shown.filter(work => work.kind === 'report')
  const choose = (to: { readonly year?: number; readonly language?: string }): string =>
    `/?year=${to.year ?? year}&lang=${to.language ?? language}`
  const main = html`<h1 class="unseen">${words.works}</h1>
${firstProblems(state)}
${
  works.length === 0
    ? html`<p class="empty"><strong>${words.nothing}</strong> ${words.nothingHint}</p>`
    : html`<div class="choices">
<nav class="years" aria-label="${words.year}">${yearsOf(works).map(each => link(choose({ year: each }), String(each), each === year))}</nav>
<nav class="tabs" aria-label="${words.language}">${languages.map(each => link(choose({ language: each }), languageName(each), each === language))}</nav>
</div>
${
  latestFirst.length > 0 &&
  section(
    words.releases,
    latestFirst.map(each => releaseItem(each.work, each.title, state)),
  )
}
${
  reports.length > 0 &&
  section(
    words.reports,
    reports.map(work => reportItem(work, state)),
  )
}
${shown.length === 0 && html`<p class="empty">${words.nothingHere}</p>`}`
}`
  return page(state, { name: 'overview', title: html`${words.works} ${year}`, main })
}

function section(title: Value, items: readonly Markup[]): Markup {
  return html`<section><h2>${title} <span class="count">${items.length}</span></h2>
<ul class="works">${items}</ul></section>
`
}

function releaseItem(work: ShownWork, title: string, state: WatchState): Markup {
  const href = framedOf(work) ? `/preview/${stemOf(work)}` : `/files/${pathOf(work, 'pdf')}`
  return html`<li><div class="what"><a class="title" href="${href}" lang="${work.language}">${title}</a>
<span class="id">${work.id}</span></div>
${badge(work, state)}${fileLinks(work, title)}</li>
`
}

function reportItem(work: ShownWork, state: WatchState): Markup {
  const name = work.id === allPartners ? words.consolidated : work.id
  const title = work.period === undefined ? name : html`${name}, ${work.period}`
  return html`<li><div class="what"><span class="title">${title}</span></div>
${badge(work, state)}${fileLinks(work, title)}</li>
`
}

function badge(work: ShownWork, state: WatchState): Markup {
  const condition = conditionOf(work, state)
  return html`<span class="badge ${condition}">${words.conditions[condition]}</span>`
}

/** Each is told apart by a screen reader: “PDF” alone would be one of thirty. */
export function fileLinks({ files }: ShownWork, title: Value): Markup {
  return html`<span class="files">${Object.entries(formats).flatMap(([format, { label, shown }]) => {
    const file = shown === 'framed' ? undefined : files.get(format)
    return file ? html`<a href="/files/${file.path}" aria-label="${label}: ${title}">${label}</a>` : []
  })}</span>`
}

function firstProblems({ diagnostics, fault, isOld }: WatchState): Markup | false {
  if (!isOld) return false
  const errors = diagnostics.filter(each => each.severity === 'error')
  return html`<section class="alert" aria-label="${words.problems}">
${problemList(errors.slice(0, problemsShown), fault)}
${errors.length > problemsShown && html`<p><a href="/problems">${words.allProblems(diagnostics.length)}</a></p>`}
</section>`
}
