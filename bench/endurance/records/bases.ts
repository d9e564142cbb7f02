/** The workspaces that are spoilt: cases of test/cases without errors, between them every kind of agreement there is. */
import { parse, stringify } from 'yaml'
import type { Media } from '../../../src/model/media.ts'
import { factsOf, type Kind, kindNames } from '../../../src/model/record/kinds.ts'
import { loadable } from '../../../test/support/case-workspace.ts'

/** A record, or a list of them, by the path of its file. */
export type Files = ReadonlyMap<string, unknown>

export interface Base {
  readonly name: string
  readonly files: Files
  /** As they were written, so that what is not spoilt is the same text every time. */
  readonly texts: ReadonlyMap<string, string>
  readonly media: Media
}

/** All fields, three years, April to March, several partners of one activity in several currencies, and short ones. */
const names = [
  'every-field',
  'every-field',
  'three-years',
  'april-to-march',
  'people-over-two-years',
  'percentages-with-weights',
  '_base',
]

export const bases: readonly Base[] = await Promise.all(names.map(read))

async function read(name: string): Promise<Base> {
  const { sources, media } = await loadable(name)
  const texts = new Map(sources.map(({ path, text }) => [path, path === 'data/society.yaml' ? withSeat(text) : text]))
  return { name, texts, media, files: new Map([...texts].map(([path, text]) => [path, parse(text)])) }
}

/** Some of them have no release, and so no town in every language. */
function withSeat(society: string): string {
  const record: { readonly [field: string]: unknown } = parse(society)
  return stringify({ ...record, seat: { ...Object(record['seat']), city: { en: 'Example City', ru: 'Примерград' } } })
}

/** JSON where it is asked for: it is YAML too, and everything in it has quotes. */
export const written = (value: unknown, isJson: boolean): string =>
  isJson ? `${JSON.stringify(value, undefined, 1) ?? ''}\n` : stringify(value, { lineWidth: 0 })

/** Of which kind the file of a path is. */
export function kindAt(path: string): Kind | undefined {
  const [, folder = ''] = path.split('/')
  return kindNames.find(kind => factsOf(kind).folder === folder || `${kind}.yaml` === folder)
}

/** The folder of a new record; the year is that of its first day where that can be read. */
export function folderOf(kind: Kind, record: unknown): string {
  const { folder, byYear, days } = factsOf(kind)
  if (folder === undefined) return 'data'
  if (!byYear) return `data/${folder}`
  const first: unknown = days && typeof record === 'object' && record !== null ? Reflect.get(record, days.first) : ''
  return `data/${folder}/${/^\d{4}/.exec(String(first))?.[0] ?? '2022'}`
}
