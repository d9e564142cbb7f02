/** Hostile templates: what a workspace's own templates/ may try. */
import type { Vector } from './plant.ts'

const page = 'templates/press/release.hbs'
const style = 'templates/press/release.css'
const active = 'template/active-content'

const elements: readonly (readonly [string, string])[] = [
  ['a script', '<script>fetch("$WEB/t-script")</script>'],
  ['a script from elsewhere', '<SCRIPT\nsrc="$WEB/t-script-src"></SCRIPT>'],
  ['a handler', '<p onclick="fetch(1)">x</p>'],
  ['a handler after a slash', '<svg/onload="fetch(\'$WEB/t-svg\')"></svg>'],
  ['a frame', '<iframe src="$CANARY"></iframe>'],
  ['an object', '<object data="$WEB/t-object"></object>'],
  ['a page that leads away', '<meta http-equiv="refresh" content="0;url=$WEB/t-refresh">'],
  ['a page that leads to a file', '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">'],
  ['a prefetch', '<link rel="prefetch" href="$WEB/t-prefetch">'],
  ['a base', '<base href="$WEB/">'],
  ['a form', '<form action="$WEB/t-form"></form>'],
  ['a film', '<video autoplay src="$WEB/t-video"></video>'],
  ['a picture of the web', '<img alt="" src="$WEB/t-img">'],
  ['a link to a script', '<a href="javascript:fetch(1)">x</a>'],
  ['a link to a file', '<a href="$CANARY">x</a>'],
  ['a style beside an element', '<p style="background: url($WEB/t-inline)">x</p>'],
]

const rules: readonly (readonly [string, string])[] = [
  ['an import', '@import "$WEB/t-import";'],
  ['a background of the web', 'body { background: url("$WEB/t-background") }'],
  ['a background of the machine', 'body { background: url(file:///etc/passwd) }'],
  ['a font from elsewhere', '@font-face { font-family: Far; src: url($WEB/t-font) } p { font-family: Far }'],
  ['a font that climbs', '@font-face { font-family: Far; src: url(../../../../etc/passwd) } p { font-family: Far }'],
]

const expressions: readonly (readonly [string, string, string])[] = [
  ['unescaped output', '{{{headline}}}', 'template/syntax'],
  ['the constructor of constructors', '{{constructor.constructor}}', 'template/unknown-name'],
  ['the prototype', '{{headline.__proto__}}', 'template/unknown-name'],
  ['lookup', '{{lookup this "constructor"}}', 'template/unknown-name'],
  ['a helper that is none', '{{helperMissing "x"}}', 'template/unknown-name'],
  ['log', '{{log headline}}', 'template/unknown-name'],
  ['a partial that is worked out', '{{> (lookup . "headline")}}', 'template/syntax'],
  ['a partial of the machine', '{{> ../../../../etc/passwd}}', 'template/missing'],
  ['a decorator', '{{* headline}}', 'template/syntax'],
  [
    'lists in lists without end',
    `${'{{#each participants}}'.repeat(12)}x${'{{/each}}'.repeat(12)}`,
    'template/unknown-name',
  ],
  ['what is no template', '{{#if headline}}', 'template/syntax'],
  ['a million brackets', '{{'.repeat(50_000), 'template/syntax'],
]

export const templateVectors: readonly Vector[] = [
  ...elements.map(([name, text]) => ({ name: `template: ${name}`, adds: { [page]: text }, told: active })),
  ...rules.map(([name, text]) => ({ name: `template: ${name}`, adds: { [style]: text }, told: active })),
  ...expressions.map(([name, text, told]) => ({ name: `template: ${name}`, adds: { [page]: text }, told })),
  {
    name: 'template: partials that put each other in',
    files: { 'templates/press/partials/one.hbs': '{{> two}}', 'templates/press/partials/two.hbs': '{{> one}}' },
    adds: { [page]: '{{> one}}' },
    told: 'template/syntax',
  },
  {
    name: 'template: words that are a template of their own',
    swaps: { 'templates/wording/ru.yaml': ['  contact:', '  contact: "{{constructor.constructor}}"\n  contact_was:'] },
    told: 'template/unknown-name',
  },
  // What the look at the text does not find, the policy and the browser refuse.
  {
    name: 'template: a script in two pieces',
    adds: { [page]: '<scr{{!-- --}}ipt src="$WEB/t-pieces"></scr{{!-- --}}ipt>' },
  },
  {
    name: 'template: a frame named by a value',
    adds: { [page]: '<{{#if headline}}i{{/if}}frame src="$WEB/t-frame"></iframe>' },
  },
  { name: 'template: an import behind escapes', adds: { [style]: '@\\69mport "$WEB/t-escaped";' } },
  { name: 'template: an address behind escapes', adds: { [style]: 'body { background: u\\72l($WEB/t-url) }' } },
  { name: 'template: a set of pictures', adds: { [style]: 'h1 { background: image-set("$WEB/t-set" 1x) }' } },
]
