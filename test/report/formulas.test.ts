/** Formulas say what they count, and compare exactly where a spreadsheet would guess. */
import { expect, it } from 'vitest'
import {
  cellsJoined,
  countWhere,
  ratioFormula,
  reportedJoined,
  sumWhere,
  totalFormula,
} from '../../src/report/formulas.ts'

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

it('takes a name of a month in a word for none', () => {
  // “december” alone is a month, in a longer word it is a word.
  expect(sumWhere('fin_Spent', key('december-1'))).toMatch(/^SUMPRODUCT/)
  expect(sumWhere('fin_Spent', key('decembers-1'))).toMatch(/^SUMIFS/)
  expect(sumWhere('fin_Spent', key('2022-Q1-a'))).toMatch(/^SUMPRODUCT/)
  expect(sumWhere('fin_Spent', key('a-2022-Q1'))).toMatch(/^SUMPRODUCT/)
  expect(sumWhere('fin_Spent', [{ column: 'act_Counted', equals: '1' }])).toBe('SUMIFS(fin_Spent,act_Counted,1)')
})

it('joins what is reported by a rule, blank where nothing is', () => {
  const count = 'COUNTIFS(act_Area,[@area],res_Value,">=-1000000000000000")'
  const sum = 'SUMIFS(res_Value,act_Area,[@area])'
  expect(reportedJoined('sum', 'res_Value', key('epr'))).toBe(`IF(${count}=0,"",${sum})`)
  expect(reportedJoined('average', 'res_Value', key('epr'))).toBe(`IF(${count}=0,"",${sum}/${count})`)
  const highest = 'SUMPRODUCT(MAX((act_Area=[@area])*res_Value))'
  expect(reportedJoined('max', 'res_Value', key('epr'))).toBe(`IF(${count}=0,"",${highest})`)
  expect(countWhere([...key('epr'), ...key('rfl')])).toBe('COUNTIFS(act_Area,[@area],act_Area,[@area])')
  expect(sumWhere('fin_Spent', [...key('1'), { column: 'act_Counted', equals: '1' }])).toBe(
    'SUMPRODUCT((act_Area=[@area])*(act_Counted=1)*1,fin_Spent)',
  )
})

it('joins cells by a rule, in the order of time', () => {
  expect(cellsJoined('sum', ['a', 'b'])).toBe('IF(COUNT(a,b)=0,"",SUM(a,b))')
  expect(cellsJoined('max', ['a'])).toBe('IF(COUNT(a)=0,"",MAX(a))')
  expect(cellsJoined('average', ['a', 'b'])).toBe('IF(COUNT(a,b)=0,"",AVERAGE(a,b))')
  expect(cellsJoined('latest', ['old', 'new'])).toBe('IF(new<>"",new,IF(old<>"",old,""))')
  expect(totalFormula('spent')).toBe('IF(COUNT([#spent])=0,"",SUM([#spent]))')
})
