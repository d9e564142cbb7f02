/** The index of what is published, as `khabar site` would make it, in a frame. */
import type { IndexShown, WatchState } from '../state.ts'
import { html, type Markup } from './markup.ts'
import { link, page } from './page.ts'
import { problemList } from './problem-list.ts'
import { languageName, words } from './words.ts'

/** @param stem of its page: `index`, `index.en`; undefined where there is no such page */
export function indexPage(state: WatchState, shown: IndexShown, stem: string): Markup | undefined {
  if ('message' in shown) {
    const main = html`<h1>${words.noIndex}</h1><p class="empty">${words.noIndexHint}</p>${problemList([], shown)}`
    return page(state, { name: 'gone', title: words.index, main })
  }
  const current = shown.pages.find(each => each.path === `${stem}.html`)
  if (!current) return undefined
  const bar = html`<div class="row bar" id="bar" data-live>
<nav class="tabs" aria-label="${words.language}">${shown.pages.map(each => link(`/preview/${each.path.replace(/\.html$/, '')}`, languageName(each.language), each === current))}</nav>
</div>`
  const main = html`<iframe id="shown" src="/files/${current.path}" data-sha="${current.sha256}" title="${words.index}"></iframe>`
  return page(state, { name: 'index', title: words.index, bar, main })
}
