/** What a page never has is told at its place, however it is written; what a page may have is not. */
import { expect, test } from 'vitest'
import { activeContent } from '../../src/load/active-content.ts'

/** What is told of a template or a style: the words at its place. */
function told(path: string, text: string): readonly string[] {
  const file = { path, text }
  return activeContent(file).map(({ span }) => text.slice(span?.start, span?.end))
}
const inPage = (text: string): readonly string[] => told('templates/press/release.hbs', text)
const inStyle = (text: string): readonly string[] => told('templates/press/release.css', text)

const elements =
  'script iframe frame frameset object embed applet portal meta link base form input button video audio source track'

test.each(elements.split(' '))('no <%s>', name => {
  expect(inPage(`<p>x</p><${name}>`)).toEqual([`<${name}`])
  expect(inPage(`< ${name.toUpperCase()} x="1">`)).toEqual([`< ${name.toUpperCase()}`])
  expect(inPage(`<${name}x>`)).toEqual([])
})

test.each([
  ['<p onclick="x">', 'onclick='],
  ['<p class="a"onclick = "x">', '"onclick ='],
  ["<p class='a'onclick='x'>", "'onclick="],
  ['<svg/onload=x>', '/onload='],
  ['<a href="vbscript:x">', 'vbscript:'],
  ['<a href="JavaScript:x">', 'JavaScript:'],
  ['<a href="file:///etc/passwd">', 'file:'],
  ['<a href="data:text/html,x">', 'data:text/html'],
  ['<a href="Data: text/html;base64,x">', 'Data: text/html'],
  ['<img src="//far.test/a">', '<img src="//'],
  ['<img alt="" srcset=http://far.test/a>', '<img alt="" srcset=http://'],
  ['<td background="https://far.test/a">', '<td background="https://'],
  ['<use xlink:href="//far.test/a">', '<use xlink:href="//'],
  ['<p style="background: url(//far.test)">', 'url('],
])('%s', (text, at) => {
  expect(inPage(text)).toEqual([at])
})

test.each([
  ['p { width: expression(1) }', 'expression('],
  ['p { behavior : url(fonts/x) }', 'behavior :'],
  ['p { background: url("../../fonts/x") }', 'url("'],
  ['p { background: url(data:text/html,x) }', 'url('],
])('%s', (text, at) => {
  expect(inStyle(text)).toEqual([at])
})

test.each([
  '<a href="https://example.org">x</a> <a href="mailto:a@example.org">x</a>',
  '<img src="photo-1.jpg" alt="on = off">',
  'one = two',
  '<p style="background: url(fonts/x) url(../fonts/x) url(#a) url(data:image/png;base64,x)">',
])('nothing is said of %s', text => {
  expect(inPage(text)).toEqual([])
})

test('comments may tell of anything; what stands between two of them is no comment, and keeps its place', () => {
  expect(inPage('{{!-- <script> }} --}} <form> {{!-- <script> --}}{{! <script> }}')).toEqual(['<form'])
  expect(inStyle('/* @import */ @import "x"; /* url(x) */')).toEqual(['@import'])
})
