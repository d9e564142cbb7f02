/**
 * Mistakes in one record, written where they happen: a comment above a line says what must be told on it,
 * `# error: 7 [code] words of the message or of a hint`. Nothing else may be told.
 */
import { expect, test } from 'vitest'
import { allToJson } from '../../src/diagnostics/json.ts'
import { load } from '../../src/load/load.ts'
import { loadable } from '../support/case-workspace.ts'

const { sources, media } = await loadable('_base')

interface Expected {
  readonly line: number
  readonly column: number
  readonly code: string
  readonly words: string
}

/** Comments are YAML comments, so the text is loaded as it stands. */
function expectedIn(text: string): readonly Expected[] {
  return text.split(/\r?\n/).flatMap((line, index, lines) => {
    const [, column, code, words] = /^\s*# (?:error|warning): (\d+) \[([a-z/-]+)\] (.*)$/.exec(line) ?? []
    if (column === undefined || code === undefined || words === undefined) return []
    let target = index + 1
    while (/^\s*# (error|warning):/.test(lines[target] ?? '')) target += 1
    return [{ line: target + 1, column: Number(column), code, words }]
  })
}

function check(path: string, text: string): void {
  const others = sources.filter(source => source.path !== path)
  const found = allToJson(load([...others, { path, text }], media).diagnostics)
  const expected = expectedIn(text)
  const brief = found.map(({ file, line, column, code }) => ({ file, line, column, code }))
  expect(brief).toEqual(expected.map(({ line, column, code }) => ({ file: path, line, column, code })))
  for (const [index, { words }] of expected.entries()) {
    expect([found[index]?.message, ...(found[index]?.hints ?? [])].join(' ')).toContain(words)
  }
}

const person = 'data/people/second.yaml'
const society = `name: Общество
country: UZ
languages: [ru, uz-Latn, uz-Cyrl, en]
seat: { city: Ташкент }
`

const table: readonly (readonly [name: string, path: string, text: string])[] = [
  [
    'a map where one text is wanted',
    'data/organizations/ifrc.yaml',
    `name: Федерация
type: ifrc
# error: 10 [record/wrong-type] the same in every language
go_code: { ru: X1, en: X1 }
`,
  ],
  [
    'a boolean, a number and a list where text is wanted',
    person,
    `# error: 7 [record/wrong-type] Put it in quotes: "true".
name: true
# error: 7 [record/wrong-type] Put it in quotes: "007".
role: 007
# error: 31 [record/wrong-type] Write the value alone: x
role_forms: { ru: { genitive: [x] } }
`,
  ],
  [
    'an empty text',
    person,
    `# error: 7 [record/wrong-value] is empty
name: ""
# error: 13 [record/wrong-value] “role” (en) is empty
role: { en: "", ru: Роль }
`,
  ],
  [
    'a blank text',
    person,
    `name: Имя
# error: 13 [record/wrong-value] This text is blank
role: { ru: "  " }
`,
  ],
  ['a list where a record is wanted', person, '# error: 1 [yaml/syntax] Remove the “- ”\n- name: Имя\n'],
  ['a text where a record is wanted', person, '# error: 1 [record/wrong-type] takes fields\nИмя\n'],
  ['a colon without its space', person, '# error: 5 [yaml/syntax] Write “name: Имя”.\nname:Имя\n'],
  [
    'a field of another spelling',
    person,
    `name: Имя
# error: 1 [record/unknown-field] Did you mean “role_forms”?
roleForms: x
# error: 1 [record/unknown-field] Did you mean “organization”?
Organisation: society
`,
  ],
  [
    'the id inside the record',
    person,
    '# error: 1 [record/unknown-field] the name of the file is the id\nid: second\nname: Имя\n',
  ],
  [
    'a region whose numbers are words',
    'data/places/uz-sa.yaml',
    `type: region
name: Самарканд
pcode: UZ18
population:
  # error: 10 [record/wrong-type] Remove the line where nothing was reported
  value: н/д
  # error: 9 [record/date] The last day of 2022-02 is 2022-02-28.
  date: 2022-02-29
  source: UN
# error: 8 [record/wrong-type] Write 1000
order: 1,000
`,
  ],
  [
    'times without zone, addresses that are none',
    'data/society.yaml',
    `${society}# error: 12 [record/wrong-value] Did you mean “Asia/Tashkent”?
time_zone: Asia/Tashkend
# error: 10 [record/wrong-value] Begin with https://.
website: example
press_contact:
  name: Пресс-служба
  # error: 10 [record/wrong-value] name@example.org
  email: press at example.org
  # error: 10 [record/wrong-type] Put it in quotes: "+998710000000".
  phone: +998710000000
# error: 15 [record/boolean] Write true.
illustrative: 1
`,
  ],
  [
    'CRLF line ends and a byte order mark',
    person,
    '\ufeffname: Имя\r\n# error: 1 [record/unknown-field] Fields here\r\nzzz: 1\r\n',
  ],
  [
    'an activity whose release, quarters and people are wrong',
    'data/activities/2022/volunteer-drill.yaml',
    `name: Учения
area: first-aid
type: simulation
start: 2022-10-03
end: 2022-10-04
# error: 12 [record/unknown-reference] is a region; here goes a branch
branches: [uz-tk]
reached:
  total: 10
  # error: 20 [record/inconsistent] 11 is more than the total of 10
  with_disability: 11
  # error: 11 [record/inconsistent] The age bands are 12 together
  by_age: { "0_1": { male: 6 }, "2_5": { total: 6 } }
  # error: 15 [record/unknown-reference] Write uz-tk.
  by_place: { uz-tx: 3 }
results:
  # error: 18 [record/unknown-reference] belongs to no agreement
  - { indicator: FA-1, value: 1, period: 2022-Q4 }
release:
  status: approved
  # error: 18 [record/date] Add the zone
  embargo_until: 2022-10-05T10:00
  headline: Учения
  lead: Учения прошли.
  # error: 21 [record/unknown-language] It publishes in
  awaiting_review: [kk]
`,
  ],
  [
    'quarters of another form',
    'data/activities/2022/volunteer-drill.yaml',
    `name: Учения
area: first-aid
type: simulation
start: 2022-10-03
end: 2022-10-04
funding:
  - agreement: icrc-2022
    spent:
      # error: 48 [record/wrong-value] Write 2022-Q4.
      - { amount: 10.5, currency: CHF, period: Q4 2022 }
results:
  # warning: 42 [record/inconsistent] before this activity began
  - { indicator: FA-1, value: 1, period: 2022-Q3 }
  # error: 18 [record/unknown-reference] There are: FA-1, RFL-1.
  - { indicator: ZZZZZZ, value: 1 }
`,
  ],
]

test.for(table)('%s', ([, path, text]) => {
  check(path, text)
})

test('a file over the limit is told and not read', () => {
  const text = `name: ${'я'.repeat(600_000)}\n`
  const { diagnostics } = load([...sources, { path: person, text }], media)
  expect(diagnostics.map(({ code }) => code)).toEqual(['file/too-large'])
})

test('ambiguous indicators ask which agreement is meant', () => {
  const first = sources.find(({ path }) => path.endsWith('agreements/icrc-2022.yaml'))?.text ?? ''
  const second = { path: 'data/agreements/ifrc-2022.yaml', text: first.replace('partner: icrc', 'partner: ifrc') }
  const path = 'data/activities/2022/volunteer-drill.yaml'
  const text = `name: Учения
area: first-aid
type: simulation
start: 2022-10-03
end: 2022-10-04
funding: [{ agreement: icrc-2022 }, { agreement: ifrc-2022 }]
results:
  - { indicator: FA-1, value: 1 }
  - { indicator: FA-1, agreement: ifrc-2022, value: 1 }
`
  const others = sources.filter(source => source.path !== path)
  const { diagnostics } = load([...others, second, { path, text }], media)
  expect(allToJson(diagnostics).map(({ line, column, hints }) => [line, column, ...hints])).toEqual([
    [8, 5, 'Add “agreement” to this result: icrc-2022 or ifrc-2022.'],
  ])
})

test('what rests on a record in error is left out, without a message of its own', async () => {
  const broken = await loadable('record-in-error-is-told-once')
  const { value, leftOut, diagnostics } = load(broken.sources, broken.media)
  expect(diagnostics).toHaveLength(1)
  expect(leftOut.map(({ id }) => id).toSorted()).toEqual(['2022-08-15-icrc', 'fa-course-tashkent', 'icrc', 'icrc-2022'])
  expect([...(value?.activity.keys() ?? [])]).toEqual(['rfl-day-samarkand', 'volunteer-drill'])
})

test('a misnamed file is told once, not again at each reference to it', () => {
  const renamed = sources.map(source =>
    source.path === 'data/organizations/icrc.yaml' ? { ...source, path: 'data/organizations/ICRC.yaml' } : source,
  )
  expect(load(renamed, media).diagnostics.map(({ code }) => code)).toEqual(['record/bad-id'])
})

test('a society in error gives no dataset; without one, the rest is still checked', () => {
  const text = `${society}illustrative: yes\ntime_zone: Asia/Tashkent\n`
  const others = sources.filter(({ path }) => path !== 'data/society.yaml')
  const wrong = load([...others, { path: 'data/society.yaml', text }], media)
  expect(wrong.value).toBeUndefined()
  expect(wrong.diagnostics.map(({ code }) => code)).toEqual(['record/boolean'])
  const none = load([...others, { path: person, text: 'nam: Имя\n' }], media)
  expect(none.value).toBeUndefined()
  expect(none.diagnostics.map(({ code }) => code)).toEqual(['record/unknown-field', 'file/missing'])
})

test('a name longer than any field has', () => {
  const name = 'а'.repeat(201)
  check(
    'data/places/uz-tk.yaml',
    `type: region
name: { ru: город Ташкент, en: Tashkent city }
pcode: UZ26
# error: 1 [yaml/unsupported] longer than 200 characters
${name}: x
`,
  )
})
