/** Activities as different authors write them: any fields, any style of YAML, with comments and odd line ends. */
import * as fc from 'fast-check'
import { Document, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml'

const line = fc.constantFrom(
  'Курс первой помощи',
  'Курс: день первый',
  '“Quoted” and \'single\' and "double"',
  '=SUM(A1:A2)',
  '-12 people',
  '@home, #1',
  'Тренинг # не комментарий',
  'true',
  '2022',
  '2022-03-14',
  'oʻquv mashgʻuloti; 2-kun',
  'null',
  '{braces} [brackets] & anchors *stars',
  '100 %',
  'Тест | труба > больше',
  "'apostrophe first",
)
const paragraph = fc
  .array(
    fc.oneof(line, fc.constantFrom('- a list\n- of two', '## Heading', '> quote', '| a | b |\n|---|---|\n| 1 | 2 |')),
    { minLength: 1, maxLength: 3 },
  )
  .map(lines => lines.join('\n\n'))
const text = (words: fc.Arbitrary<string>) =>
  fc.oneof(
    words,
    fc.record({ ru: words, en: words }),
    words.map(en => ({ en })),
  )

const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const people = fc
  .record({
    male: some(fc.nat(50)),
    female: some(fc.nat(50)),
    other: some(fc.nat(3)),
    more: fc.nat(20),
    hasTotal: fc.boolean(),
    with_disability: some(fc.nat(2)),
    method: some(fc.constantFrom('registration', 'headcount', 'estimate', 'partner-report')),
    source: some(text(line)),
    by_place: some(fc.constant({ 'uz-tk': 1 })),
  })
  .map(({ male = 0, female = 0, other = 0, more, hasTotal, ...rest }) => {
    const total = male + 1 + female + other + more
    return { ...(hasTotal && { total: total + 1 }), male: male + 1, female, ...(other > 0 && { other }), ...rest }
  })
const byPeriod = fc.constant({
  by_period: [
    { period: '2022-03', total: 5 },
    { period: '2022-04', total: 7, female: 2 },
  ],
})

const sum = fc.record({
  amount: fc.integer({ min: 1, max: 99_999 }).map(value => value / 100),
  currency: fc.constantFrom('CHF', 'UZS'),
})
const share = (line_: string) =>
  fc.record({
    agreement: fc.constant('icrc-2022'),
    line: fc.constant(line_),
    budget: some(sum),
    spent: some(
      fc.array(
        sum.map(each => ({ ...each, period: '2022-Q1' })),
        { minLength: 1, maxLength: 3 },
      ),
    ),
  })

const activity = fc.record({
  name: text(line),
  area: fc.constantFrom('first-aid', 'rfl'),
  type: fc.constantFrom('training', 'awareness', 'simulation', 'support'),
  start: fc.constant('2022-03-14'),
  end: fc.constantFrom('2022-03-14', '2022-06-30'),
  places: some(fc.constantFrom(['uz-tk'], ['uz-sa', 'uz-tk'], ['uz-sa'])),
  implementers: some(fc.constantFrom(['society'], ['icrc', 'society'])),
  partner_role: some(fc.constantFrom('technical', 'in-kind')),
  description: some(text(paragraph)),
  target: some(people),
  reached: some(fc.oneof({ weight: 4, arbitrary: people }, byPeriod)),
  volunteers: some(fc.nat(40)),
  staff: some(fc.nat(4)),
  funding: some(
    fc.oneof(
      share('first-aid-courses').map(each => [each]),
      fc.tuple(share('first-aid-courses'), share('rfl-service')),
    ),
  ),
  evidence: some(fc.array(text(line), { minLength: 1, maxLength: 2 })),
  operation_type: some(fc.constantFrom('programme', 'emergency')),
  secondary_sectors: some(fc.constantFrom(['wash'], ['shelter', 'health-clinical'])),
  visibility: some(fc.constantFrom('public', 'ns')),
  external_ids: some(fc.nat(1_000_000).map(go => ({ go: String(go) }))),
  internal_note: some(line),
})

interface Style {
  readonly indent: 2 | 3 | 4
  readonly indentSeq: boolean
  readonly singleQuote: boolean
  readonly flow: number
  readonly quoted: number
  readonly comments: number
  readonly eol: '\n' | '\r\n'
  readonly seed: number
}
const style: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  singleQuote: fc.boolean(),
  flow: fc.constantFrom(0, 0.3, 1),
  quoted: fc.constantFrom(0, 0.3, 1),
  comments: fc.constantFrom(0, 0.2, 0.5),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  seed: fc.nat(),
})

/** A file of one record, or of several; ids are given by whoever writes it. */
export const variedFile = fc.record({
  activities: fc.array(activity, { minLength: 1, maxLength: 4 }),
  style,
})

/** The same from the same seed. */
function dice(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export function writtenAs(
  value: unknown,
  { indent, indentSeq, singleQuote, flow, quoted, comments, eol, seed }: Style,
): string {
  const document = new Document(value, { version: '1.2', aliasDuplicateObjects: false })
  const roll = dice(seed)
  visit(document, {
    Node: (key, node, path) => {
      const isTop = path.length <= 3
      if ((isMap(node) || isSeq(node)) && !isTop && roll() < flow) node.flow = true
      // A key is plain, and no comment stands inside a line.
      const isInFlow = path.some(each => (isMap(each) || isSeq(each) ? each.flow : false))
      if (key === 'key' || isInFlow) return
      if (isScalar(node) && typeof node.value === 'string' && roll() < quoted)
        node.type = singleQuote ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE'
      if (isScalar(node) && mayBeRemarked(node) && roll() < comments)
        node.comment = ` remark ${Math.floor(roll() * 100)}`
    },
  })
  const written = document.toString({ indent, indentSeq, singleQuote, lineWidth: 0, flowCollectionPadding: indentSeq })
  return `# Written by hand.\n\n${written}\n# The end.\n`.replaceAll('\n', eol)
}

/** Behind words without quotes a comment would cut them off, for all that anybody can see: it is an error there. */
const mayBeRemarked = ({ value, type }: Scalar): boolean =>
  typeof value !== 'string' || type?.startsWith('QUOTE') === true
