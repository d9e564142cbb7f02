/** The cover: who took part, which agreements are in it, at which rates sums were converted, how everybody was counted. */

import type { LineModel, SheetModel } from '../../../model/workbook.ts'
import { day, shown, textOr, value, words } from '../../cells.ts'
import { rateFigure } from '../../rates-shown.ts'
import { type Consolidated, type Joined, ratesOf, type ShownRate } from '../year.ts'

const key = 'report.consolidated.cover'
const facts = ['society', 'partners', 'year', 'currency', 'cutoff', 'contact']
const definitions = ['activities', 'people', 'shares', 'money', 'not_reported', 'cancelled', 'status']

/** @param sheets what the workbook holds besides the cover. */
export function coverSheet(report: Consolidated, sheets: readonly string[]): SheetModel {
  return {
    sheet: 'consolidated.cover',
    blocks: [
      { block: 'paragraph', style: 'notice', key: `${key}.notice` },
      { block: 'paragraph', style: 'title', key: `${key}.title` },
      { block: 'paragraph', style: 'intro', key: `${key}.intro` },
      { block: 'lines', lines: facts.map(name => phrase('facts', name)) },
      { block: 'paragraph', style: 'heading', key: `${key}.agreements` },
      { block: 'lines', lines: report.agreements.map(joined => agreementLine(report, joined)) },
      { block: 'paragraph', style: 'heading', key: `${key}.counting` },
      { block: 'lines', lines: report.agreements.flatMap(joined => countingLine(report, joined)) },
      { block: 'paragraph', style: 'heading', key: `${key}.rates` },
      { block: 'lines', lines: ratesOf(report).map(each => rateLine(report, each)) },
      { block: 'paragraph', style: 'heading', key: `${key}.contents` },
      { block: 'lines', lines: sheets.map(contentsLine) },
      { block: 'paragraph', style: 'heading', key: `${key}.definitions` },
      { block: 'lines', lines: definitions.map(name => phrase('definitions_of', name)) },
    ],
  }
}

function phrase(group: string, name: string): LineModel {
  return {
    label: words(`${key}.${group}.${name}.label`, 'label'),
    cells: [words(`${key}.${group}.${name}.value`, 'text')],
  }
}

function contentsLine(sheet: string): LineModel {
  return { label: { kind: 'sheet-link', sheet }, cells: [words(`report.${sheet}.intro`, 'text')] }
}

function agreementLine({ names }: Consolidated, { ledger: { agreement } }: Joined): LineModel {
  return { label: value(agreement.id, 'label'), cells: [textOr(names.text(agreement.data.title), 'text')] }
}

/** How people were counted under an agreement, in its own words: the methods of two partners may differ. */
function countingLine({ names }: Consolidated, { ledger: { agreement } }: Joined): readonly LineModel[] {
  const { counting_method } = agreement.data
  if (counting_method === undefined) return []
  return [{ label: value(agreement.id, 'label'), cells: [textOr(names.text(counting_method), 'text')] }]
}

function rateLine({ names }: Consolidated, { rate, of, named }: ShownRate): LineModel {
  return {
    label: value(`${of.ledger.agreement.id}: 1 ${rate.from} → ${rate.to}`, 'label'),
    cells: [
      shown(rateFigure({ value: rate.rate, published: [rate] }, of.ledger.agreement), 'rate'),
      rate.date === undefined ? value(rate.month, 'code') : day(rate.date),
      textOr(names.text(rate.source), 'text'),
    ],
    named,
  }
}
