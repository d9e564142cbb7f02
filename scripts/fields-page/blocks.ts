/**
 * The fields of every kind of record, block by block: a record is a block of fields, and what has fields of its own in it is
 * another. Blocks that stand in several places are described once.
 */
import { blockIn, holderIn, type Shape, shapeOf } from '../../src/author/field-blocks.ts'
import { type Kind, kindNames, kinds } from '../../src/model/record/kinds.ts'

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
    const isRequired = shape.required?.includes(field) === true
    const inside = blockIn(`${name}.${field}`, inner)
    return { name: field, shape: inner, isRequired, ...(inside !== undefined && { inside }) }
  })
  const below = fields.flatMap(field => {
    const holder = holderIn(field.shape)
    return holder && field.inside !== undefined ? blocksIn(field.inside, holder.shape) : []
  })
  return [{ name, shape, fields }, ...below]
}
