/** A work is told from every other by its name, and without its model it is small. */
import { expect, test } from 'vitest'
import { fileNameOf, nameOfWork, pathOf, stemOf, workItself } from '../../src/model/work.ts'

const name = { kind: 'press', year: 2022, id: '2022-08-15-icrc', language: 'uz-Latn' } as const
const work = { ...name, date: '2022-08-15', records: ['2022-08-15-icrc', 'icrc'], model: { large: true } }

test('of a work with all that it says: the work, and its name', () => {
  expect(workItself(work)).toEqual({ ...name, date: work.date, records: work.records })
  expect(nameOfWork(work)).toEqual(name)
})

test('its files differ in their endings', () => {
  expect(stemOf(work)).toBe('press/2022/2022-08-15-icrc.uz-Latn')
  expect(pathOf(work, 'pdf')).toBe('press/2022/2022-08-15-icrc.uz-Latn.pdf')
  expect(stemOf({ ...work, kind: 'report', id: 'icrc-2022' })).toBe('reports/2022/icrc-2022.uz-Latn')
  expect(fileNameOf('icrc-2022', 'en', 'xlsx')).toBe('icrc-2022.en.xlsx')
})
