/** One workbook with everything the writer can do on one sheet: table, notes, bars, shades, choices, links, charts of each kind. */
import type { Cell, Chart, ChartCells, ChartType, Sheet, SheetRow, Workbook } from '../../src/model/workbook-sheet.ts'

const text = (words: string, style: Cell['style'] = 'text'): Cell => ({ kind: 'text', text: words, style })
const count = (value: number): Cell => ({ kind: 'number', value, style: 'count' })

const columns = ['Area', 'Year', 'Target', 'Reached', 'Share', 'Page', 'Status']
const areas = [
  ['First aid & response', 120, 90],
  ['Restoring family links', 80, null],
  ['Dissemination', 60, 66],
] as const

function rowOf([area, target, reached]: (typeof areas)[number], index: number): SheetRow {
  const row = 5 + index
  return {
    cells: [
      text(area),
      text(String(2020 + index), 'code'),
      count(target),
      reached === null ? { kind: 'blank', style: 'count' } : count(reached),
      {
        kind: 'formula',
        formula: `IF($D${row}="","",$D${row}/$C${row})`,
        value: reached === null ? '' : reached / target,
        style: 'percent',
      },
      { ...text('Release', 'link'), href: `../../press/2022/release-${index}.en.pdf` },
      text(index === 0 ? '=done' : 'done'),
    ],
  }
}

const cells = (range: string, points: ChartCells['points']): ChartCells => ({
  range: `'It''s one sheet'!${range}`,
  points,
})
const categories = cells(
  '$A$5:$A$7',
  areas.map(([area]) => area),
)
const target = { name: cells('$C$4', ['Target']), values: cells('$C$5:$C$7', [120, 80, 60]), style: 'count' } as const
const reached = {
  name: cells('$D$4', ['Reached']),
  values: cells('$D$5:$D$7', [90, null, 66]),
  style: 'count',
} as const

const budget = {
  name: cells('$E$4', ['Budget']),
  values: cells('$E$5:$E$7', [0.75, null, 1.1]),
  style: 'count',
} as const

function chartOf(type: ChartType, index: number): Chart {
  return {
    type,
    title: `Chart <${type}> & more`,
    description: `“${type}”: what was planned beside what was reached.`,
    unit: 'People',
    categories,
    series: type === 'doughnut' ? [target] : [target, reached],
    ...(type === 'stacked' && { against: budget }),
    place: { row: 10 + Math.floor(index / 2) * 17, rows: 16, slot: index % 2, slots: 2 },
  }
}

const types: readonly ChartType[] = ['column', 'stacked', 'bar', 'line', 'doughnut', 'stacked-bar']

const sheet: Sheet = {
  name: "It's one sheet",
  landscape: true,
  widths: [40, 10, 14, 14, 14, 14, 20],
  rows: [
    { cells: [text('Everything on one sheet', 'title')], spreadTo: 5, height: 28 },
    { cells: [text('An introduction', 'intro')], spreadTo: 5 },
    { cells: [] },
    {
      cells: columns.map((words, index) => ({
        ...text(words, 'header'),
        note: `${words}: ${'said at length. '.repeat(1 + index * 3)}`,
      })),
    },
    ...areas.map(rowOf),
    { cells: [] },
    { cells: [{ ...text('Second', 'link'), link: 'Second' }, text('007', 'code')] },
  ],
  tables: [
    {
      name: 'Crafted',
      headerRow: 4,
      firstColumn: 1,
      columns,
      rows: areas.length,
      formulas: [null, null, null, null, 'IF($D5="","",$D5/$C5)', null, null],
      description: 'Everything & more',
    },
  ],
  headerRow: 4,
  frozenColumns: 1,
  charts: types.map(chartOf),
  shownBySize: [
    { shows: 'bar', range: 'C5:C7', style: 'count' },
    { shows: 'bar', range: 'E5:E7', style: 'percent' },
    { shows: 'heat', range: 'D5:D7 C5:C7', style: 'count' },
  ],
  choices: [
    { range: 'G5:G7', from: { words: ['done', 'begun'] } },
    { range: 'A5:A7', from: { name: 'cod_Area' } },
  ],
}

export function craftedWorkbook(): Workbook {
  const second: Sheet = {
    name: 'Second',
    landscape: false,
    widths: [30],
    rows: [{ cells: [{ ...text('Noted', 'label'), note: 'A note on another sheet' }] }],
    tables: [],
    headerRow: null,
    frozenColumns: 0,
    charts: [chartOf('column', 0)],
  }
  return {
    language: 'en',
    title: 'Crafted',
    subject: '',
    creator: 'Society',
    colour: '#b01c2e',
    notice: 'SAMPLE',
    names: [{ name: 'cod_Area', range: "'It''s one sheet'!$A$5:$A$7" }],
    sheets: [sheet, second],
  }
}
