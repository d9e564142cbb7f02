/** Lists that the cells of a column take a code or a name from; where several may stand in a cell, none can be offered. */
import { type ColumnModel, definedName } from '../model/workbook.ts'

/** The lists of the sheets of lists, in their order. Words of each are `report.lists.of.<list>`. */
export const listNames = [
  'agreements',
  'areas',
  'unplaced',
  'regions',
  'branches',
  'budget_lines',
  'indicators',
  'quarters',
  'currencies',
  'status',
  'types',
  'partner_roles',
  'levels',
  'units',
  'rules',
  'ages',
  'meeting_kinds',
  'commitments',
  'spending',
] as const
export type ListName = (typeof listNames)[number]

/** Several lists beneath one another, under one name. */
export type SpanName = 'shares' | 'places'

type Choices = NonNullable<ColumnModel['choices']>

export const codesOf = (list: ListName | SpanName): Choices => ({ column: partName(list, 'code') })
export const namesOf = (list: ListName | SpanName): Choices => ({ column: partName(list, 'name') })

export const partName = (list: string, part: 'code' | 'name'): string => definedName('lst', `${list}_${part}`)
