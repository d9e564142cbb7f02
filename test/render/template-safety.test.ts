/** What a template may not do, each told at its line and column, in the template and in its partials. */

import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { positionAt } from '../../src/model/source.ts'
import { compileTemplate } from '../../src/render/words/template.ts'
import { inWords } from '../support/in-words.ts'

const shape = Type.Object({
  headline: Type.String(),
  contact: Type.Object({ name: Type.String() }),
  photos: Type.Array(Type.Object({ src: Type.String(), tags: Type.Array(Type.String()) })),
  shares: Type.Record(Type.String({ pattern: '^[a-z]+$' }), Type.Object({ amount: Type.String() })),
})

const file = (path: string, text: string) => {
  const source = { path, text }
  return { text, span: { file: source, start: 0, end: 0 } }
}

/** `code file:line:column message`. Every template stands on the second line, after two spaces. */
function told(template: string, partial = '{{src}}') {
  const { diagnostics } = compileTemplate(file('press/x.hbs', `<p>\n  ${template}</p>`), {
    shape,
    escape: 'html',
    helpers: { t: String },
    partials: { photo: file('press/partials/photo.hbs', `<p>\n  ${partial}</p>`) },
  })
  return inWords(diagnostics).map(({ code, span, message }) => {
    const at = span && positionAt(span.file.text, span.start)
    return `${code} ${span?.file.path}:${at?.line}:${at?.column} ${message}`
  })
}

test.each([
  '{{headline}} {{this.headline}} {{./headline}} {{@root.contact.name}}',
  '{{#each photos}}{{src}} {{@index}} {{../headline}} {{@root.headline}}{{#each tags}}{{this}} {{../src}} {{../../headline}}{{/each}}{{/each}}',
  '{{#each photos as |photo at|}}{{photo.src}} {{at}} {{@first}}{{/each}}',
  '{{#each shares}}{{@key}} {{amount}}{{else}}{{headline}}{{/each}}',
  '{{#with contact}}{{name}}{{/with}}{{#if photos.length}}{{t "x" by=headline}}{{/if}}',
  '{{#each photos}}{{> photo}}{{/each}}{{#if headline}}{{else if contact.name}}{{else}}{{/if}}',
])('allowed: %s', template => {
  expect(told(template)).toEqual([])
})

test.each([
  ['{{headlin}}', 'unknown-name press/x.hbs:2:5 “headlin”'],
  ['{{contact.nam}}', 'unknown-name press/x.hbs:2:5'],
  ['{{#if headlin}}{{/if}}', 'unknown-name press/x.hbs:2:9'],
  ['{{#unless headlin}}{{/unless}}', 'unknown-name press/x.hbs:2:13'],
  ['{{#if headline}}{{else}}{{headlin}}{{/if}}', 'unknown-name press/x.hbs:2:29'],
  ['{{#if headline}}{{else if headlin}}{{/if}}', 'unknown-name press/x.hbs:2:29'],
  ['{{#each photo}}{{/each}}', 'unknown-name press/x.hbs:2:11'],
  ['{{#each photos}}{{sorce}}{{/each}}', 'unknown-name press/x.hbs:2:21'],
  ['{{#each headline}}{{anything}}{{/each}}', 'unknown-name press/x.hbs:2:11 “headline” is not a list'],
  ['{{t headlin}}', 'unknown-name press/x.hbs:2:7'],
  ['{{t "x" by=headlin}}', 'unknown-name press/x.hbs:2:14'],
  ['{{t (t headlin)}}', 'unknown-name press/x.hbs:2:10'],
  ['{{@root.headlin}}', 'unknown-name press/x.hbs:2:5 “@root.headlin”'],
  ['{{#if @root.headlin}}{{/if}}', 'unknown-name press/x.hbs:2:9'],
  ['{{@index}}', 'unknown-name press/x.hbs:2:5 “@index”'],
  ['{{@level}}', 'unknown-name press/x.hbs:2:5'],
  ['{{../headline}}', 'unknown-name press/x.hbs:2:5 “../headline” leads out'],
  ['{{#each photos}}{{../headlin}}{{/each}}', 'unknown-name press/x.hbs:2:21'],
  ['{{#each photos}}{{../../headline}}{{/each}}', 'unknown-name press/x.hbs:2:21'],
  ['{{lookup this "headline"}}', 'unknown-name press/x.hbs:2:5 There is no helper “lookup”'],
  ['{{t (lookup photos 0)}}', 'unknown-name press/x.hbs:2:8 There is no helper “lookup”'],
  ['{{log headline}}', 'unknown-name press/x.hbs:2:5'],
  ['{{constructor}}', 'unknown-name press/x.hbs:2:5'],
  ['{{__proto__.x}}', 'unknown-name press/x.hbs:2:5'],
  ['{{"headline"}}', 'unknown-name press/x.hbs:2:5'],
  ['{{#headline}}{{/headline}}', 'unknown-name press/x.hbs:2:6'],
  ['{{^headline}}{{/headline}}', 'unknown-name press/x.hbs:2:6'],
  ['{{{{raw}}}} {{x}} {{{{/raw}}}}', 'unknown-name press/x.hbs:2:7'],
  ['{{{headline}}}', 'syntax press/x.hbs:2:6 Unescaped'],
  ['{{&headline}}', 'syntax press/x.hbs:2:6 Unescaped'],
  ['{{{t "x"}}}', 'syntax press/x.hbs:2:6 Unescaped'],
  ['{{* t}}', 'syntax press/x.hbs:2:3 Decorators'],
  ['{{#*inline "x"}}{{headlin}}{{/inline}}', 'syntax press/x.hbs:2:3 Inline partials'],
  ['{{#> photo}}{{headlin}}{{/photo}}', 'syntax press/x.hbs:2:3 Partial blocks'],
  ['{{> (lookup . "headline")}}', 'syntax press/x.hbs:2:7 A partial is named'],
  ['{{> (t "photo")}}', 'syntax press/x.hbs:2:7 A partial is named'],
  ['{{> foto}}', 'missing press/x.hbs:2:3 There is no partial “foto”'],
  ['{{> 12}}', 'missing press/x.hbs:2:3'],
  ['{{12}}', 'unknown-name press/x.hbs:2:5 “12” is a value'],
  ['{{> photo headlin}}', 'unknown-name press/x.hbs:2:13'],
])('refused: %s', (template, expected) => {
  const [first] = told(template)
  expect(first).toContain(`template/${expected}`)
})

test.each([
  ['{{sorce}}', 'unknown-name press/partials/photo.hbs:2:5'],
  ['{{../headline}}', 'unknown-name press/partials/photo.hbs:2:5 “../headline” leads out'],
  ['{{{src}}}', 'syntax press/partials/photo.hbs:2:6 Unescaped'],
  ['{{#*inline "x"}}{{/inline}}', 'syntax press/partials/photo.hbs:2:3 Inline partials'],
  ['{{> (t "photo")}}', 'syntax press/partials/photo.hbs:2:7'],
  ['{{> photo}}', 'syntax press/partials/photo.hbs:2:3 “photo” puts itself in'],
])('refused in a partial: %s', (partial, expected) => {
  expect(told('{{#each photos}}{{> photo}}{{/each}}', partial)).toEqual([
    expect.stringContaining(`template/${expected}`),
  ])
})

test('all mistakes are told at once', () => {
  expect(told('{{headlin}} {{{headline}}} {{#each photos}}{{sorce}}{{/each}}')).toHaveLength(3)
})
