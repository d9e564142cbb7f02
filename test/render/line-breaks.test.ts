/** The HTML of a page -> the same with the places where its lines may break. `|` stands for U+00AD. */
import { expect, test } from 'vitest'
import { withLineBreaks } from '../../src/render/words/line-breaks.ts'

const breaking = (body: string) =>
  withLineBreaks(`<!doctype html><html><head><title>word</title></head><body>${body}</body></html>`, text =>
    text.replaceAll('word', 'wo|rd'),
  ).replace(/^.*<body>|<\/body>.*$/g, '')

test.each([
  ['<main><div><p>word <em>word</em></p></div></main>', '<main><div><p>wo|rd <em>wo|rd</em></p></div></main>'],
  ['<ul><li>word</li></ul>', '<ul><li>wo|rd</li></ul>'],
  ['<div><p>a<br>word <img alt="word"></p></div>', '<div><p>a<br>wo|rd <img alt="word"></p></div>'],
  ['<div><p>word&amp;word</p></div>', '<div><p>wo|rd&amp;wo|rd</p></div>'],
])('running text: %s', (body, broken) => {
  expect(breaking(body)).toBe(broken)
})

test.each([
  '<main><p class="subheadline">word</p><h1>word</h1></main>',
  '<p class="release-line">word</p>',
  '<header><div><p>word</p></div></header>',
  '<div><p><strong>word</strong> <a href="word">word</a> <code>word</code></p><pre><code>word</code></pre></div>',
  '<div><h2>word</h2>word<table><tr><th>word</th></tr></table></div>',
])('names, headings, links and code stay whole: %s', body => {
  expect(breaking(body)).toBe(body)
})

test('nothing in the head is touched', () => {
  expect(withLineBreaks('<head><title>2022-yil word</title></head><body></body>', () => 'x')).toContain('2022-yil word')
})

const tied = (text: string) => `<span style="white-space:nowrap">${text}</span>`

test.each([
  ['2022-yil 15-avgust', `${tied('2022-yil')} ${tied('15-avgust')}`],
  ['14–16-mart', tied('14–16-mart')],
  ['г-жа, из-за, кто-то', `${tied('г-жа')}, ${tied('из-за')}, ${tied('кто-то')}`],
  ['пресс-релиз, йилдан-йилга', `${tied('пресс-релиз')}, ${tied('йилдан-йилга')}`],
  ['COVID-19', tied('COVID-19')],
])('what a hyphen ties stays on one line, in headings too: %s', (text, kept) => {
  expect(breaking(`<main><h1>${text}</h1></main>`)).toBe(`<main><h1>${kept}</h1></main>`)
})

test.each(['слово-слово-слово-слово', 'превысокомногорассмотрительствующий-кто', 'а - б'])(
  'no other hyphen: %s',
  text => {
    expect(breaking(`<main><h1>${text}</h1></main>`)).toBe(`<main><h1>${text}</h1></main>`)
  },
)
