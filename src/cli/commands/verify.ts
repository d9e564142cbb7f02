/** khabar verify: an output folder against its manifest, and its PDFs against the standards that they name. */
import { resolve } from 'node:path'
import { type Said, said, type Tell } from '../../model/said.ts'
import { type Standing, type Verified, verify } from '../../pipeline/verify.ts'
import type { Setting } from '../setting.ts'

export interface VerifyOptions {
  readonly format: 'human' | 'json'
}

export async function verifyCommand(
  { root, terminal }: Setting,
  { format }: VerifyOptions,
  [folder = 'output']: readonly string[],
): Promise<number> {
  const verified = await verify(resolve(root, folder))
  const faults = verified.filter(({ status }) => status !== 'ok')
  const counts = Map.groupBy(verified, ({ status }) => status)
  const count = (status: Standing): number => counts.get(status)?.length ?? 0
  if (format === 'json') {
    const summary = Object.fromEntries(standings.map(status => [status, count(status)]))
    const artifacts = verified.map(each => ({ ...each, findings: each.findings.map(terminal.tell) }))
    terminal.result(JSON.stringify({ artifacts, summary }, null, 2))
  } else {
    for (const fault of faults) terminal.result(lineOf(fault, terminal.tell))
    const told = standings
      .filter(status => count(status) > 0)
      .map(status => said('{count} {standing}', { count: count(status), standing: words[status] }))
    terminal.say(said('{told}: {folder}', { told, folder }))
  }
  return faults.length > 0 ? 1 : 0
}

const standings = ['ok', 'altered', 'missing', 'extra', 'broken'] as const
const words: { readonly [status in Standing]: Said } = {
  ok: said('as built'),
  altered: said('altered'),
  missing: said('missing'),
  extra: said('of no build'),
  broken: said('not what they claim to be'),
}

const mostTold = 3

function lineOf({ path, status, findings }: Verified, tell: Tell): string {
  const more = findings.length > mostTold ? [said('and {count} more', { count: findings.length - mostTold })] : []
  return [`${status.padEnd(8)} ${path}`, ...[...findings.slice(0, mostTold), ...more].map(tell)].join('\n         ')
}
