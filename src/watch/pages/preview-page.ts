/** A release as it will be published, in a frame, below a thin bar; and what is wrong with it, while it is. */
import { stemOf } from '../../model/work.ts'
import { conditionOf, framedOf, isBehind, mistakesOf, type ShownWork, worksIn } from '../catalogue.ts'
import type { WatchState } from '../state.ts'
import type { TitleOf } from '../titles.ts'
import { html, type Markup } from './markup.ts'
import { fileLinks } from './overview-page.ts'
import { link, page } from './page.ts'
import { problemList } from './problem-list.ts'
import { languageName, words } from './words.ts'

/** @param stem such as `press/2022/2022-08-15-icrc.ru`; undefined where there is no such page. */
export async function previewPage(state: WatchState, stem: string, titleOf: TitleOf): Promise<Markup | undefined> {
  const works = worksIn(state.artifacts.values())
  const work = works.find(each => stemOf(each) === stem)
  const file = work && framedOf(work)
  if (!work || !file) return undefined
  const { title } = await titleOf(work)
  const siblings = works.filter(each => each.kind === work.kind && each.year === work.year && each.id === work.id)
  const main = html`${notice(work, state)}
<iframe id="shown" src="/files/${file.path}" data-sha="${file.sha256}" title="${title}"></iframe>`
  return page(state, { name: 'preview', title, bar: bar(work, siblings, { title, state }), main })
}

function bar(
  work: ShownWork,
  siblings: readonly ShownWork[],
  { title, state }: { readonly title: string; readonly state: WatchState },
): Markup {
  const condition = conditionOf(work, state)
  return html`<div class="row bar" id="bar" data-live>
<a href="/?year=${work.year}&amp;lang=${work.language}">${words.back}</a>
<nav class="tabs" aria-label="${words.language}">${siblings.map(each => link(`/preview/${stemOf(each)}`, languageName(each.language), each === work))}</nav>
${condition !== 'built' && html`<span class="badge ${condition}">${words.conditions[condition]}</span>`}
${fileLinks(work, title)}
</div>`
}

/** A person must know when what they see does not follow what they write. */
function notice(work: ShownWork, state: WatchState): Markup | false {
  const { goodAt, fault, diagnostics } = state
  if (!isBehind(work, state)) return html`<div id="notice" data-live></div>`
  const own = mistakesOf(work, diagnostics)
  if (own.length === 0 && !fault)
    return html`<div id="notice" class="alert" data-live><p><strong>${words.oldElsewhere(goodAt)}</strong> <a href="/problems">${words.allProblems(diagnostics.length)}</a></p></div>`
  return html`<div id="notice" class="alert" data-live><p><strong>${words.oldHere(goodAt)}</strong></p>
${problemList(own, fault)}
</div>`
}
