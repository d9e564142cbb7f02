/** What the reader of Markdown does not show as it was meant, and what is meant as it is. */

import { expect, test } from 'vitest'
import { inEnglish } from '../../src/model/said.ts'
import { remarksOn, type Shown } from '../../src/render/words/markdown-remarks.ts'

const pieces = (text: string, shown: Shown = 'blocks') => remarksOn(text, shown).map(({ piece }) => piece)
const hints = (text: string, shown: Shown = 'blocks') => remarksOn(text, shown).map(({ hint }) => inEnglish(hint))

test.each([
  ['**Важно:**текст', '**Важно:** текст'],
  ['**«Слово»**далее', '**«Слово»** далее'],
  ['слово**«Слово»**', 'слово **«Слово»**'],
  ['**(а)**б', '**(а)** б'],
  ['*так.*далее', '*так.* далее'],
  ['_слово!_далее', '_слово!_ далее'],
  ['** слово **', '**слово**'],
])('emphasis that is none: %s', (text, mended) => {
  expect(pieces(`Перед ${text} и после.`)).toEqual([text])
  expect(hints(`Перед ${text} и после.`)[0]).toMatch(new RegExp(`: ${mended.replace(/[*()]/g, '\\$&')}$`))
  expect(pieces(`Перед ${mended} и после.`)).toEqual([])
})

test.each([
  ['[a](www.example.org)', '[a](https://www.example.org)'],
  ['[a](example.org/x?y=1)', '[a](https://example.org/x?y=1)'],
  ['[a](press@example.org)', '[a](mailto:press@example.org)'],
  ['[a](tel:+998 71 000)', '[a](tel:+99871000)'],
  ['[a](https://example.org/a b)', '[a](https://example.org/a%20b)'],
  ['[a] (https://example.org)', '[a](https://example.org)'],
])('a link that is none: %s', (text, mended) => {
  expect(pieces(`See ${text}.`)).toEqual([text])
  expect(hints(`See ${text}.`)[0]).toContain(mended)
  expect(pieces(`See ${mended}.`)).toEqual([])
})

test.each([
  ['[a](#top)'],
  ['[a](/x)'],
  ['[a](ftp://example.org)'],
  ['[a](javascript:alert(1))'],
  ['![a](media/a.jpg)'],
  ['<br>'],
  ['<br/>'],
  ['</div>'],
  ['<a href="x">'],
  ['<!-- note -->'],
  ['[^1]'],
  ['~~struck~~'],
  ['==marked=='],
  ['**незакрыто'],
])('printed as it was typed: %s', text => {
  expect(pieces(`Слово ${text} слово`)).toEqual([text])
})

test.each([
  ['- [ ] task', ['[ ]']],
  ['##Heading', ['##Heading']],
  ['| a | b |\n|---|\n| 1 | 2 |', ['|---|']],
  ['Вода H~2~O', ['~2~']],
  ['Площадь м^2^', ['^2^']],
  ['<b>a</b>', ['<b>', '</b>']],
  ['Слово\n\n    Отступ', ['Отступ']],
  ['Слово\n---', ['Слово']],
  ['- Да, — сказал он.\n- Нет.', ['Да, — сказал он.']],
  ['- Да! — сказал он.', ['Да! — сказал он.']],
  ['— Да.\n— Нет.', ['— Нет.']],
  ['Сказали:\n– да', ['– да']],
  ['• один\n• два', ['• два']],
  ['**Важно:**текст. Слово**«Слово»** и', ['**Важно:**текст']],
])('of %j', (text, expected) => {
  expect(pieces(text)).toEqual(expected)
})

test.each([
  '**Слово**, «**слово**» и *слово*.',
  '**Важно:** текст',
  '**a**б',
  '2*2=4 и 5 * 6',
  'цена*',
  '@red_cross_uz, file_name_x, https://example.org/a_b_c',
  '5 < 6 > 3, x == y, ~5 км и ~6 км, a^b',
  '[пояснение] (скобки), [1] источник',
  '[a](https://ru.wikipedia.org/wiki/Красный_Крест), [b](<https://example.org/a b>), [c](https://example.org/a(b)c)',
  '<https://example.org> и <press@example.org>',
  '&nbsp;&copy;',
  '\\*звезда\\*, \\[^1\\], \\<br>',
  '`**code** <br>`',
  '#FirstAid',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '— Да.\n\n— Нет.',
  'Общество\n— это люди',
  '- один\n- два',
  'Слово\n\n---\n\nслово',
])('is as it is meant: %j', text => {
  expect(remarksOn(text, 'blocks')).toEqual([])
})

test('a field without Markdown prints its signs', () => {
  expect(pieces('**a** *b* [c](https://example.org) &nbsp;d', 'plain')).toEqual(['**', '](', '&nbsp;'])
  expect(pieces('a - b, c_d, R&D', 'plain')).toEqual([])
})

test('a field of one line has neither lists nor tables', () => {
  expect(pieces('Вот:\n- a\n- b', 'line')).toEqual(['Вот:'])
  expect(pieces('| a |\n|---|\n| b |', 'line')).toEqual(['a'])
  expect(pieces('**a** [b](https://example.org)\nc', 'line')).toEqual([])
})

test.each(['[', '**', '<!--', '<b ', '[^', '![', '*a', '_', '](', '- ', '|', '~~', 'б', 'б**', '== '])(
  'sixty thousand of %j are read in one look',
  sign => {
    expect(remarksOn(sign.repeat(60_000 / sign.length), 'blocks').length).toBeLessThan(60_001)
  },
)
