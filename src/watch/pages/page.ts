/** What all pages share: the head, the bar on top with its links and the state of things. */
import type { WatchState } from '../state.ts'
import { html, type Markup, type Value } from './markup.ts'
import { ownLanguage, words } from './words.ts'

export interface PageOptions {
  readonly name: 'overview' | 'index' | 'problems' | 'preview' | 'gone'
  readonly title: Value
  /** In the bar, under its links. */
  readonly bar?: Markup
  readonly main: Markup
}

/**
 * The script brings elements marked `data-live` up to date without a reload; each needs an id. Of a preview these are
 * parts of the main one: its frame stays.
 */
export function page(state: WatchState, { name, title, bar, main }: PageOptions): Markup {
  const errors = state.diagnostics.filter(each => each.severity === 'error').length + (state.fault ? 1 : 0)
  const problems = state.diagnostics.length + (state.fault ? 1 : 0)
  return html`<!doctype html>
<html lang="${ownLanguage}" data-revision="${state.revision}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${errors > 0 && html`(${words.errors(errors)}) `}${title} · ${words.brand}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<script src="/live.js" type="module"></script>
</head>
<body data-page="${name}">
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<div class="row">
<a class="brand" href="/">${words.brand} <span>${words.preview}</span></a>
<nav aria-label="${words.pages}" id="pages" data-live>
${link('/', words.works, name === 'overview')}
${link('/preview/index', words.index, name === 'index')}
${link('/problems', html`${words.problems} ${problems > 0 && html`<span class="count ${errors > 0 && 'bad'}">${problems}</span>`}`, name === 'problems')}
</nav>
${statusLine(state)}
</div>
${bar}
</header>
<main id="main" tabindex="-1"${name !== 'preview' && name !== 'index' && html` data-live`}>
${main}
</main>
</body>
</html>
`
}

export function link(href: string, text: Value, isCurrent: boolean): Markup {
  return html`<a href="${href}"${isCurrent && html` aria-current="page"`}>${text}</a>`
}

/** The script counts in it while a build is under way, and says in it that the watch has ended. */
function statusLine(state: WatchState): Markup {
  const { building, isOld, goodAt } = state
  const [look, text] = building
    ? (['busy', words.building] as const)
    : isOld
      ? (['old', words.oldSince(goodAt)] as const)
      : goodAt
        ? (['good', words.upToDate(goodAt)] as const)
        : (['busy', words.starting] as const)
  return html`<p id="status" role="status" class="status ${look}" data-live data-counting="${words.counting}" data-stopped="${words.stopped}"><span class="dot" aria-hidden="true"></span><span id="status-text">${text}</span></p>`
}
