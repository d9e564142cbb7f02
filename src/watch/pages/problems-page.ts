/** Everything that is wrong in the workspace. */
import type { WatchState } from '../state.ts'
import { html, type Markup } from './markup.ts'
import { page } from './page.ts'
import { problemList } from './problem-list.ts'
import { words } from './words.ts'

export function problemsPage(state: WatchState): Markup {
  const { diagnostics, fault } = state
  const found = diagnostics.length > 0 || fault
  const main = html`<h1>${words.problems}</h1>
${found ? problemList(diagnostics, fault) : html`<p class="empty"><strong>${words.noProblems}</strong> ${words.noProblemsHint}</p>`}`
  return page(state, { name: 'problems', title: words.problems, main })
}

export function gonePage(state: WatchState): Markup {
  const main = html`<h1>${words.gone}</h1><p class="empty">${words.goneHint}</p>`
  return page(state, { name: 'gone', title: words.gone, main })
}
