/** Words that came with Khabar are read when they are asked for; those that are being written are looked at as any. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadTemplates } from '../../src/load/templates.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'

const slip = { path: 'templates/wording/en.yaml', text: 'press: [\n' }

test('a slip in words is told, unless they came with Khabar and nobody asked', () => {
  expect(loadTemplates([slip], new Map()).diagnostics.map(({ code }) => code)).toContain('yaml/syntax')
  const { value, diagnostics } = loadTemplates([{ ...slip, isShipped: true }], new Map())
  expect(diagnostics).toEqual([])
  expect(value.wording.get('en')?.phrases.size).toBe(0)
})

test('in the repository of Khabar its words are its own', async () => {
  const repository = join(import.meta.dirname, '../..')
  const { texts, shipped } = (await openWorkspace(repository, join(repository, 'templates')).read()).templates()
  expect(texts.filter(({ isShipped }) => isShipped)).toEqual([])
  expect(shipped).toEqual(texts)
})
