/** The cover: who reports to whom on what, until when, at which rates, how things were counted, and what is inside. */
import type { Entry } from '../../model/dataset.ts'
import type { Agreement } from '../../model/record/agreement.ts'
import type { LineModel, SheetModel } from '../../model/workbook.ts'
import { day, shown, textOr, value, words } from '../cells.ts'
import type { Names } from '../names.ts'
import { rateFigure, type ShownRate, shownRates } from '../rates-shown.ts'
import type { Report } from '../report.ts'

/** Each has a label and a value in the wording; one whose value comes out empty is left out. */
const facts = ['society', 'partner', 'agreement', 'number', 'period', 'currency', 'cutoff', 'contact']
const definitions = [
  'activities',
  'people',
  'indicators',
  'division',
  'not_reported',
  'cancelled',
  'cutoff',
  'status',
  'money',
]

/** @param sheets what the workbook holds besides the cover. */
export function coverSheet({ ledger, names }: Report, sheets: readonly string[]): SheetModel {
  const { rates = [], currency } = ledger.agreement.data
  return {
    sheet: 'cover',
    blocks: [
      { block: 'paragraph', style: 'notice', key: 'report.cover.notice' },
      { block: 'paragraph', style: 'title', key: 'report.cover.title' },
      { block: 'paragraph', style: 'intro', key: 'report.cover.intro' },
      { block: 'lines', lines: facts.map(name => phrase('facts', name)) },
      { block: 'paragraph', style: 'heading', key: 'report.cover.rates' },
      {
        block: 'lines',
        lines: [
          ...ruleLine(ledger.agreement.data),
          ...shownRates(rates, currency).map(each => rateLine(each, names, ledger.agreement)),
        ],
      },
      { block: 'paragraph', style: 'heading', key: 'report.cover.contents' },
      { block: 'lines', lines: sheets.map(contentsLine) },
      { block: 'paragraph', style: 'heading', key: 'report.cover.definitions' },
      { block: 'lines', lines: definitions.map(name => phrase('definitions_of', name)) },
    ],
  }
}

function phrase(group: string, name: string): LineModel {
  const key = `report.cover.${group}.${name}`
  return { label: words(`${key}.label`, 'label'), cells: [words(`${key}.value`, 'text')] }
}

function contentsLine(sheet: string): LineModel {
  return { label: { kind: 'sheet-link', sheet }, cells: [words(`report.${sheet}.intro`, 'text')] }
}

/** Which of several rates a sum took. */
const ruleLine = ({ rates = [], rate_rule = 'fixed' }: Agreement): readonly LineModel[] =>
  rates.length === 0
    ? []
    : [{ label: words('report.cover.rate_rule', 'label'), cells: [words(`report.rate_rules.${rate_rule}`, 'text')] }]

/** The first cell is what every conversion in the workbook refers to. */
function rateLine({ rate: published, named }: ShownRate, names: Names, by: Entry<'agreement'>): LineModel {
  const { from, to, date, month, source } = published
  return {
    label: value(`1 ${from} → ${to}`, 'label'),
    cells: [
      shown(rateFigure({ value: published.rate, published: [published] }, by), 'rate'),
      date === undefined ? value(month, 'code') : day(date),
      textOr(names.text(source), 'text'),
    ],
    named,
  }
}
