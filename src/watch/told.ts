/** A rebuild in one line for the terminal: `14:02:11 data/meetings/2022/x.yaml → 4 releases in 0.21 s`. */
import type { WorkKind } from '../model/work.ts'
import type { Artifact } from '../pipeline/request.ts'
import { worksIn } from './catalogue.ts'
import type { Rebuild } from './state.ts'

export function toldRebuild({ at, ms, changed, result }: Rebuild): string {
  const took = `${(ms / 1000).toFixed(2)} s`
  const what = `${at} ${toldChange(changed)} →`
  if ('message' in result) return `${what} not built (${took})`
  const errors = result.diagnostics.filter(each => each.severity === 'error').length
  if (result.meanwhile)
    return `${what} ${toldWorks(result.meanwhile)} in ${took}, ${count(errors, 'mistake')} elsewhere`
  if (result.outcome === 'refused')
    return `${what} ${count(errors || result.diagnostics.length, 'mistake')}, nothing built (${took})`
  const made = toldWorks(result.artifacts)
  const missing = result.outcome === 'incomplete' ? `, ${count(errors, 'artifact')} not made` : ''
  return `${what} ${made}${missing} in ${took}`
}

function toldChange(changed: readonly string[]): string {
  const [first, ...more] = changed.toSorted()
  if (first === undefined) return 'start'
  return more.length === 0 ? first : `${first} and ${more.length} more`
}

function toldWorks(artifacts: readonly Artifact[]): string {
  const having = (status: Artifact['status']) => worksIn(artifacts.filter(each => each.status === status))
  const built = having('built')
  const of = (kind: WorkKind): number => built.filter(work => work.kind === kind).length
  const parts = [
    of('press') > 0 && count(of('press'), 'release'),
    of('report') > 0 && count(of('report'), 'report'),
    having('removed').length > 0 && `${having('removed').length} removed`,
  ].filter(each => each !== false)
  return parts.join(', ') || 'nothing new'
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
