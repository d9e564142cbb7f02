/** The codes that the other sheets use, with their names and with what other systems of the Movement call them. */
import type { CellModel, RowModel, SheetModel } from '../model/workbook.ts'
import { areasOf } from './areas.ts'
import { columns, day, listed, register, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'

const listColumns = columns({
  list: 'text',
  code: 'code',
  name: 'text',
  go_sector: 'text',
  icrc_programme: 'text',
  fdrs_indicators: 'code',
  iso_code: 'code',
  population: 'count',
  population_date: 'date',
  population_source: 'text',
})

export function codeLists(report: Report): SheetModel {
  return {
    sheet: 'lists',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.lists.title' },
      { block: 'paragraph', style: 'intro', key: 'report.lists.intro' },
      register({ name: 'Lists', prefix: 'lst', columns: listColumns }, [
        ...areaRows(report),
        ...regionRows(report),
        ...lineRows(report),
        ...wordRows,
      ]),
    ],
  }
}

const rowOf = (
  list: string,
  cells: { readonly [column: string]: CellModel },
  records: readonly string[],
): RowModel => ({
  records,
  cells: { list: words(`report.lists.of.${list}`), ...cells },
})

function areaRows(report: Report): readonly RowModel[] {
  const { dataset, names } = report
  return areasOf(report).map(id => {
    const { go_sector, icrc_programme, fdrs_indicators = [] } = dataset.area.get(id)?.data ?? {}
    const cells = {
      code: value(id),
      name: value(names.area(id)),
      go_sector: go_sector ? words(`report.go_sectors.${go_sector}`) : value(null),
      icrc_programme: icrc_programme ? words(`report.icrc_programmes.${icrc_programme}`) : value(null),
      fdrs_indicators: listed(fdrs_indicators),
    }
    return rowOf('areas', cells, [id])
  })
}

function regionRows({ dataset, names }: Report): readonly RowModel[] {
  const orderOf = (order: number | undefined) => order ?? Number.MAX_SAFE_INTEGER
  return [...dataset.place.values()]
    .filter(({ data }) => data.type === 'region')
    .toSorted((a, b) => orderOf(a.data.order) - orderOf(b.data.order))
    .map(({ id, data: { pcode, iso_code, population } }) => {
      const cells = {
        code: value(pcode ?? id),
        name: value(names.place(id)),
        iso_code: value(iso_code),
        population: value(population?.value),
        population_date: day(population?.date),
        population_source: population ? textOr(names.text(population.source)) : value(null),
      }
      return rowOf('regions', cells, [id])
    })
}

function lineRows({ ledger, names }: Report): readonly RowModel[] {
  const { id, data } = ledger.agreement
  return data.budget.map(({ line, name }) =>
    rowOf('budget_lines', { code: value(line), name: textOr(names.text(name)) }, [id]),
  )
}

/** Codes that are words of the tool itself: in the wording under `report.<group>.<code>`. */
const groups = {
  status: ['planned', 'ongoing', 'completed', 'cancelled'],
  types: [
    'training',
    'awareness',
    'distribution',
    'service',
    'simulation',
    'equipment',
    'assessment',
    'meeting',
    'publication',
    'support',
  ],
  partner_roles: ['funding', 'technical', 'joint', 'in-kind'],
  rules: ['sum', 'max', 'average', 'latest'],
} as const

const wordRows: readonly RowModel[] = Object.entries(groups).flatMap(([group, codes]) =>
  codes.map(code => rowOf(group, { code: value(code), name: words(`report.${group}.${code}`) }, [])),
)
