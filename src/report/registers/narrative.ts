/** In words, area by area: deviations, challenges, lessons, plans. */
import type { Agreement } from '../../model/record/agreement.ts'
import { textOr } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'

type Row = NonNullable<Agreement['narrative']>[number]

const told = (what: 'deviations' | 'challenges' | 'lessons' | 'plans') =>
  columnOf('text', (row: Row, { names }: Report) => {
    const written = row[what]
    return written && textOr(names.text(written))
  })

export const narrative = register({
  sheet: 'narrative',
  prefix: 'nar',
  rows: ({ ledger }: Report) => ledger.agreement.data.narrative ?? [],
  columns: column => ({
    area: column('code', ({ area }) => area, { choices: codesOf('areas') }),
    area_name: column('text', ({ area }, { names }) => names.area(area), { choices: namesOf('areas') }),
    deviations: told('deviations'),
    challenges: told('challenges'),
    lessons: told('lessons'),
    plans: told('plans'),
  }),
})
