/** Titles above and beneath pages: as long as there is room for, broken between words, never in two. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { runningHead } from '../../src/render/words/running-head.ts'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { sampleWorkbook } from '../support/sample-workbook.ts'

test.each([
  ['A meeting was held', 'A meeting was held'],
  ['w'.repeat(60), 'w'.repeat(60)],
  [`a ${'w'.repeat(61)} b`, `a ${'w'.repeat(60)}…`],
  ['word '.repeat(22).trim(), 'word '.repeat(22).trim()],
  ['word '.repeat(23).trim(), `${'word '.repeat(22).trim()}…`],
  ['', ''],
])('%s', (title, head) => {
  expect(runningHead(title)).toBe(head)
})

test('a report of partners with long names is made: its margin has the start of its title, its properties the whole', async () => {
  const title = `Report & ${'a long name of a partner '.repeat(20).trim()}`
  const parts = unzipSync(await writeXlsx({ ...sampleWorkbook(), title }, '2022-12-31'))
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  expect(part('docProps/core.xml')).toContain(title.replace('&', '&amp;'))
  const [, footer = ''] = /<oddFooter>([^<]*)</.exec(part('xl/worksheets/sheet1.xml')) ?? []
  expect(footer).toMatch(/^&amp;L&amp;8 Report &amp;&amp; a long name .* partner a…&amp;R/)
  expect(footer.replaceAll('&amp;', '&').length).toBeLessThan(255)
})
