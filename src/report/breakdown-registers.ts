/** The rows behind the sheets of regions and of sex and age: what each activity reported of those it reached. */
import { rowsOf } from '../model/rows.ts'
import type { SheetModel } from '../model/workbook.ts'
import { type AgeShare, ageShares, noRegion, notDivided, type RegionShare, regionShares } from './breakdown.ts'
import { columns, register, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import { codesOf, namesOf, withChoices } from './lists.ts'

const regionColumns = withChoices(
  { area: codesOf('areas'), region_code: codesOf('shares'), region: namesOf('shares') },
  columns({
    activity: 'code',
    name: 'text',
    area: 'code',
    region_code: 'code',
    region: 'text',
    people: 'count',
    counted: 'mark',
  }),
)

export function regionRegister(report: Report): SheetModel {
  const rows = rowsOf(regionShares(report.dataset, report.ledger), share => ({
    records: [share.activity],
    cells: {
      ...commonCells(report, share),
      region_code: value(regionCode(report, share.region)),
      region: regionName(report, share.region),
      people: value(share.people),
    },
  }))
  return {
    sheet: 'by_region',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.by_region.title' },
      { block: 'paragraph', style: 'intro', key: 'report.by_region.intro' },
      register(
        { name: 'ByRegion', prefix: 'reg', columns: regionColumns, records: report.ledger.activities.length },
        rows,
      ),
    ],
  }
}

const ageColumns = withChoices(
  { area: codesOf('areas'), age: namesOf('ages') },
  columns({
    activity: 'code',
    name: 'text',
    area: 'code',
    age: 'text',
    people: 'count',
    female: 'count',
    male: 'count',
    other: 'count',
    counted: 'mark',
  }),
)

export function ageRegister(report: Report): SheetModel {
  const rows = rowsOf(ageShares(report.ledger), share => ({
    records: [share.activity],
    cells: {
      ...commonCells(report, share),
      age: words(`report.ages.${share.age}`),
      people: value(share.people),
      female: value(share.female),
      male: value(share.male),
      other: value(share.other),
    },
  }))
  return {
    sheet: 'by_age',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.by_age.title' },
      { block: 'paragraph', style: 'intro', key: 'report.by_age.intro' },
      register({ name: 'ByAge', prefix: 'age', columns: ageColumns, records: report.ledger.activities.length }, rows),
    ],
  }
}

function commonCells({ dataset, names }: Report, { activity, area, counted }: RegionShare | AgeShare) {
  return {
    activity: value(activity),
    name: textOr(names.text(dataset.activity.get(activity)?.data.name)),
    area: value(area),
    counted: value(counted ? 1 : 0),
  }
}

/** By which the sheet of regions finds its rows. */
export function regionCode({ dataset }: Pick<Report, 'dataset'>, region: string): string {
  return dataset.place.get(region)?.data.pcode ?? region
}

export function regionName({ names }: Pick<Report, 'names'>, region: string) {
  if (region === noRegion) return words('report.geography.no_region')
  return region === notDivided ? words('report.geography.not_divided') : value(names.place(region))
}
