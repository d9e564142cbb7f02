/** bench/RESULTS.md: what was measured, when, on which machine. Who measures anew replaces his section and no other. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

export interface Table {
  readonly title: string
  /** All with the same columns. */
  readonly rows: readonly { readonly [column: string]: string | number }[]
}

const path = new URL('RESULTS.md', import.meta.url)
const opening = `# Results

What \`npm run bench\`, \`npm run endurance\` and \`npm run mutation\` measured last. Ratios are of one run on one machine:
compare them with your own run, not with another machine's milliseconds.
`

export function inMarkdown({ title, rows }: Table): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`
  const body = rows.map(row => line(columns.map(column => shown(row[column]))))
  return [`**${title}**`, '', line(columns), line(columns.map(() => '---')), ...body].join('\n')
}

const shown = (value: string | number | undefined): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? '')

export interface Picture {
  /** From the folder of the results. */
  readonly path: string
  /** What it shows, for who does not see it. */
  readonly alt: string
}

/** @param name of the section. */
export function land(name: string, tables: readonly Table[], picture?: Picture): void {
  const written = existsSync(path) ? readFileSync(path, 'utf8') : opening
  const [head = opening, ...sections] = written.split(/^(?=## )/m)
  const section = `## ${name}\n\n${[today(), ...tables.map(inMarkdown), ...(picture ? [`![${picture.alt}](${picture.path})`] : [])].join('\n\n')}\n`
  const others = sections.filter(each => !each.startsWith(`## ${name}\n`)).map(each => `${each.trimEnd()}\n`)
  writeFileSync(path, [`${head.trimEnd()}\n`, ...[...others, section].toSorted()].join('\n'))
}

/** Lands one row of a section with one table; the rows of others stay, told apart by their first cell. */
export function landRow(name: string, title: string, row: Table['rows'][number]): void {
  const written = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const section = written.split(/^(?=## )/m).find(each => each.startsWith(`## ${name}\n`)) ?? ''
  const [columns = [], , ...before] = section
    .split('\n')
    .filter(line => line.startsWith('| '))
    .map(line => line.slice(2, -2).split(' | '))
  const rows = before.map(cells => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
  const [first = ''] = Object.keys(row)
  const others = rows.filter(each => each[first] !== row[first])
  const byFirst = (a: Table['rows'][number], b: Table['rows'][number]): number =>
    String(a[first]) < String(b[first]) ? -1 : 1
  land(name, [{ title, rows: [...others, row].toSorted(byFirst) }])
}

const today = (): string => `${day()}; ${machine()}.`

/** In UTC. */
export const day = (): string => new Date().toISOString().slice(0, 10)

export function machine(): string {
  const processor = cpus()[0]?.model.trim() ?? 'processor unknown'
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${processor}, ${memory} GB, Node ${process.versions.node}`
}
