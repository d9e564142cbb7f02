/** A comment on a pull request: bounded, whatever changed, and without markup of whoever wrote the records. */
import { expect, it } from 'vitest'
import type { Comparison, FigureChange } from '../../src/compare/comparison.ts'
import { comparisonToHuman as toHuman } from '../../src/compare/told/human.ts'
import { comparisonToMarkdown as toMarkdown } from '../../src/compare/told/markdown.ts'
import { inEnglish } from '../../src/model/said.ts'

const comparisonToMarkdown = (told: Comparison): string => toMarkdown(told, inEnglish)
const comparisonToHuman = (told: Comparison): string => toHuman(told, inEnglish)

const figure = (over: Partial<FigureChange>): FigureChange => ({
  report: 'reports/2022/icrc-2022.en.xlsx',
  sheet: 'Budget',
  row: 'epr · Teams',
  column: 'Balance',
  cell: 'F7',
  status: 'changed',
  before: 1,
  after: 2,
  change: 1,
  percent: 100,
  causes: [],
  ...over,
})
const comparison = (over: Partial<Comparison>): Comparison => ({
  a: { name: 'main', commit: '0123456789abcdef' },
  b: { name: 'the working tree' },
  artifacts: [{ path: 'reports/2022/icrc-2022.en.xlsx', status: 'changed' }],
  records: [],
  figures: [],
  texts: [],
  releases: [],
  diagnostics: [],
  ...over,
})

it('is never longer than a comment may be, and counts the rest', () => {
  const long = 'слово '.repeat(500)
  const told = comparisonToMarkdown(
    comparison({
      figures: Array.from({ length: 5000 }, (_, at) => figure({ row: `${at} ${long}`, column: long })),
      texts: Array.from({ length: 5000 }, () => ({ ...figure({}), before: long, after: `${long}.` })),
      releases: Array.from({ length: 500 }, () => ({
        release: 'press/2022/a.en',
        words: [
          { kind: 'removed' as const, text: long },
          { kind: 'added' as const, text: `${long}!` },
        ],
      })),
    }),
  )
  expect(told.length).toBeLessThanOrEqual(60_000)
  expect(told).toContain('#### Figures (5000)')
  expect(told).toContain('… and 4900 more')
})

it('holds no markup and no mention that a record has in it', () => {
  const told = comparisonToMarkdown(
    comparison({ figures: [figure({ row: '| @everyone <img src=x> `code` [link](http://x)', sheet: 'A|B' })] }),
  )
  const row = told.split('\n').find(line => line.includes('everyone')) ?? ''
  expect(row.replaceAll('\\|', '').split('|')).toHaveLength(10)
  expect(row).not.toMatch(/@everyone|[^\\]<img|[^\\]\[link/)
})

it('shows what is not reported as a dash, and shares in percent with their change in points', () => {
  const told = comparisonToHuman(
    comparison({
      figures: [
        figure({ before: null, after: 0 }),
        figure({ before: 0.5, after: 0.75, change: 0.25, percent: 50, isPercent: true }),
        figure({ before: 12_345.5, after: 12_340, change: -5.5, percent: -0.0446 }),
      ].map(({ ...each }) => each),
    }),
  )
  expect(told).toContain('– -> 0')
  expect(told).toContain('50 % -> 75 % +25 points')
  expect(told).toContain('12\u00a0345.5 -> 12\u00a0340 -5.5 (-0.045 %)')
})
