/** What a row says of money: a share of an agreement in its activity, found by the agreement or by the partner who pays. */

import type { Diagnostic } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import type { Span } from '../model/source.ts'
import { directoryOf } from './directory.ts'
import type { SharePart } from './fields.ts'
import { isAmount } from './formats.ts'
import { type Fault, type Plain, plainText } from './reading/fault.ts'
import { type Claim, faultAt, type RowRead, type TableRead } from './rows.ts'
import type { Site } from './site.ts'

export interface Sum {
  readonly amount: number
  readonly currency: string
}

export interface Share {
  readonly agreement: string
  readonly line?: string
  readonly budget?: Sum
  readonly spent?: Sum
  readonly spans: { readonly [part in SharePart]?: Span }
}

export interface RowShare {
  readonly share?: Share
  readonly faults: readonly Diagnostic[]
  /** It tells of money, and nothing says of which agreement. */
  readonly isHomeless?: true
}

export function shareIn(row: RowRead, table: TableRead): RowShare {
  const { site } = table.reader
  const claims = partsIn(row)
  const spans = Object.fromEntries([...claims].map(([part, { span }]) => [part, span]))
  const agreement = agreementOf(row, claims, site)
  if (agreement && 'faults' in agreement) return agreement
  if (!agreement) {
    const told = claims.get('budget') ?? claims.get('spent') ?? claims.get('line')
    return { faults: [], ...(told && { isHomeless: true as const }) }
  }
  const { id } = agreement
  const line = lineOf(claims.get('line'), id, site)
  const inWhich = (claim: Claim): string => currencyOf(claim, claims, { table, agreement: id })
  const sumOf = (claim: Claim | undefined): Sum | undefined =>
    claim && isAmount(claim.value)
      ? { amount: claim.value.amount, currency: claim.value.currency ?? inWhich(claim) }
      : undefined
  const [budget, spent] = [sumOf(claims.get('budget')), sumOf(claims.get('spent'))]
  const share = {
    agreement: id,
    ...('id' in line && line.id !== undefined && { line: line.id }),
    ...(budget && { budget }),
    ...(spent && { spent }),
    spans,
  }
  return 'fault' in line ? { faults: [line.fault] } : { share, faults: [] }
}

function partsIn({ claims }: RowRead): ReadonlyMap<SharePart, Claim> {
  return new Map(
    [...claims.values()].flatMap(claim => (claim.field.share ? [[claim.field.share, claim] as const] : [])),
  )
}

function agreementOf(
  { claims }: RowRead,
  parts: ReadonlyMap<SharePart, Claim>,
  site: Site,
): { readonly id: string } | RowShare | undefined {
  const named = parts.get('agreement')
  if (named) return { id: plainText(named.value) }
  const partner = parts.get('partner')
  if (!partner) return undefined
  const name = site.named.partners.shown(plainText(partner.value), site.main)
  const [first, last] = [claims.get('start')?.value ?? '', claims.get('end')?.value ?? '9999']
  const ids = [...site.dataset.agreement.values()]
    .filter(({ data }) => data.partner === partner.value && data.start <= last && data.end >= first)
    .map(({ id }) => id)
  const [only, other] = ids
  if (only !== undefined && other === undefined) return { id: only }
  const message =
    only === undefined
      ? said('No agreement with “{name}” is of these days.', { name })
      : said('There are {count} agreements with “{name}” of these days.', { count: ids.length, name })
  const hint =
    only === undefined
      ? said('Add the agreement, or leave the partner out.')
      : said('Name the agreement in a column “agreement”: {ids}.', { ids: ids.join(', ') })
  return { faults: [faultAt({ code: 'import/unknown-name', message, hints: [hint] }, partner.span)] }
}

function lineOf(
  claim: Claim | undefined,
  agreement: string,
  { dataset, main }: Site,
): { readonly id?: string } | { readonly fault: Diagnostic } {
  if (!claim) return {}
  const lines = dataset.agreement.get(agreement)?.data.budget ?? []
  const directory = directoryOf(
    said('budget line'),
    lines.map(({ line, name }) => ({ id: line, texts: [name] })),
    main,
  )
  const found = directory.find(plainText(claim.value))
  if (found.kind === 'one') return { id: found.id }
  const meant = found.kind === 'several' ? found.ids : found.near
  const ids = meant.length > 0 ? meant : lines.map(({ line }) => line)
  const fault: Fault = {
    code: found.kind === 'several' ? 'import/ambiguous' : 'import/unknown-name',
    message: said('“{line}” is no one line of the budget of {agreement}.', {
      line: plainText(claim.value),
      agreement,
    }),
    hints: [
      ids.length > 0 ? said('There are: {ids}.', { ids: ids.join(', ') }) : said('It has none: leave the cell empty.'),
    ],
  }
  return { fault: faultAt(fault, claim.span) }
}

/** As the cell says, its column of currencies, its header, its system; else that of the agreement. */
function currencyOf(
  { currency }: Claim,
  parts: ReadonlyMap<SharePart, Claim>,
  { table, agreement }: { readonly table: TableRead; readonly agreement: string },
): string {
  const told: Plain | undefined = parts.get('currency')?.value ?? currency
  if (typeof told === 'string') return told.trim().toUpperCase()
  const own = table.reader.site.dataset.agreement.get(agreement)?.data.currency ?? 'CHF'
  return table.family === 'go' ? 'CHF' : own
}
