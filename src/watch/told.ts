/** A rebuild in one line for the terminal: `14:02:11 data/meetings/2022/x.yaml → 4 releases in 0.21 s`. */
import { counted, type Said, said, type Value } from '../model/said.ts'
import type { WorkKind } from '../model/work.ts'
import type { Artifact } from '../pipeline/request.ts'
import { worksIn } from './catalogue.ts'
import type { Rebuild } from './state.ts'

export function toldRebuild({ at, ms, changed, result }: Rebuild): Said {
  const seconds = (ms / 1000).toFixed(2)
  const change = toldChange(changed)
  if ('message' in result) return said('{at} {change} → not built ({seconds} s)', { at, change, seconds })
  const errors = result.diagnostics.filter(each => each.severity === 'error').length
  if (result.meanwhile) {
    const [made, mistakes] = [toldWorks(result.meanwhile), countOfMistakes(errors)]
    return said('{at} {change} → {made} in {seconds} s, {mistakes} elsewhere', { at, change, made, seconds, mistakes })
  }
  if (result.outcome === 'refused') {
    const mistakes = countOfMistakes(errors || result.diagnostics.length)
    return said('{at} {change} → {mistakes}, nothing built ({seconds} s)', { at, change, mistakes, seconds })
  }
  const lacking = counted(errors, '{n} artifact not made', '{n} artifacts not made')
  const made = [toldWorks(result.artifacts), ...(result.outcome === 'incomplete' ? [lacking] : [])]
  return said('{at} {change} → {made} in {seconds} s', { at, change, made, seconds })
}

function toldChange(changed: readonly string[]): Value {
  const [first, ...more] = changed.toSorted()
  if (first === undefined) return said('start')
  return more.length === 0 ? first : said('{first} and {count} more', { first, count: more.length })
}

function toldWorks(artifacts: readonly Artifact[]): Value {
  const having = (status: Artifact['status']) => worksIn(artifacts.filter(each => each.status === status))
  const built = having('built')
  const of = (kind: WorkKind): number => built.filter(work => work.kind === kind).length
  const [releases, reports] = [of('press'), of('report')]
  const removed = having('removed').length
  const parts = [
    releases > 0 && counted(releases, '{n} release', '{n} releases'),
    reports > 0 && counted(reports, '{n} report', '{n} reports'),
    removed > 0 && said('{removed} removed', { removed }),
  ].filter(each => each !== false)
  return parts.length > 0 ? parts : said('nothing new')
}

const countOfMistakes = (count: number): Said => counted(count, '{n} mistake', '{n} mistakes')
