/**
 * Blocks of fields, as the words of a language are kept by them (`templates/workspace/fields/`): a record is a block, what has
 * fields of its own in it is another, and blocks that stand in several places are one.
 */
import { kindNames, kinds } from '../model/record/kinds.ts'

/** What is told of fields in a language, by block and field. */
export interface FieldWords {
  readonly [block: string]: { readonly [field: string]: string }
}

/** The keywords of JSON Schema that the schemas of `model` are made of. */
export interface Shape {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly examples?: readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly description?: string
  readonly required?: readonly string[]
  readonly propertyNames?: object
  readonly properties?: { readonly [name: string]: Shape }
  readonly patternProperties?: { readonly [pattern: string]: Shape }
  readonly items?: Shape
}

const society = shapeOf(kinds.society.schema)
const meeting = shapeOf(kinds.meeting.schema)
const activity = shapeOf(kinds.activity.schema)
const agreement = shapeOf(kinds.agreement.schema)

/** Blocks that stand in several places. */
const shared: ReadonlyMap<string, string> = new Map(
  (
    [
      ['release', meeting.properties?.['release']],
      ['people', activity.properties?.['target']],
      ['age_band', activity.properties?.['target']?.properties?.['by_age']],
      ['contact', society.properties?.['press_contact']],
      ['forms', society.properties?.['forms']],
      ['accepts', meeting.properties?.['accepts']],
      ['yearly_target', agreement.properties?.['indicators']?.items?.properties?.['target']],
    ] as const
  ).map(([name, shape = {}]) => [contentOf(shape), name]),
)

/** The block of what stands in a field; none where it has no fields. @param path of the field: `meeting.topics` */
export function blockIn(path: string, shape: Shape): string | undefined {
  const holder = holderIn(shape)
  return holder && (shared.get(contentOf(shape)) ?? path + holder.mark)
}

interface Holder {
  readonly shape: Shape
  /** Put behind the name of the field. */
  readonly mark: '' | '[]' | '.*'
}

/** What has fields: itself, each of its entries, or each value of a map. */
export function holderIn(shape: Shape): Holder | undefined {
  if (shape.items?.properties) return { shape: shape.items, mark: '[]' }
  if (shape.properties && !isText(shape)) {
    const alike = eachAlike(shape)
    if (!alike) return { shape, mark: '' }
    return alike.properties ? { shape: alike, mark: '.*' } : undefined
  }
  const [each] = Object.values(shape.patternProperties ?? {})
  return each?.properties && !isText(shape) ? { shape: each, mark: '.*' } : undefined
}

/** Of a map whose names are given and whose values are all of one form, that form. */
export function eachAlike({ properties = {} }: Shape): Shape | undefined {
  const [one, ...others] = Object.values(properties)
  return one && others.length > 0 && others.every(other => JSON.stringify(other) === JSON.stringify(one))
    ? one
    : undefined
}

/** One text, or one for each language. */
export function isText({ type }: Shape): boolean {
  return Array.isArray(type) && type.includes('object')
}

/** Two places that hold the same fields hold one block. */
function contentOf(shape: Shape): string {
  return JSON.stringify(holderIn(shape)?.shape.properties ?? shape)
}

export function shapeOf(schema: object): Shape {
  return schema
}

/** What is told of each field in a language, by what its schema says. */
export function wordsByDescription(words: FieldWords): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const walk = (shape: Shape, block: string): void => {
    for (const [name, inner] of Object.entries(shape.properties ?? {})) {
      const told = words[block]?.[name]
      if (told !== undefined && inner.description !== undefined && !found.has(inner.description))
        found.set(inner.description, told)
      const within = blockIn(`${block}.${name}`, inner)
      const holder = within === undefined ? undefined : holderIn(inner)
      if (holder && within !== undefined) walk(holder.shape, within)
    }
  }
  for (const kind of kindNames) walk(shapeOf(kinds[kind].schema), kind)
  return found
}
