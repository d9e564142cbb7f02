/**
 * Tables -> what becomes of the activities of a workspace.
 *
 *   tables -> recognise -> rows -> activities -> plan
 */

import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { type Said, said } from '../model/said.ts'
import { activitiesIn } from './activities.ts'
import { fieldNamed, fields } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { type Planned, planned } from './plan.ts'
import { type Recognised, recognise } from './recognise.ts'
import { readRows, type TableRead } from './rows.ts'
import type { Site } from './site.ts'
import { addressOf, placeOf, shownContent, spanOfTable, type Table } from './table.ts'
import { columnsAmiss } from './table-checks.ts'

export interface Taken {
  readonly plans: readonly Planned[]
  /** What is no matter of a single activity. */
  readonly diagnostics: readonly Diagnostic[]
}

/** @param isTaken of an id that a new record would like to have */
export function takenFrom(
  tables: readonly Table[],
  site: Site,
  mapping: Mapping,
  isTaken: (id: string) => boolean,
): Taken {
  const asked = tables.filter(({ sheet }) => mapping.sheet === undefined || sheet === mapping.sheet)
  if (asked.length === 0 && tables.length > 0) return { plans: [], diagnostics: [noSheet(tables, mapping)] }
  const known: readonly Other[] = asked.map(table => ({ table, found: recognise(table, site, mapping) }))
  const isSeen = ({ table, found }: Other): boolean =>
    found !== undefined && (!table.isHidden || mapping.sheet !== undefined)
  // Beside a sheet that tells whole activities others that only name some are of something else.
  const whole = known.filter(each => isSeen(each) && tellsDays(each.found))
  const isMeant = (each: Other): boolean => (whole.length > 0 ? whole.includes(each) : isSeen(each))
  const read = known.filter(isMeant).flatMap(({ found }) => (found ? [readRows(found, site, mapping)] : []))
  const others = known.filter(each => !isMeant(each))
  const told = read.map(activitiesIn)
  const plans = planned(
    told.flatMap(({ activities }) => activities),
    site,
    isTaken,
  )
  const defaults = Object.keys(mapping.defaults ?? {})
  return {
    plans,
    diagnostics: [
      ...leftOut(
        others.filter(({ table }) => !isOurList(table, site)),
        read,
      ),
      ...read.flatMap(table => [...columnsAmiss(table, defaults), ...defaultsAmiss(table, mapping)]),
      ...told.flatMap(({ diagnostics }) => diagnostics),
    ],
  }
}

function noSheet(tables: readonly Table[], { sheet }: Mapping): Diagnostic {
  const names = tables.flatMap(each => each.sheet ?? []).join(', ')
  const message = said('There is no sheet “{sheet}”.', { sheet: sheet ?? '' })
  const hint = names === '' ? said('A CSV file has none: leave --sheet out.') : said('There are: {names}.', { names })
  return errorAt('import/no-table', spanOfTable({ path: tables[0]?.path ?? '' }), message, hint)
}

/** Beside an export lie the names to choose from. */
const isOurList = ({ sheet }: Table, { words }: Site): boolean =>
  Object.values(words('report.exchange.lists')).some(name => name === sheet)

function tellsDays(found: Recognised | undefined): boolean {
  const told = new Set(found?.columns.map(({ field }) => field.key))
  return told.has('start') && told.has('end')
}

interface Other {
  readonly table: Table
  readonly found: Recognised | undefined
}

/** Of hidden ones those that could be meant. */
function leftOut(others: readonly Other[], read: readonly TableRead[]): readonly Diagnostic[] {
  const filled = others.filter(({ table, found }) => table.rows.length > 0 && (!table.isHidden || found))
  const [first] = others
  if (read.length === 0) return first ? [noTable(filled[0] ?? first)] : []
  return filled.map(({ table, found }) => {
    const message = said('The sheet {place} is not imported: {whyNot}.', {
      place: placeOf(table),
      whyNot: whyNot({ table, found }),
    })
    const hint = said('If it is meant: --sheet {sheet}{withMapping}.', {
      sheet: JSON.stringify(table.sheet ?? ''),
      withMapping: table.isHidden ? '' : said(', with a mapping file'),
    })
    return warningAt('import/sheet-left-out', spanOfTable(table), message, hint)
  })
}

function whyNot({ table, found }: Other): Said {
  if (table.isHidden) return said('it is hidden')
  return found
    ? said('another tells whole activities, and it names some')
    : said('no row of it has headers that are known')
}

function noTable({ table }: Other): Diagnostic {
  const [row] = table.rows
  const headers = [...(row?.cells ?? [])].slice(0, 8)
  const [first] = headers
  const span =
    row && first ? { file: { path: addressOf(table, row.number, first[0]), text: shownContent(first[1]) } } : undefined
  const hints =
    headers.length === 0
      ? [said('It is empty: khabar export --template writes one to fill.')]
      : [
          said('Say in a mapping file what the columns hold: {columns}.', {
            columns: `columns: { ${headers.map(([, content]) => `${JSON.stringify(shownContent(content))}: …`).join(', ')} }`,
          }),
          said('Fields are: {fields}.', { fields: fields.map(({ key }) => key).join(', ') }),
        ]
  const message = said('No row of {place} has headers that are known.', { place: placeOf(table) })
  return errorAt(
    'import/no-table',
    span ? { ...span, start: 0, end: span.file.text.length } : spanOfTable(table),
    message,
    ...hints,
  )
}

/** Values that are said for all rows are read as cells are. */
function defaultsAmiss({ reader, table }: TableRead, { defaults = {} }: Mapping): readonly Diagnostic[] {
  return Object.entries(defaults).flatMap(([key, value]) => {
    const read = fieldNamed(key)?.format.read({ kind: 'text', text: String(value) }, reader)
    if (!read || 'value' in read) return []
    const { code, message, hints } = read.fault
    return [errorAt(code, spanOfTable(table), said('{key}: {message}', { key, message }), ...hints)]
  })
}
