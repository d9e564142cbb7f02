/** Markdown of authors -> HTML that a tagged PDF can be made of. */
import { expect, test } from 'vitest'
import { markdownLineToHtml, markdownToHtml } from '../../src/render/words/markdown.ts'

test.each([
  ['# a\n### b\n# c\n## d', '<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n<h4>d</h4>\n'],
  ['###### a\n# b', '<h3>a</h3>\n<h3>b</h3>\n'],
])('headings follow without skipping a level: %j', (text, html) => {
  expect(markdownToHtml(text, 3)).toBe(html)
})

test.each([
  ['# \u200b\n## a', '<h3>a</h3>\n'],
  ['# a\n## **\u00ad**\n### b', '<h3>a</h3>\n<h4>b</h4>\n'],
  ['#\n- #\n- # `a`', '<ul>\n<li></li>\n<li>\n<h3><code>a</code></h3>\n</li>\n</ul>\n'],
  ['# [](https://example.org)', ''],
  ['# [a](https://example.org)', '<h3><a href="https://example.org">a</a></h3>\n'],
  ['# ![](a.png)', '<h3>![](a.png)</h3>\n'],
])('a heading without words is none: %j', (text, html) => {
  expect(markdownToHtml(text, 3)).toBe(html)
})

test('lines of a paragraph are joined by one space', () => {
  expect(markdownToHtml('a\nb', 3)).toBe('<p>a b</p>\n')
})

test.each([
  ['[a](https://example.org)', '<a href="https://example.org">a</a>'],
  ['[a](mailto:a@example.org)', '<a href="mailto:a@example.org">a</a>'],
  ['[a](tel:+99871)', '<a href="tel:+99871">a</a>'],
  ['[a](javascript:x)', '[a](javascript:x)'],
  ['[a](data:text/html,x)', '[a](data:text/html,x)'],
  ['[a](file:///etc/passwd)', '[a](file:///etc/passwd)'],
  ['https://example.org', 'https://example.org'],
  ['![a](https://e.org/"x".png)', '![a](https://e.org/%22x%22.png)'],
  ['<b>a</b>', '&lt;b&gt;a&lt;/b&gt;'],
])('links lead to web, mail and phone, pictures nowhere: %s', (text, html) => {
  expect(markdownLineToHtml(text)).toBe(html)
})

test('code keeps its lines, and holds no line end that the page would print twice', () => {
  expect(markdownToHtml('```\na\n<b>\n```', 3)).toBe('<pre><code>a&#10;&lt;b&gt;</code></pre>\n')
})

test('the head of a table says what it heads', () => {
  expect(markdownToHtml('| a |\n| - |\n| b |', 3)).toContain('<th scope="col">a</th>')
})
