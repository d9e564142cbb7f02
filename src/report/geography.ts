/** Where it happened: every region by every area, with rows for what is tied to none and for what is not divided. */
import { compare } from '../model/diagnostic.ts'
import { type CellModel, type ColumnModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { areasOf } from './areas.ts'
import { noRegion, notDivided, type RegionShare, regionShares } from './breakdown.ts'
import { regionCode, regionName } from './breakdown-registers.ts'
import { columns, recordsOf, value } from './cells.ts'
import type { Report } from './facts.ts'
import { countOf, sumOf } from './figures.ts'
import { type Condition, countWhere, reportedSum } from './formulas.ts'

export function geographySheet(report: Report): SheetModel {
  const areas = areasOf(report)
  const shares = regionShares(report.dataset, report.ledger).filter(({ counted }) => counted)
  return {
    sheet: 'geography',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.geography.title' },
      { block: 'paragraph', style: 'intro', key: 'report.geography.intro' },
      {
        block: 'table',
        name: 'Geography',
        prefix: 'geo',
        filter: false,
        columns: [
          ...columns({ region_code: 'code', region: 'text', activities: 'count' }),
          ...areas.map((area, index) => areaColumn(report, area, `activities_${index + 1}`)),
          ...areas.map((area, index) => ({
            ...areaColumn(report, area, `people_${index + 1}`),
            shows: 'heat' as const,
          })),
        ],
        rows: [...regionsOf(report), noRegion, notDivided].map(region => regionRow({ report, areas, shares }, region)),
      },
      { block: 'paragraph', style: 'note', key: 'report.geography.note' },
    ],
  }
}

/** All regions there are, those without an activity among them. */
function regionsOf({ dataset }: Report): readonly string[] {
  return [...dataset.place.values()]
    .filter(({ data }) => data.type === 'region')
    .toSorted(
      (a, b) =>
        (a.data.order ?? Number.MAX_SAFE_INTEGER) - (b.data.order ?? Number.MAX_SAFE_INTEGER) ||
        compare(a.data.pcode ?? a.id, b.data.pcode ?? b.id),
    )
    .map(({ id }) => id)
}

function areaColumn({ names }: Report, area: string, column: string): ColumnModel {
  return { column, style: 'count', header: { name: names.shortArea(area), words: column.replace(/_\d+$/, '_in') } }
}

interface Grid {
  readonly report: Report
  readonly areas: readonly string[]
  readonly shares: readonly RegionShare[]
}

function regionRow({ report, areas, shares }: Grid, region: string): RowModel {
  const own = shares.filter(share => share.region === region)
  const code = regionCode(report, region)
  const conditions: readonly Condition[] = [
    { column: 'reg_RegionCode', equals: '[@region_code]', value: code },
    { column: 'reg_Counted', equals: '1' },
  ]
  const all = countOf(
    own.map(({ activity }) => activity),
    'activities',
  )
  const cells = areas.flatMap((area, index): readonly (readonly [string, CellModel])[] => {
    const here = own.filter(share => share.area === area)
    const of = [...conditions, { column: 'reg_Area', equals: `"${area}"`, value: area }]
    const activities = countOf(
      here.map(({ activity }) => activity),
      'activities',
    )
    const people = sumOf(
      here.map(share => ({ record: share.activity, value: share.people })),
      'people',
    )
    return [
      [`activities_${index + 1}`, formula(countWhere(of), activities)],
      [`people_${index + 1}`, formula(reportedSum('reg_People', of), people)],
    ]
  })
  return {
    records: recordsOf([all]),
    cells: {
      region_code: value(code),
      region: regionName(report, region),
      activities: formula(countWhere(conditions), all),
      ...Object.fromEntries(cells),
    },
  }
}
