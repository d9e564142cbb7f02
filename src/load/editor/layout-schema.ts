/** Sheets and columns that a layout may name, with what each is called: those that reports have words for. */

import type { SchemaFacts } from '../mistake.ts'

interface Sheet {
  readonly name: string
  readonly columns: ReadonlyMap<string, string>
}

/** @param layout the schema of a layout, as records' checks have it @param phrases in English, by key: `report.budget.columns.line` */
export function layoutSchema(layout: object, phrases: ReadonlyMap<string, string>): object {
  const sheets = sheetsIn(phrases)
  if (sheets.size === 0) return layout
  const named = namesOf(new Map([...sheets].map(([sheet, { name }]) => [sheet, name])))
  const rules = [...sheets].map(([sheet, { columns }]) => columnsOfSheet(sheet, columns))
  const facts: SchemaFacts = layout
  const { sheets: list } = facts.properties ?? {}
  const item = list?.items
  if (!item) return layout
  const properties = { ...item.properties, sheet: { ...item.properties?.['sheet'], ...named } }
  return {
    ...layout,
    properties: { ...facts.properties, sheets: { ...list, items: { ...item, properties, allOf: rules } } },
  }
}

const columnsOfSheet = (sheet: string, columns: Sheet['columns']): object =>
  Object.fromEntries([
    ['if', { properties: { sheet: { const: sheet } }, required: ['sheet'] }],
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, and nobody awaits a schema
    ['then', { properties: { columns: columnsOf(columns) } }],
  ])

function columnsOf(columns: ReadonlyMap<string, string>): object {
  if (columns.size === 0) return {}
  const named = namesOf(columns)
  return { items: { anyOf: [named, { type: 'object', properties: { column: named } }] } }
}

const namesOf = (names: ReadonlyMap<string, string>): object => ({
  enum: [...names.keys()],
  enumDescriptions: [...names.values()],
})

/** A sheet has its name, and headers for its columns. */
function sheetsIn(phrases: ReadonlyMap<string, string>): ReadonlyMap<string, Sheet> {
  const columns = new Map<string, Map<string, string>>()
  for (const [key, text] of phrases) {
    const [, sheet, column] = /^report\.(.+)\.columns\.(\w+)$/.exec(key) ?? []
    if (sheet === undefined || column === undefined) continue
    columns.set(sheet, (columns.get(sheet) ?? new Map<string, string>()).set(column, text))
  }
  return new Map(
    [...phrases].flatMap(([key, name]): readonly (readonly [string, Sheet])[] => {
      const [, sheet] = /^report\.([\w.]+)\.name$/.exec(key) ?? []
      return sheet === undefined ? [] : [[sheet, { name, columns: columns.get(sheet) ?? new Map<string, string>() }]]
    }),
  )
}
