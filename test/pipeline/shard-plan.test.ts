/** The plan of a build in parts: each thing in one of them, about the same in each, the same whoever makes it. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format, Work } from '../../src/model/work.ts'
import { costOf, costOfPhotos } from '../../src/pipeline/shard/cost.ts'
import { divided, type Weighed } from '../../src/pipeline/shard/divide.ts'
import { unitsOf } from '../../src/pipeline/shard/plan.ts'
import type { KeyedWork } from '../../src/pipeline/work.ts'

const costs = fc.oneof(fc.nat({ max: 80 }), fc.nat({ max: 5000 }), fc.constant(62))
const things: fc.Arbitrary<readonly Weighed[]> = fc
  .array(costs, { maxLength: 300 })
  .map(all => all.map((cost, index) => ({ name: `press/2022/${index}-${cost}`, cost })))
const parts = fc.integer({ min: 1, max: 40 })

const sumOf = (all: readonly Weighed[]): number => all.reduce((sum, { cost }) => sum + cost, 0)
const namesOf = (all: readonly Weighed[]): readonly string[] => all.map(({ name }) => name).toSorted()

describe('the parts', () => {
  test('are disjoint, and together they are all there is', () => {
    fc.assert(
      fc.property(things, parts, (all, of) => {
        const placed = divided(all, of)
        expect(placed.length).toBe(of)
        expect(namesOf(placed.flat())).toEqual(namesOf(all))
      }),
    )
  })

  test('are the same in whatever order things are listed', () => {
    fc.assert(
      fc.property(things, parts, fc.infiniteStream(fc.nat()), (all, of, random) => {
        const keys = new Map(all.map(each => [each, random.next().value]))
        const shuffled = all.toSorted((a, b) => Number(keys.get(a)) - Number(keys.get(b)))
        expect(divided(shuffled, of).map(namesOf)).toEqual(divided(all, of).map(namesOf))
      }),
    )
  })

  test('none has more than a twentieth above the mean, but where one thing alone is more than that', () => {
    fc.assert(
      fc.property(things, parts, (all, of) => {
        const mean = sumOf(all) / of
        const dearest = Math.max(0, ...all.map(({ cost }) => cost))
        for (const part of divided(all, of))
          expect(sumOf(part)).toBeLessThanOrEqual(mean + Math.max(mean * 0.05, dearest))
      }),
    )
  })

  test('of many small things and a few large ones keep to it', () => {
    const small = Array.from({ length: 4000 }, (_, index) => ({ name: `press/2022/${index}`, cost: 59 + (index % 7) }))
    const large = Array.from({ length: 20 }, (_, index) => ({ name: `reports/2022/${index}`, cost: 900 + index * 40 }))
    const sums = divided([...small, ...large], 8).map(sumOf)
    const mean = sums.reduce((a, b) => a + b, 0) / 8
    expect(Math.max(...sums)).toBeLessThanOrEqual(mean * 1.05)
  })

  test('of large things alone are as even as the dearest first can make them', () => {
    const all = [7, 6, 5, 4, 3, 2, 1, 8].map(cost => ({ name: String(cost), cost }))
    expect(divided(all, 2).map(sumOf)).toEqual([18, 18])
    expect(divided(all, 4).map(sumOf)).toEqual([9, 9, 9, 9])
  })
})

describe('a record that is added', () => {
  const all = Array.from({ length: 3000 }, (_, index) => ({ name: `press/2022/${index}`, cost: 60 + (index % 5) }))
  const partOf = (placed: readonly (readonly Weighed[])[]) =>
    new Map(placed.flatMap((part, index) => part.map(({ name }) => [name, index] as const)))

  test.for([2, 5, 8, 32])('moves few others between %i parts', of => {
    const before = partOf(divided(all, of))
    const moved = Array.from({ length: 10 }, (_, index) => {
      const after = partOf(divided([...all, { name: `press/2022/new-${index}`, cost: 61 }], of))
      return all.filter(({ name }) => before.get(name) !== after.get(name)).length
    })
    expect(Math.max(...moved)).toBeLessThanOrEqual(all.length / 100)
  })

  test('one machine more takes its share from each, and no other moves much', () => {
    const [before, after] = [partOf(divided(all, 8)), partOf(divided(all, 9))]
    const moved = all.filter(({ name }) => before.get(name) !== after.get(name))
    const toNew = moved.filter(({ name }) => after.get(name) === 8)
    expect(moved.length / all.length).toBeLessThan(0.25)
    expect(toNew.length / all.length).toBeGreaterThan(0.08)
  })
})

describe('what things cost', () => {
  const release: Work = { kind: 'press', year: 2022, id: 'a', language: 'ru', date: '2022-01-01', records: ['a'] }
  const report = (records: number): Work => ({
    ...release,
    kind: 'report',
    records: Array.from({ length: records }, (_, index) => String(index)),
  })
  const ofAll = (work: Work, formats: readonly Format[], photos = 0): number =>
    formats.reduce((sum, format) => sum + costOf(work, format, photos), 0)

  test('a PDF is dearer than what is only written, a large workbook than a small one, a photo than none', () => {
    expect(costOf(release, 'pdf', 0)).toBeGreaterThan(ofAll(release, ['html', 'txt', 'json']))
    expect(costOf(report(1000), 'xlsx', 0)).toBeGreaterThan(5 * costOf(report(20), 'xlsx', 0))
    expect(ofAll(release, ['html'], 1)).toBeGreaterThan(ofAll(release, ['html']))
    expect(costOfPhotos(2)).toBe(2 * costOfPhotos(1))
  })

  const keyed = (work: Work, formats: readonly Format[], photos: readonly string[] = []): KeyedWork => ({
    ...work,
    key: '',
    formats,
    pictures: photos.map(path => ({ path, src: path, span: () => ({ file: { path, text: '' }, start: 0, end: 0 }) })),
    write: () => {
      throw new Error('a plan writes nothing')
    },
  })
  const planned = (works: readonly KeyedWork[]) =>
    works.flatMap(work =>
      work.formats.map(format => ({ work, format, path: `${work.kind}/${work.id}.${work.language}.${format}` })),
    )

  test('the languages of a release are one thing, with its photos once; each file of a report is one', () => {
    const languages = ['ru', 'en'].map(language => keyed({ ...release, language }, ['pdf', 'html'], ['media/1.jpg']))
    const units = unitsOf(planned([...languages, keyed(report(30), ['xlsx', 'pdf'])]))
    expect(units.map(({ name, planned: own }) => [name, own.length])).toEqual([
      ['press/2022/a', 4],
      ['report/a.ru.xlsx', 1],
      ['report/a.ru.pdf', 1],
    ])
    const alone = ofAll(release, ['pdf', 'html'], 1)
    expect(units[0]?.cost).toBe(2 * alone + costOfPhotos(1))
  })
})
