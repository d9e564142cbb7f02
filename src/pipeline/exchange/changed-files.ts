/** Planned changes -> texts of files: new ones whole, those that are there amended where they change. */
import { amended } from '../../exchange/amend/amend.ts'
import { isList, writtenFields } from '../../exchange/amend/written.ts'
import type { Planned } from '../../exchange/plan.ts'
import { type Change, isPlain } from '../../exchange/values.ts'
import type { SourceFile } from '../../model/source.ts'

export interface WrittenFile {
  readonly path: string
  /** None of a new file. */
  readonly before?: string
  readonly after: string
  /** What changes in it. */
  readonly plans: readonly Planned[]
}

export function changedFiles(plans: readonly Planned[], sources: readonly SourceFile[]): readonly WrittenFile[] {
  const changing = plans.filter(({ changes }) => changes.length > 0)
  const byPath = Map.groupBy(changing, pathOf)
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  return [...byPath].map(([path, of]) => {
    const before = of.some(({ existing }) => existing) ? texts.get(path) : undefined
    const after = of.reduce((text, plan) => textWith(text, plan), before ?? '')
    return { path, after, plans: of, ...(before !== undefined && { before }) }
  })
}

const pathOf = ({ existing, data, id }: Planned): string =>
  existing?.origin.file.path ?? `data/activities/${startOf(data).slice(0, 4)}/${id}.yaml`

const startOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'start' in data ? String(data.start) : ''

function textWith(text: string, plan: Planned): string {
  const { existing, changes, data } = plan
  if (existing) return amended(text, existing.origin.pointer.split('/').slice(1), sorted(changes))
  if (!isPlain(data) || typeof data !== 'object' || isList(data)) throw new TypeError('a new record is a map')
  return `# ${originOf(plan)}\n${writtenFields(data, '', '\n')}\n`
}

/** In a comment, for whoever asks one day. */
function originOf({ told: { table, rows } }: Planned): string {
  const { path, sheet } = table.table
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\p{Cc}/gu, ' ')
  const where = sheet === undefined ? name : `${name}, ${sheet.replace(/\p{Cc}/gu, ' ')}`
  return rows.length > 1 ? `From ${where}, rows ${rows[0]} to ${rows.at(-1)}.` : `From ${where}, row ${rows[0]}.`
}

const sorted = (changes: readonly Change[]): readonly Change[] => changes.toSorted((a, b) => a.at.length - b.at.length)
