/** Formulas say what they count, and compare exactly where a spreadsheet would guess. */
import { expect, it } from 'vitest'
import { countWhere, ratioFormula, reportedJoined, sumWhere } from '../../src/report/formulas.ts'

const key = (value: string) => [{ column: 'act_Area', equals: '[@area]', value }]

it('counts and sums by a key', () => {
  expect(countWhere(key('epr'))).toBe('COUNTIFS(act_Area,[@area])')
  expect(sumWhere('act_PeopleReached', key('first-aid'))).toBe('SUMIFS(act_PeopleReached,act_Area,[@area])')
  expect(reportedJoined('sum', 'fin_Spent', key('epr'))).toContain('=0,"",')
  expect(ratioFormula('[@a]', '[@b]')).toBe('IF(N([@b])=0,"",IF([@a]="","",[@a]/[@b]))')
})

it.each(['2022-05', '1e5', 'may-5', '12-march', '7'])('compares %s as a text, not as a number or a day', id => {
  expect(sumWhere('fin_Spent', key(id))).toBe('SUMPRODUCT((act_Area=[@area])*1,fin_Spent)')
  expect(countWhere(key(id), 'fin_Spent')).toBe('SUMPRODUCT((act_Area=[@area])*ISNUMBER(fin_Spent))')
})

it.each(['2022-team-training', 'rfl', 'icrc-2022-drill'])('leaves %s to the simple form', id => {
  expect(sumWhere('fin_Spent', key(id))).toMatch(/^SUMIFS/)
})

it('leaves a quarter to the simple form, and compares numbers beside a risky key', () => {
  expect(countWhere(key('2022-Q1'))).toBe('COUNTIFS(act_Area,[@area])')
  const shared = { column: 'act_Agreements', atLeast: 2 }
  expect(countWhere([...key('rfl'), shared])).toBe('COUNTIFS(act_Area,[@area],act_Agreements,">=2")')
  // A blank text is above every number.
  expect(countWhere([...key('2022'), shared])).toBe(
    'SUMPRODUCT((act_Area=[@area])*ISNUMBER(act_Agreements)*(act_Agreements>=2)*1)',
  )
})
