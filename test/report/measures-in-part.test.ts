/** Measures of what is reported in part: a whole that lacks a part is not known, and those who lack a number are told apart. */
import { array, assert, constantFrom, integer, option, property, record as recordOf } from 'fast-check'
import { expect, it } from 'vitest'
import { value } from '../../src/report/cells.ts'
import { among, atLeast, here, reported } from '../../src/report/measures.ts'
import { register } from '../../src/report/table.ts'
import { inEachTest } from '../support/in-each-test.ts'

interface Line {
  readonly record: string
  readonly kind: string
  readonly one: number | null
  readonly other: number | null
}
interface Scope {
  readonly lines: readonly Line[]
}

const lines = inEachTest(() =>
  register({
    sheet: 'lines',
    prefix: 'lin',
    rows: (scope: Scope) => scope.lines,
    record: ({ record }) => record,
    columns: column => ({
      kind: column('code', ({ kind }) => kind),
      one: column('count', ({ one }) => one),
      other: column('count', ({ other }) => other),
    }),
  }),
)
const some = array(
  recordOf({
    record: constantFrom('a', 'b', 'c'),
    kind: constantFrom('x', 'y'),
    one: option(integer({ min: -9, max: 9 }), { freq: 3 }),
    other: option(integer({ min: -9, max: 9 }), { freq: 3 }),
  }),
  { maxLength: 8 },
)
const own = () => value('x')
const sumOf = (numbers: readonly (number | null)[]): number | null => {
  const known = numbers.filter(each => each !== null)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}

it('a whole is the sum of its parts where each is known, a sum without another is of those that lack it', () => {
  assert(
    property(some, all => {
      const scope = { lines: all }
      const its = among(lines(), { kind: here('kind') })
      const meant = all.filter(({ kind }) => kind === 'x')
      const whole = its.whole('one')(undefined, scope, own).figure
      const isKnown = meant.every(({ one }) => one !== null)
      expect(whole.value).toBe(isKnown ? sumOf(meant.map(({ one }) => one)) : null)
      const silent = meant.filter(({ other }) => other === null)
      const apart = its.sumWithout('one', 'other')(undefined, scope, own).figure
      expect(apart.value).toBe(sumOf(silent.map(({ one }) => one)))
      expect(apart.from()).toEqual(silent.flatMap(({ record, one }) => (one === null ? [] : [{ record, value: one }])))
      const high = among(lines(), { one: atLeast(3), other: reported }).count()(undefined, scope, own).figure
      const isHigh = ({ one, other }: Line) => one !== null && one >= 3 && other !== null
      expect(high.value).toBe(all.filter(isHigh).length)
      expect(high.from().map(each => each.record)).toEqual(all.filter(isHigh).map(each => each.record))
    }),
  )
})

it('their formulas count the same rows', () => {
  const scope = { lines: [] }
  const its = among(lines(), { kind: here('kind') })
  const least = '">=-1000000000000000"'
  const [all, one] = ['COUNTIFS(lin_Kind,[@kind])', `COUNTIFS(lin_Kind,[@kind],lin_One,${least})`]
  const sum = 'SUMIFS(lin_One,lin_Kind,[@kind]'
  expect(its.whole('one')(undefined, scope, own).expression).toBe(`IF(${all}-${one}>0,"",IF(${one}=0,"",${sum})))`)
  const both = `COUNTIFS(lin_Kind,[@kind],lin_Other,${least},lin_One,${least})`
  expect(its.sumWithout('one', 'other')(undefined, scope, own).expression).toBe(
    `IF(${one}-${both}=0,"",${sum})-${sum},lin_Other,${least}))`,
  )
  expect(its.countWithout('one', 'all')(undefined, scope, own).expression).toBe(`[@all]-${one}`)
  const quoted = among(lines(), { kind: 'a "b"', one: 3 }).count()(undefined, scope, own).expression
  expect(quoted).toBe('COUNTIFS(lin_Kind,"a ""b""",lin_One,3)')
  const never = () => ({ kind: 'day', day: null }) as const
  expect(() => its.count()(undefined, scope, never)).toThrow('nothing is counted by a cell that is a day')
})
