/** The workspaces of test/figures/cases: a folder holds what differs from `_base`, and what must come of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { Figures } from './reference/areas.ts'
import type { Workspace } from './reference/records.ts'
import type { TableName } from './reference/reference.ts'

const folder = join(import.meta.dirname, 'cases')

export const caseNames: readonly string[] = readdirSync(folder).filter(name => name !== '_base')

/** The figures that a case is about, by report, table, row and name; the others are not its matter. */
export interface Expected {
  readonly reports?: {
    readonly [report: string]: { readonly [table in TableName]?: { readonly [row: string]: Figures } }
  }
  /** `code record`. */
  readonly diagnostics?: readonly string[]
  /** Codes that must not be told. */
  readonly without?: readonly string[]
}

export const expectedOf = (name: string): Expected => parse(readFileSync(join(folder, name, 'expected.yaml'), 'utf8'))

interface Source {
  readonly path: string
  readonly text: string
}

/** As the loader takes them: `data/society.yaml`. */
function sourcesIn(of: string): readonly Source[] {
  const entries = readdirSync(join(folder, of), { recursive: true, encoding: 'utf8' }).toSorted()
  const paths = entries.filter(path => path.startsWith('data/') && path.endsWith('.yaml'))
  return paths.map(path => ({ path, text: readFileSync(join(folder, of, path), 'utf8') }))
}

/** What every workspace has: the society, its partners, areas and regions. */
export const baseSources = (): readonly Source[] => sourcesIn('_base')

export function recordsOf(name: string): Workspace {
  const sources = [...baseSources(), ...sourcesIn(name)]
  const below = (start: string) =>
    Object.fromEntries(
      sources
        .filter(({ path }) => path.startsWith(`data/${start}`))
        .map(({ path, text }) => [basename(path, '.yaml'), parse(text)]),
    )
  return {
    society: below('society').society,
    agreements: below('agreements/'),
    activities: below('activities/'),
    meetings: below('meetings/'),
  }
}
