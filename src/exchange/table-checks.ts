/** What is told of a table as a whole: columns that say nothing, fields that none says, rows that are not meant. */

import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { countryInGo } from '../model/go-countries.ts'
import { type Said, said } from '../model/said.ts'
import { plainName } from './directory.ts'
import { required } from './fields.ts'
import { plainText } from './reading/fault.ts'
import type { RowRead, TableRead } from './rows.ts'
import type { ListName, Site } from './site.ts'
import { spanOfCell, spanOfTable } from './table.ts'

export function isOfOtherCountry({ claims }: RowRead, { reader }: TableRead): boolean {
  const { country } = reader.site.dataset.society.data
  const told = claims.get('country')?.value
  if (told === undefined) return false
  const names = [...reader.site.languages, ...reader.site.worded].map(language =>
    new Intl.DisplayNames(language, { type: 'region' }).of(country),
  )
  return ![country, countryInGo(country), ...names].some(name => plainName(name ?? '') === plainName(plainText(told)))
}

export function otherCountry(rows: readonly RowRead[], { table }: TableRead): readonly Diagnostic[] {
  const [first] = rows
  const claim = first?.claims.get('country')
  if (!claim) return []
  const message = said('Left out are rows of other countries: {count} of {sheet}, such as of “{country}”.', {
    count: rows.length,
    sheet: table.sheet ?? table.path,
    country: plainText(claim.value),
  })
  return [
    warningAt(
      'import/other-country',
      claim.span,
      message,
      said('The society’s own country stands in data/society.yaml.'),
    ),
  ]
}

export function notCarried(rows: readonly number[], { table, slots, reader }: TableRead): readonly Diagnostic[] {
  const column = slots.find(
    ({ field }) => field.share === 'budget' || field.share === 'spent' || field.share === 'line',
  )?.columns[0]
  const [first] = rows
  if (!column || first === undefined) return []
  const message = said('Money is told, and nothing says of which agreement it is: not imported (rows: {count}).', {
    count: rows.length,
  })
  const ids = reader.site.named.agreements.ids.slice(0, 12)
  const choices =
    ids.length === 0
      ? said('There is none in data/agreements yet.')
      : said('There are: {ids}.', { ids: ids.join(', ') })
  return [
    warningAt(
      'import/not-carried',
      spanOfCell(table, first, column.number),
      message,
      said('Add a column “agreement”, or name one for all rows: --set agreement=ID.'),
      choices,
    ),
  ]
}

/** @param told fields of which something is said for all rows */
export function columnsAmiss(
  { table, unknown, slots, headerRow, data, reader }: TableRead,
  told: readonly string[],
): readonly Diagnostic[] {
  const strange = unknown.map(({ number, header }) => {
    const message = said('No field is known for the column “{header}”: it is not imported.', { header })
    const hint = said('Say in a mapping file what it holds: {columns}; null where it is not meant.', {
      columns: `columns: { ${JSON.stringify(header)}: name }`,
    })
    return warningAt('import/unknown-column', spanOfCell(table, headerRow, number), message, hint)
  })
  const known = new Set([...slots.map(({ field }) => field.key), ...told])
  const missing = known.has('id') ? [] : required.filter(key => !known.has(key))
  if (missing.length === 0 || data.length === 0) return strange
  const message = said('No column tells {missing}, which every activity must have.', {
    missing: missing.map(key => said('“{key}”', { key })),
  })
  const hint = said('Say it for all rows: {missing}; or say in a mapping file which columns hold it.', {
    missing: missing.map(key => `--set ${key}=…`).join(' '),
  })
  const choices = missing.flatMap(key => choicesFor(key, reader.site))
  return [...strange, errorAt('import/missing-column', spanOfTable(table), message, hint, ...choices)]
}

const lists: { readonly [field: string]: ListName } = { area: 'areas', type: 'types' }

function choicesFor(key: string, { named }: Site): readonly Said[] {
  const list = lists[key]
  return list ? [said('“{key}” is one of: {ids}.', { key, ids: named[list].ids.join(', ') })] : []
}
