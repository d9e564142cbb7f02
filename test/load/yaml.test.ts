/** What YAML cannot read is told in plain words, on the very characters where the author must look. */

import { expect, test } from 'vitest'
import { parse } from '../../src/load/parse.ts'
import { inWords } from '../support/in-words.ts'

/** `marked at offset: message | hint` */
function told(text: string): string {
  const { diagnostics } = parse({ path: 'data/a.yaml', text })
  const lines = inWords(diagnostics).map(({ code, span, message, hints }) => {
    const { start = 0, end = 0 } = span ?? {}
    return `${code} ${JSON.stringify(text.slice(start, end))} at ${start}: ${[message, ...hints].join(' | ')}`
  })
  return `\n${lines.join('\n')}\n`
}

test('a tab that indents', () => {
  expect(told('a:\n\tb: 1\n')).toMatchInlineSnapshot(`
    "
    yaml/tab "\\t" at 3: A tab stands where YAML wants spaces. | Indent with spaces: most editors can convert tabs.
    "
  `)
})

test('a tab on the line after', () => {
  expect(told('a: 1\nb:\n  c: 1\n\td: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/tab "\\t" at 15: A tab stands where YAML wants spaces. | Indent with spaces: most editors can convert tabs.
    "
  `)
})

test('a tab after spaces', () => {
  expect(told('a:\n  b: 1\n  \tc: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/tab "\\t" at 12: A tab stands where YAML wants spaces. | Indent with spaces: most editors can convert tabs.
    "
  `)
})

test('a mark that is never closed', () => {
  expect(told('a: "text\nb: 1\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "\\"" at 3: The quotation mark that opens here is never closed. | Close it at the end of the text; inside double quotes, write \\" for a quotation mark.
    "
  `)
})

test('a single one', () => {
  expect(told("a: 1\nb: 'text\nc: 1\n")).toMatchInlineSnapshot(`
    "
    yaml/syntax "'" at 8: The quotation mark that opens here is never closed. | Close it at the end of the text; inside double quotes, write \\" for a quotation mark.
    "
  `)
})

test('a second colon', () => {
  expect(told('a: b: c\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax ":" at 4: A second colon on this line: YAML takes the text before it for the name of a field. | Put the whole text after the first colon in quotes: "b: c".
    "
  `)
})

test('a second colon at the end of the line', () => {
  expect(told('x: 1\na: b:\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax ":" at 9: A second colon on this line: YAML takes the text before it for the name of a field. | Put the whole text after the first colon in quotes: "b:".
    "
  `)
})

test('no colon', () => {
  expect(told('a: 1\nb\nc: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "b" at 5: A colon and a space are missing after the name of this field. | Write “name: value”; text that goes on over several lines is indented deeper than its field.
    "
  `)
})

test('a line that is not indented as those above', () => {
  expect(told('a:\n    b: 1\n  c: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax " " at 12: This line is not indented as it must be. | What belongs to a field is indented deeper than the field; entries of one list begin in the same column.
    "
  `)
})

test('an entry that is not', () => {
  expect(told('a:\n  - b\n - c\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "\\n" at 13: This line is not indented as the lines above it. | Fields of one map, and entries of one list, begin in the same column.
    "
  `)
})

test('a sign that no text begins with', () => {
  expect(told('a: @b\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "@" at 3: Text cannot begin with this character. | Put the whole text in quotes: "@b".
    "
  `)
})

test('another', () => {
  expect(told('a: `b\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "\`" at 3: Text cannot begin with this character. | Put the whole text in quotes: "\`b".
    "
  `)
})

test('a code that is none', () => {
  expect(told('a: "C:\\q\\q"\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "\\\\" at 6: In double quotes a backslash begins a code, and this is none that YAML knows. | Write the text in single quotes, or double the backslash.
    "
  `)
})

test('a name that is a list', () => {
  expect(told('[a]: 1\n')).toMatchInlineSnapshot(`
    "
    yaml/unsupported "[" at 0: The name of a field must be plain text. | Write “name: value”.
    "
  `)
})

test('a name that is a map', () => {
  expect(told('? {a: 1}\n: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/unsupported "{" at 2: The name of a field must be plain text. | Write “name: value”.
    "
  `)
})

test('a bracket that is not closed', () => {
  expect(told('a: [b, c\nd: 1\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "d" at 9: A bracket opened above is not closed before this line. | Close it with “]”.
    "
  `)
})

test('a brace that is not closed', () => {
  expect(told('a: {b: 1\nc: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "c" at 9: A bracket opened above is not closed before this line. | Close it with “}”.
    "
  `)
})

test('a bracket too many', () => {
  expect(told('a: b]\nc: ]\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "]" at 9: “]” is out of place here. | Put text with special characters in quotes; check that each bracket has its pair.
    "
  `)
})

test('text after a mark', () => {
  expect(told('a: "b" c\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "c" at 7: The text ended at the quotation mark before this. | Text that begins with a quotation mark ends at the next one: quote the whole text, with « » or “ ” inside.
    "
  `)
})

test('text after a list', () => {
  expect(told('a: [b] c\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "[b] c" at 3: Text cannot begin with “[”: YAML takes it for something else. | Put the whole text in quotes: "[b] c".
    "
  `)
})

test('text less indented than its field', () => {
  expect(told('a: 1\n b: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "b" at 6: This line is not indented as the lines above it. | Fields of one map, and entries of one list, begin in the same column.
    "
  `)
})

test('an anchor that is not', () => {
  expect(told('a: *b\n')).toMatchInlineSnapshot(`
    "
    yaml/alias "*b" at 3: Nothing is named “&b” above this line. | Text that begins with * goes in quotes.
    "
  `)
})

test('an anchor inside itself', () => {
  expect(told('a: &b [*b]\n')).toMatchInlineSnapshot(`
    "
    yaml/alias "*b" at 7: “*b” stands inside what it repeats. | Write it out.
    "
  `)
})

test('a tag', () => {
  expect(told('a: !!str 1\n')).toMatchInlineSnapshot(`
    "
    yaml/unsupported "!!str" at 3: “!!str” is a YAML tag; records have none. | Remove it, or put text that begins with ! in quotes.
    "
  `)
})

test('a tag of one’s own', () => {
  expect(told('a: !own 1\n')).toMatchInlineSnapshot(`
    "
    yaml/unsupported "!own" at 3: “!own” is a YAML tag; records have none. | Remove it, or put text that begins with ! in quotes.
    "
  `)
})

test('a merge', () => {
  expect(told('a: &b { c: 1 }\nd: { <<: *b }\n')).toMatchInlineSnapshot(`
    "
    yaml/unsupported "<<" at 20: Records have no merge keys (“<<”). | Write the fields out.
    "
  `)
})

test('a key twice', () => {
  expect(told('a: 1\nb: 2\na: 3\n')).toMatchInlineSnapshot(`
    "
    yaml/duplicate-key "a" at 10: “a” stands twice here. | It was first given on line 1: keep one of them.
    "
  `)
})

test('a directive', () => {
  expect(told('%YAML 1.2\n---\na: 1\n')).toMatchInlineSnapshot(`
    "
    yaml/unsupported "%YAML" at 0: A %YAML directive is not needed: records are always YAML 1.2. | Remove the line that begins with %.
    "
  `)
})

test('a second document', () => {
  expect(told('a: 1\n---\nb: 2\n')).toMatchInlineSnapshot(`
    "
    yaml/unsupported "---" at 5: A second document begins here; a file holds one. | Remove the line “---”, or put what follows into a file of its own.
    "
  `)
})

test('a control character', () => {
  expect(told('a: "b\\u0007c"\n')).toMatchInlineSnapshot(`
    "
    record/control-character "\\"b\\\\u0007c\\"" at 3: This text holds an invisible control character. | Delete it: type the text around it anew.
    "
  `)
})

test('a control character as it is', () => {
  expect(told('a: b\u0007c\n')).toMatchInlineSnapshot(`
    "
    record/control-character "\\u0007" at 4: This text holds an invisible control character. | Delete it: type the text around it anew.
    "
  `)
})

test('several mistakes, each on a line of its own', () => {
  expect(told('a: @b\nc: d\ne: `f\ng: h: i\n')).toMatchInlineSnapshot(`
    "
    yaml/syntax "@" at 3: Text cannot begin with this character. | Put the whole text in quotes: "@b".
    yaml/syntax "\`" at 14: Text cannot begin with this character. | Put the whole text in quotes: "\`f".
    yaml/syntax ":" at 21: A second colon on this line: YAML takes the text before it for the name of a field. | Put the whole text after the first colon in quotes: "h: i".
    "
  `)
})

test('what is right has a value, and the place of each of its parts', () => {
  const text = 'name: Имя # comment\nlist:\n  - a\n  - { b: "c d" }\ntext: |\n  one\n  two\n\nlast: 1\n'
  const { value, spans, diagnostics } = parse({ path: 'data/a.yaml', text })
  expect(diagnostics).toEqual([])
  expect(value).toEqual({ name: 'Имя', list: ['a', { b: 'c d' }], text: 'one\ntwo\n', last: 1 })
  const shown = [...spans].map(
    ([
      pointer,
      {
        key,
        value: [start, end],
      },
    ]) => [pointer, key && text.slice(...key), text.slice(start, end)],
  )
  expect(shown.slice(1)).toEqual([
    ['/name', 'name', 'Имя'],
    ['/list', 'list', '- a\n  - { b: "c d" }'],
    ['/list/0', undefined, 'a'],
    ['/list/1', undefined, '{ b: "c d" }'],
    ['/list/1/b', 'b', '"c d"'],
    ['/text', 'text', '|\n  one\n  two'],
    ['/last', 'last', '1'],
  ])
})

test('an alias has the value of its anchor, and its own place', () => {
  const text = 'a: &x { b: 1 }\nc: *x\n'
  const { value, spans, diagnostics } = parse({ path: 'data/a.yaml', text })
  expect(diagnostics).toEqual([])
  expect(value).toEqual({ a: { b: 1 }, c: { b: 1 } })
  expect(spans.get('/c')).toEqual({ key: [15, 16], value: [18, 20] })
})

test('a name that is a part of every object stays a field', () => {
  const { value } = parse({ path: 'data/a.yaml', text: '__proto__: 1\nconstructor: 2\n' })
  expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor'])
})

test('as deep as is read, and one deeper', () => {
  const nested = (depth: number) =>
    parse({ path: 'data/a.yaml', text: `a: ${'['.repeat(depth)}${']'.repeat(depth)}\n` })
  expect(nested(31).diagnostics).toEqual([])
  expect(nested(32).diagnostics.map(({ code }) => code)).toEqual(['yaml/too-deep'])
  expect(nested(32).value).toBeUndefined()
})

test('as many aliases as are read, and one more', () => {
  const repeated = (times: number) =>
    parse({ path: 'data/a.yaml', text: `a: &x 1\nb: [${Array.from({ length: times }, () => '*x').join(', ')}]\n` })
  expect(repeated(100).diagnostics).toEqual([])
  expect(repeated(101).diagnostics.map(({ code, span }) => [code, span && span.end - span.start])).toEqual([
    ['yaml/alias', 2],
  ])
  expect(repeated(300).diagnostics).toHaveLength(1)
})
