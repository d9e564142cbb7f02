/**
 * The fields of every kind of record, block by block: a record is a block of fields, and what has fields of its own in it is
 * another. Blocks that stand in several places are described once.
 */
import { type Kind, kindNames, kinds } from '../../src/model/record/kinds.ts'

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

export interface FieldOfBlock {
  /** Below the block: `seat`, or `by_age.*`. */
  readonly name: string
  readonly shape: Shape
  readonly isRequired: boolean
  /** Of what has fields of its own: the block that describes them. */
  readonly inside?: string
}

export interface Block {
  /** `meeting`, `meeting.topics.items[]`, and of what stands in several places its name: `release`. */
  readonly name: string
  readonly shape: Shape
  readonly fields: readonly FieldOfBlock[]
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

/** What is told of each kind, in the order in which somebody meets them; then what several of them share. */
const first: readonly Kind[] = [
  'meeting',
  'activity',
  'agreement',
  'organization',
  'person',
  'place',
  'area',
  'society',
]
const inOrder: readonly Kind[] = [...new Set([...first, ...kindNames])]

export function allBlocks(): readonly Block[] {
  const found = new Map<string, Block>()
  for (const kind of inOrder)
    for (const block of blocksIn(kind, shapeOf(kinds[kind].schema))) found.set(block.name, block)
  const isOwn = ({ name }: Block): boolean => inOrder.some(kind => name === kind || name.startsWith(`${kind}.`))
  const all = [...found.values()]
  return [...all.filter(isOwn), ...all.filter(block => !isOwn(block))]
}

function blocksIn(name: string, shape: Shape): readonly Block[] {
  const fields = Object.entries(shape.properties ?? {}).map(([field, inner]): FieldOfBlock => {
    const holder = holderIn(inner)
    const isRequired = shape.required?.includes(field) === true
    if (!holder) return { name: field, shape: inner, isRequired }
    return { name: field, shape: inner, isRequired, inside: insideOf(`${name}.${field}`, inner, holder) }
  })
  const below = fields.flatMap(field => {
    const holder = holderIn(field.shape)
    return holder && field.inside !== undefined ? blocksIn(field.inside, holder.shape) : []
  })
  return [{ name, shape, fields }, ...below]
}

interface Holder {
  readonly shape: Shape
  /** Put behind the name of the field. */
  readonly mark: '' | '[]' | '.*'
}

const insideOf = (path: string, shape: Shape, { mark }: Holder): string => shared.get(contentOf(shape)) ?? path + mark

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
