/** A YAML file, spoilt: as hands, editors, merges, disks and ill will spoil it. */
import { type Chance, chanceOf } from './chance.ts'

type Mutation = (text: string, chance: Chance) => string

/** One to five mutations, and which they were. */
export function mutated(text: string, seed: number): { readonly text: string; readonly by: readonly string[] } {
  const chance = chanceOf(seed)
  const by = Array.from({ length: chance.pick([1, 1, 1, 2, 3, 5]) }, () => chance.pick(names))
  return { text: by.reduce((spoilt, name) => mutations[name](spoilt, chance), text), by }
}

const linewise =
  (change: (lines: string[], at: number, chance: Chance) => void): Mutation =>
  (text, chance) => {
    const lines = text.split('\n')
    change(lines, chance.whole(lines.length), chance)
    return lines.join('\n')
  }

const insert =
  (pieces: readonly string[]): Mutation =>
  (text, chance) => {
    const at = chance.whole(text.length + 1)
    return text.slice(0, at) + chance.pick(pieces) + text.slice(at)
  }

/** What stands after the first colon of a line that has one. */
const newValue = (values: readonly string[]): Mutation =>
  linewise((lines, from, chance) => {
    const at = lines.findIndex((line, index) => index >= from && /^[\s-]*[\w-]+: \S/.test(line))
    if (at !== -1) lines[at] = (lines[at] ?? '').replace(/: .*/s, () => `: ${chance.pick(values)}`)
  })

const mutations = {
  flipBytes: (text, chance) => {
    const bytes = Buffer.from(text)
    for (let flips = 1 + chance.whole(8); flips > 0 && bytes.length > 0; flips -= 1) {
      const at = chance.whole(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.whole(8))
    }
    return bytes.toString('utf8')
  },
  cut: (text, chance) => text.slice(0, chance.whole(text.length + 1)),
  behead: (text, chance) => text.slice(chance.whole(text.length + 1)),
  dropLine: linewise((lines, at) => void lines.splice(at, 1)),
  doubleLine: linewise((lines, at) => void lines.splice(at, 0, lines[at] ?? '')),
  moveLine: linewise((lines, at, chance) => {
    lines.splice(chance.whole(lines.length), 0, ...lines.splice(at, 1))
  }),
  doubleBlock: linewise((lines, at, chance) => {
    lines.splice(chance.whole(lines.length + 1), 0, ...lines.slice(at, at + 1 + chance.whole(12)))
  }),
  indent: linewise((lines, at, chance) => {
    lines[at] = chance.pick([' ', '  ', '    ', '\t', '          ']) + (lines[at] ?? '')
  }),
  outdent: linewise((lines, at) => {
    lines[at] = (lines[at] ?? '').replace(/^ {1,2}/, '')
  }),
  renameKey: linewise((lines, at, chance) => {
    lines[at] = (lines[at] ?? '').replace(/[\w-]+(?=:)/, () => chance.pick(keys))
  }),
  retype: newValue([
    'null',
    '~',
    'true',
    'yes',
    '[]',
    '{}',
    '[1, 2]',
    '{ru: x}',
    '""',
    '2022',
    '2022-02-30',
    '2022-13-01',
    '0x1F',
    '.nan',
    '- a',
    '|',
    '>',
    '"',
    "'",
    '!!binary aGVsbG8=',
    '!!js/function x',
    '{{headline}}',
    '0o17',
    '12:30:45',
    '{__proto__: {a: 1}}',
  ]),
  hugeNumber: newValue([
    '1e308',
    '1e999',
    '-1e999',
    '9007199254740993',
    '99999999999999999999999999',
    '-0',
    '0.1e-400',
    '1000000000000.001',
    '1_000',
    '١٢٣',
    '1e10',
    '-5',
    '.inf',
    '-.inf',
    '0.30000000000000004',
  ]),
  hugeText: newValue([
    'x'.repeat(70_000),
    `"${'\\u00e9'.repeat(9_000)}"`,
    'а '.repeat(30_000),
    `'${"''".repeat(20_000)}'`,
  ]),
  unicode: insert([
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u001b[2J',
    '\ud800',
    '\u2028',
    '\u0085',
    '\u00a0',
    '\u{e0041}',
    '\u{1f468}\u200d\u{1f469}',
    'e\u0301\u0301\u0301',
    '\ufdfa',
    '\u{10ffff}',
    '\ufffe',
    '\r',
    '\r\n',
    '\v',
    '\ue000',
  ]),
  signs: insert([
    ': ',
    ' #',
    '- ',
    '? ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '*a ',
    '!!str ',
    '!x ',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\n---\n',
    '\n...\n',
    '<<: ',
    '\n%YAML 1.1\n',
    '\t',
    '\n',
    '\\',
    '$(x)',
    '{{x}}',
    '</script>',
    ': : ',
    '"\\x0"',
    '&a &b ',
  ]),
  aliases: (text, chance) => {
    const depth = 1 + chance.whole(12)
    const levels = Array.from({ length: depth }, (_, at) =>
      at === 0 ? 'x0: &x0 [a, b, c, d, e, f, g, h]' : `x${at}: &x${at} [${`*x${at - 1}, `.repeat(8)}]`,
    )
    return `${levels.join('\n')}\n${text}`
  },
  selfAlias: text => text.replace(/: *\n/, ': &self\n  again: *self\n'),
  deep: (text, chance) =>
    `${text}\ndeep: ${chance.pick(['[', '{a: ', '- '])}`.repeat(1) + '['.repeat(chance.whole(3_000)),
  manyKeys: (text, chance) =>
    text + Array.from({ length: chance.whole(3_000) }, (_, at) => `key${at % 1_500}: ${at}`).join('\n'),
} satisfies { readonly [name: string]: Mutation }

const names = Object.keys(mutations) as (keyof typeof mutations)[]

const keys = [
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'hasOwnProperty',
  'id',
  'ru',
  'uz-Latn',
  'xx',
  'null',
  '""',
  'name',
  'a'.repeat(2_000),
  '<<',
  '&a b',
  '? x',
  '2022',
]
