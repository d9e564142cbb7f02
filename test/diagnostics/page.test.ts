/** docs/diagnostics.md is what the table of codes says today. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { diagnosticsPage } from '../../scripts/diagnostics-page.ts'

test('docs/diagnostics.md is up to date: node scripts/diagnostics-page.ts', async () => {
  expect(await readFile('docs/diagnostics.md', 'utf8')).toBe(diagnosticsPage())
})
