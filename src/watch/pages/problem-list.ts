/** Mistakes by file, each with its line and how to mend it. */

import { codeExcerpt } from '../../diagnostics/human.ts'
import { addressOf, located } from '../../diagnostics/located.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Said } from '../../model/said.ts'
import type { Fault } from '../state.ts'
import { html, type Markup } from './markup.ts'
import { words } from './words.ts'

/** In the order in which `check` tells them: by file and line, those without a place first. */
export function problemList(diagnostics: readonly Diagnostic[], fault?: Fault): Markup {
  const files = Map.groupBy(diagnostics, each => each.span?.file.path ?? '')
  return html`${fault && faultBlock(fault)}${[...files].map(
    ([path, found]) => html`<section class="file">
<h2>${path === '' ? words.elsewhere : html`<code>${path}</code>`}</h2>
${found.map(problem)}
</section>
`,
  )}`
}

function problem(diagnostic: Diagnostic): Markup {
  const { severity, code, message, hints } = diagnostic
  return html`<article class="problem ${severity}">
<h3><span class="tag">${words[severity]}</span> ${message}</h3>
${frame(diagnostic)}
${otherPlaces(diagnostic)}
${hintList(hints)}
<p class="code">${code}</p>
</article>
`
}

/** The place as editors and terminals write it, and the line itself with the mistake marked in it. */
function frame(diagnostic: Diagnostic): Markup | false {
  const found = codeExcerpt(diagnostic)
  const path = diagnostic.span?.file.path
  if (!found || path === undefined) return false
  const { line, column, before, marked, after } = found
  const place = html`<p class="place">${path}:${line}:${column}</p>`
  if (before + marked + after === '') return place
  return html`${place}<pre tabindex="0"><span class="number">${line}</span>${before}<mark>${marked}</mark>${after}</pre>`
}

function otherPlaces(diagnostic: Diagnostic): Markup | false {
  const beside = located([diagnostic]).flatMap(each => each.beside)
  if (beside.length === 0) return false
  const places = beside.map(
    ({ passage, message }) => html`<li><span class="place">${addressOf(passage)}</span> ${message}</li>`,
  )
  return html`<ul class="beside" aria-label="${words.beside}">${places}</ul>`
}

function faultBlock({ message, hints }: Fault): Markup {
  return html`<section class="file"><h2>${words.elsewhere}</h2>
<article class="problem error"><h3><span class="tag">${words.error}</span> ${message}</h3>
${hintList(hints)}</article></section>
`
}

function hintList(hints: readonly Said[]): Markup | false {
  if (hints.length === 0) return false
  return html`<ul class="hints" aria-label="${words.mend}">${hints.map(hint => html`<li>${hint}</li>`)}</ul>`
}
