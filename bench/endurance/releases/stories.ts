/**
 * Workspaces of many releases whose every text is drawn: the records of a case that has every field, with other texts in
 * them, and so many stories besides, each a meeting or an activity with people and partners of its own.
 */
import * as fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { refers } from '../../../src/model/record/fields.ts'
import { loadable } from '../../../test/support/case-workspace.ts'
import { kindAt } from '../records/bases.ts'
import { isText, partsOf, type Shape, schemaOf } from '../records/slots.ts'
import { lineIn, passageIn } from './texts.ts'

export interface Stories {
  /** By path. */
  readonly files: ReadonlyMap<string, string>
  /** The texts of what all of them share, as they were before: what is told of one is put back. */
  readonly plain: ReadonlyMap<string, string>
}

export const languages = ['en', 'ru', 'uz-Latn'] as const

/** What becomes of the parts of a record. */
interface Change {
  readonly text: (value: unknown, shape: Shape) => unknown
  readonly caseForm: (value: unknown) => unknown
  readonly id: (value: string) => string
}

function changed(value: unknown, shape: Shape, change: Change): unknown {
  if (isText(shape)) return change.text(value, shape)
  if (typeof value === 'string' && shape[refers]) return change.id(value)
  if (Array.isArray(value)) return value.map(each => changed(each, shape.items ?? {}, change))
  if (typeof value !== 'object' || value === null) return value
  const any = Object.values(shape.patternProperties ?? {})[0]
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => {
    const own = shape.properties?.[name] ?? any ?? {}
    return [name, isCaseForm(own, part) ? change.caseForm(part) : changed(part, own, change)]
  })
  return Object.fromEntries(parts)
}

/** A word in one of its cases, which is printed as it stands. */
const isCaseForm = (shape: Shape, value: unknown): boolean =>
  typeof value === 'string' &&
  shape.pattern === undefined &&
  shape.enum === undefined &&
  /\bwhom\b/i.test(shape.description ?? '')

const byLanguage = (value: unknown): value is { readonly [language: string]: string } =>
  typeof value === 'object' && value !== null

/** The case is written in two languages; a third is put in. */
const inAllLanguages: Change = {
  text: value => (byLanguage(value) ? { ...value, 'uz-Latn': 'Qizil Yarim Oy' } : value),
  caseForm: value => value,
  id: value => value,
}

const { sources } = await loadable('every-field')
const records = new Map<string, unknown>(
  sources.map(({ path, text }) => {
    const kind = kindAt(path)
    const record: unknown = kind ? changed(parse(text), schemaOf(kind), inAllLanguages) : parse(text)
    return [path, kind === 'society' ? { ...Object(record), languages } : record]
  }),
)
const written = (record: unknown): string => stringify(record, { lineWidth: 0 })
const plain = new Map([...records].map(([path, record]) => [path, written(record)]))

const isSubject = (path: string): boolean => ['meeting', 'activity'].includes(kindAt(path) ?? '')
const isMap = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const withRelease = [...records].flatMap(([path, record]) =>
  isSubject(path) && isMap(record) && isMap(record['release']) ? [[path, record] as const] : [],
)

const holds = (shape: Shape, is: (part: Shape) => boolean): boolean =>
  is(shape) || partsOf(shape).some(([, part]) => holds(part, is))

/** The texts of the other releases too, but for those that have days of their own, which would not be of this one. */
function enriched(record: { readonly [field: string]: unknown }, shape: Shape, others: readonly unknown[]): object {
  const isTold = (part: Shape): boolean => holds(part, isText) && !holds(part, ({ format }) => format === 'date')
  const found = others.filter(isMap).flatMap(other => Object.entries(other))
  const added = found.filter(([field, value]) => {
    const part = shape.properties?.[field]
    return part && value !== undefined && isTold(part)
  })
  return { ...Object.fromEntries(added), ...record }
}

const stories = withRelease.map(([path, record]) => {
  const kind = kindAt(path) ?? 'meeting'
  const { release = {} } = schemaOf(kind).properties ?? {}
  const same = withRelease.flatMap(([other, each]) => (kindAt(other) === kind ? [each] : []))
  // A lead of another would stand in place of the one that is worded from the facts.
  const releases = withRelease.map(([, each]) => ({ ...Object(each['release']), lead: undefined }))
  const own = isMap(record['release']) ? record['release'] : {}
  return [path, { ...enriched(record, schemaOf(kind), same), release: enriched(own, release, releases) }] as const
})

export const storiesOf = (count: number): fc.Arbitrary<Stories> =>
  fc.gen().map(draw => {
    const shared = [...records].map(([path, record]) => [path, retold(path, record, { draw, isWild: false })] as const)
    const own = Array.from({ length: count }, (_, index) => storyOf(index, draw)).flat()
    return { files: new Map([...shared, ...own].map(([path, record]) => [path, written(record)])), plain }
  })

/** One in four may hold what is mostly refused. */
function storyOf(index: number, draw: fc.GeneratorValue): readonly (readonly [path: string, record: unknown])[] {
  const prefix = `s${String(index).padStart(3, '0')}`
  const isWild = draw(fc.nat, 3) === 0
  const own = [...records].filter(([path]) => ['organization', 'person'].includes(kindAt(path) ?? ''))
  const [path, record] = stories[index % stories.length] ?? ['', undefined]
  // Who pays for an activity is an agreement's partner, and those are nobody's own.
  const ids = new Map(kindAt(path) === 'meeting' ? own.map(([of]) => [idOf(of), `${prefix}-${idOf(of)}`]) : [])
  return [...own, [path, record] as const].map(([from, each]) => [
    from.replace(/[^/]+$/, name => `${prefix}-${name}`),
    retold(from, each, { draw, isWild, ids }),
  ])
}

/** Which story a file belongs to; none: all of them rest on it. */
export const storyAt = (path: string): string | undefined => /\/(s\d{3})-[^/]*$/.exec(path)?.[1]

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)

interface Retelling {
  readonly draw: fc.GeneratorValue
  readonly isWild: boolean
  /** New ids of the people and organizations that a story has of its own. */
  readonly ids?: ReadonlyMap<string, string>
}

/** In each language by itself; some fields keep what they had. */
function retold(path: string, record: unknown, { draw, isWild, ids }: Retelling): unknown {
  const kind = kindAt(path)
  if (!kind) return record
  const wildness = () => ({ isWild: isWild && draw(fc.nat, 9) === 0 })
  const line = (language: string): string => draw(lineIn, language, wildness())
  const text = (value: unknown, { description = '' }: Shape): unknown => {
    const isPassage = description.includes('Markdown') ? draw(fc.nat, 9) > 0 : draw(fc.nat, 19) === 0
    const one = (language: string, old: unknown): unknown => {
      if (draw(fc.nat, 9) < 3) return old
      return isPassage ? draw(passageIn, language, wildness()) : line(language)
    }
    if (!byLanguage(value)) return one(languages[0], value)
    return Object.fromEntries(Object.entries(value).map(([language, old]) => [language, one(language, old)]))
  }
  const change = { text, caseForm: () => line('ru'), id: (id: string) => ids?.get(id) ?? id }
  return changed(record, schemaOf(kind), change)
}
