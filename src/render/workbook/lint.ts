/** What Excel refuses or repairs and no validator sees. Found in a resolved workbook before anything is written. */
import { said } from '../../model/said.ts'

import type { Workbook } from '../../model/workbook-sheet.ts'
import { cellProblems } from './lint-cells.ts'
import { chartProblems, choiceProblems, tableProblems } from './lint-ranges.ts'
import { problem, repeated, type WorkbookProblem } from './problem.ts'

export type { WorkbookProblem } from './problem.ts'

export function lintWorkbook(workbook: Workbook): readonly WorkbookProblem[] {
  const sheets = workbook.sheets.map(({ name }) => name)
  const tables = workbook.sheets.flatMap(sheet => sheet.tables.map(({ name }) => name))
  const names = [...tables, ...workbook.names.map(({ name }) => name)]
  return [
    ...(sheets.length === 0 ? [problem(said('The workbook has no sheet.'), said('Name one in the layout.'))] : []),
    ...sheets.flatMap((name, sheet) => (isBadSheetName(name) ? [badSheetName(name, sheet)] : [])),
    ...repeated(sheets).map(both =>
      problem(
        said('Two sheets are called “{sheets}”.', { sheets: sheets[both[1]] ?? '' }),
        said('Word one of their names otherwise.'),
        ...both.map(sheet => ({ in: 'tab', sheet }) as const),
      ),
    ),
    ...names
      .filter(isBadName)
      .map(name => problem(said('“{name}” cannot be a name in a workbook.', { name }), badNameHint)),
    ...repeated(names).map(([, again]) =>
      problem(said('The name “{names}” stands twice.', { names: names[again] ?? '' }), badNameHint),
    ),
    ...marginProblems(workbook),
    ...workbook.sheets.flatMap((sheet, index) => [
      ...tableProblems(sheet, index),
      ...choiceProblems(sheet, workbook, index),
      ...chartProblems(sheet, workbook, index),
      ...cellProblems(sheet, workbook, index),
    ]),
  ]
}

const longestName = 31
const isBadSheetName = (name: string) =>
  name === '' || name.length > longestName || /[[\]:*?/\\]|^'|'$|\p{Cc}/u.test(name) || name.toLowerCase() === 'history'

function badSheetName(name: string, sheet: number): WorkbookProblem {
  const length = name.length > longestName ? said(' has {count} characters and', { count: name.length }) : ''
  const hint =
    name.toLowerCase() === 'history'
      ? said('Excel keeps this name for itself: choose another.')
      : said('At most {longestName} characters, none of [ ] : * ? / \\, and no apostrophe at either end.', {
          longestName,
        })
  return problem(said('“{name}”{length} cannot be the name of a sheet.', { name, length }), hint, { in: 'tab', sheet })
}

const isBadName = (name: string) =>
  !/^[A-Za-z_][\w.]{0,254}$/.test(name) || /^([A-Z]{1,3}\d+|[RC]\d*|R\d+C\d+)$/i.test(name)
const badNameHint = said('Names hold letters, digits and underscores, are not like a cell, and are there once.')

/** A page header holds 255 characters, its codes among them. Of the title, which names may make long, only the start runs there. */
function marginProblems({ notice }: Workbook): readonly WorkbookProblem[] {
  if (notice === null || notice.replaceAll('&', '&&').length <= 200) return []
  const found = problem(
    said('“{notice}” is too long for the margin of a page.', { notice }),
    said('At most 200 characters.'),
    {
      in: 'margin',
    },
  )
  return [{ ...found, ofRecord: said('This text is too long for the margin of a page, which names it.') }]
}
