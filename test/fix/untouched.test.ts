/** Of 200 varied records with planted mistakes, each becomes again what it was, byte for byte; and one without any is never touched. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { mendedTexts } from '../../src/pipeline/fix/mended-texts.ts'
import { goodFiles, meeting } from '../mistakes/spoilt.ts'
import { loadableFiles } from '../support/case-workspace.ts'

const { sources, media } = loadableFiles([...(await goodFiles())])
const others = sources.filter(({ path }) => path !== meeting)
const told = (text: string) => load([...others, { path: meeting, text }], media).diagnostics

function fixed(text: string, looks = 0): string {
  expect(looks).toBeLessThan(12)
  const [mended] = mendedTexts(told(text))
  return mended === undefined ? text : fixed(mended.text, looks + 1)
}

/** A field as it must be, and as people write it. */
interface Field {
  readonly good: string
  /** YAML reads the line, and the value is wrong. */
  readonly values: readonly string[]
  /** YAML does not. */
  readonly slips: readonly string[]
}

const fields: readonly Field[] = [
  {
    good: 'title:\n  ru: Встреча\n  en: "Meeting: results"',
    values: ['title:\n  RU: Встреча\n  en: "Meeting: results"', 'tіtle:\n  ru: Встреча\n  en: "Meeting: results"'],
    slips: ['title:\n  ru: Встреча\n  en: Meeting: results', 'title\n  ru: Встреча\n  en: "Meeting: results"'],
  },
  {
    good: 'date: 2022-10-05',
    values: ['date: 05.10.2022', 'date: 2022/10/5', 'date: 5 октября 2022 г.', 'date: 20221005', 'date: 2022-1О-05'],
    slips: ['date:2022-10-05', 'date\u00a0: 2022-10-05', 'date： 2022-10-05', 'date = 2022-10-05'],
  },
  {
    good: 'kind: working',
    values: ['kind: Working', 'kind: wоrking', 'Kind: working'],
    slips: ['kind working', 'kind -> working'],
  },
  { good: 'host: society', values: ['host: Society', 'hоst: society'], slips: ['host:society', ' host: society'] },
  {
    good: 'partners: [ifrc]',
    values: ['partners: [IFRC]', 'partners: ifrc', 'partnres: [ifrc]', 'partners: [organizations/ifrc.yaml]'],
    slips: ['partners: [ifrc', 'partners: (ifrc)'],
  },
  {
    good: 'place: uz-tk',
    values: ['place: uz_tk', 'place: uz-tк', 'place: UZ TK'],
    slips: ['place;uz-tk'],
  },
  { good: 'agreements: [icrc-2022]', values: ['agreements: [ICRC 2022]', 'agreements: icrc-2022'], slips: [] },
  {
    good: 'areas:\n  - first-aid\n  - rfl',
    values: ['areas:\n  - First-Aid\n  - rfl'],
    slips: ['areas:\n  - first-aid\n  – rfl', 'areas:\n  - first-aid\n\t- rfl'],
  },
  {
    good: 'venue:\n  ru: |-\n    В офисе:  за столом\n\n    у окна # 5\n  en: "at the office, 03/04/2025, d\'Oro"',
    values: [],
    slips: [],
  },
  {
    good: "participants:\n  - organization: ifrc\n    name: { ru: 'Ж. Примеров', en: J. Example }\n    role: { ru: гость, en: guest }",
    values: [
      "participants:\n  - organization: IFRC\n    name: { ru: 'Ж. Примеров', en: J. Example }\n    role: { ru: гость, en: guest }",
    ],
    slips: [
      "participants:\n  -organization: ifrc\n    name: { ru: 'Ж. Примеров', en: J. Example }\n    role: { ru: гость, en: guest }",
    ],
  },
]

const gap = fc.constantFrom(
  '',
  '',
  '\n',
  '# a remark: on 03/04/2025\n',
  "\n\n# {oʻzbek}  o'zbek\u00a0“x”\t\n",
  '# kind working \n\n',
)
const behind = fc.constantFrom('', '', '  ', ' # as agreed', '\t# two  spaces')
const shape = fc.record({
  gaps: fc.tuple(...fields.map(() => gap)),
  ends: fc.tuple(...fields.map(() => behind)),
  eol: fc.constantFrom('\n', '\r\n'),
  isEnded: fc.boolean(),
  /** Which of the wrong values each has; none where there is no such. */
  values: fc.tuple(...fields.map(() => fc.nat({ max: 9 }))),
  slip: fc.option(fc.tuple(fc.nat({ max: fields.length - 1 }), fc.nat({ max: 3 }))),
})

const textOf = (
  {
    gaps,
    ends,
    eol,
    isEnded,
  }: {
    readonly gaps: readonly string[]
    readonly ends: readonly string[]
    readonly eol: string
    readonly isEnded: boolean
  },
  bodies: readonly string[],
) => {
  const whole = bodies.map((body, at) => {
    // Behind a text, or a list of lines, a comment is another matter.
    const end = fields[at]?.good.includes('\n') ? '' : (ends[at] ?? '')
    return `${gaps[at] ?? ''}${body}${end}\n`
  })
  const text = whole.join('')
  return (isEnded ? text : text.replace(/\n$/, '')).replaceAll('\n', eol)
}

test('of 200 records each becomes again what it was', () => {
  let [planted, slipped] = [0, 0]
  fc.assert(
    fc.property(shape, of => {
      const { values, slip } = of
      const [at, which] = slip ?? [-1, 0]
      const slipAs = fields[at]?.slips[which]
      // What follows a slip on its line may be a part of it.
      const ends = of.ends.map((end, index) => (index === at && slipAs !== undefined ? end.replace(/\S.*/, '') : end))
      const bodies = fields.map(({ good, values: wrong }, index) =>
        index === at && slipAs !== undefined ? slipAs : (wrong[values[index] ?? 0] ?? good),
      )
      const good = textOf(
        { ...of, ends },
        fields.map(field => field.good),
      )
      const bad = textOf({ ...of, ends }, bodies)
      planted += bad === good ? 0 : 1
      slipped += slipAs === undefined ? 0 : 1
      expect(fixed(bad)).toBe(good)
      expect(fixed(good)).toBe(good)
    }),
    { numRuns: 200 },
  )
  expect(planted).toBeGreaterThan(150)
  expect(slipped).toBeGreaterThan(50)
})

test.for([
  ['a day of two readings', 'date: 03/04/2022'],
  ['an id that is only near', 'host: societ'],
  ['a remark behind a text', 'kind: working\ntitle: Meeting # ask Bob'],
  ['two fields of one name', 'kind: working\nkind: visit'],
  ['a number with a sign for thousands or decimals', 'date: 2022-10-05\nparticipants_count: 1,200'],
  ['a name that two have', 'place: Ташкент'],
] as const)('%s stays', ([, line]) => {
  const good = textOf(
    { gaps: [], ends: [], eol: '\n', isEnded: true },
    fields.map(({ good: own }) => own),
  )
  const [name = ''] = line.split(':')
  const text = good.replace(new RegExp(`^${name}: .*$`, 'm'), () => line)
  expect(text).not.toBe(good)
  expect(fixed(text)).toBe(text)
})
