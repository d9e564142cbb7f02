/** What somebody wants explained, as people and spreadsheet programs write it. */
import { expect, test } from 'vitest'
import { targetIn } from '../../src/explain/target.ts'

test.each([
  ['reports/2022/icrc-2022.en.xlsx', { file: 'reports/2022/icrc-2022.en.xlsx' }],
  ['output/reports/2022/icrc-2022.en.xlsx#Budget', { file: 'reports/2022/icrc-2022.en.xlsx', sheet: 'Budget' }],
  [
    "/home/a/output/reports/2022/x.ru.xlsx#'Люди по возрасту'!$d$7",
    { file: 'reports/2022/x.ru.xlsx', sheet: 'Люди по возрасту', cell: 'D7' },
  ],
  ["reports/2022/x.en.xlsx#'It''s'!A1", { file: 'reports/2022/x.en.xlsx', sheet: "It's", cell: 'A1' }],
  ['output\\press\\2022\\a.ru.pdf', { file: 'press/2022/a.ru.pdf' }],
  ['data/activities/2022/icrc-first-aid.yaml', undefined],
  ['2022-icrc-fa-instructors', undefined],
  ['meeting/2022-08-15-icrc', undefined],
])('%s', (word, target) => expect(targetIn(word)).toEqual(target))
