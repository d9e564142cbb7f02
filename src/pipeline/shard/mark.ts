/** What the manifest of a shard says of it, so that shards can be put together: which part of which build it is. */
import { isPartial, type Selection } from '../select.ts'

/** `2/4`: the second of four. */
export interface Shard {
  /** From 1. */
  readonly part: number
  readonly of: number
}

export interface ShardMark extends Shard {
  /** SHA-256 of all that the build makes, in all its parts, and of what it is made from: the same in each of them. */
  readonly plan: string
  /** How many artifacts all parts have together. */
  readonly all: number
  /** What the build was asked for, where that is not everything. */
  readonly asked?: Asked
  /** Paths that are its own and could not be made. */
  readonly lacks?: readonly string[]
}

type Asked = Omit<Selection, 'releaseAsOf'>

/** Of the clock nothing: which releases are public then is in the plan. */
export function askedIn(selection: Selection): Asked | undefined {
  if (!isPartial(selection)) return undefined
  const { paths, only, year, partner, languages } = selection
  return {
    paths,
    ...(only && { only }),
    ...(year !== undefined && { year }),
    ...(partner !== undefined && { partner }),
    ...(languages && { languages }),
  }
}

export const nameOfShard = ({ part, of }: Shard): string => `${part}/${of}`

/** Whether both are the same part of a build that was asked for in the same way, be it of other records. */
export const isSamePart = (one: Shard & Pick<ShardMark, 'asked'>, other: typeof one): boolean =>
  JSON.stringify([one.part, one.of, one.asked]) === JSON.stringify([other.part, other.of, other.asked])

export function isShardMark(value: unknown): value is ShardMark {
  const { part, of, plan, all, asked, lacks } = (value ?? {}) as Partial<ShardMark>
  if (!isCount(part) || !isCount(of) || part < 1 || part > of) return false
  const areLacking = lacks === undefined || (Array.isArray(lacks) && lacks.every(each => typeof each === 'string'))
  return isCount(all) && typeof plan === 'string' && areLacking && (asked === undefined || isAsked(asked))
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0
const isAsked = (value: unknown): boolean => typeof value === 'object' && value !== null
