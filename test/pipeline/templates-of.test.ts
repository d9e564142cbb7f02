/** What is worked out from templates is known by their set: it is the same one for as long as their files are. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { loadedFrom } from '../../src/pipeline/loaded.ts'
import { templatesOf } from '../../src/pipeline/templates-of.ts'

const repository = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'khabar-templates-'))
cpSync(join(repository, 'test/cases/_base'), root, { recursive: true })
const read = () => openWorkspace(root, join(repository, 'templates')).read()

afterAll(() => rmSync(root, { recursive: true, force: true }))

test('read again, they are the same, and so is how their languages are written in the country', async () => {
  const [one, other] = [loadedFrom(await read()), loadedFrom(await read())]
  expect(other.templates.value).toBe(one.templates.value)
  expect(other.records.value?.packs).toBe(one.templates.value.packs)
})

test('a file of the workspace that says something else makes others of them', async () => {
  const before = loadedFrom(await read()).templates.value
  cpSync(join(repository, 'templates/press'), join(root, 'templates/press'), { recursive: true })
  writeFileSync(join(root, 'templates/press/release.css'), 'p { color: navy }')
  const after = loadedFrom(await read()).templates.value
  expect(before.texts.get('press/release.css')?.text).not.toContain('navy')
  expect(after.texts.get('press/release.css')?.text).toContain('navy')
})

test('of another country its own: how numbers and days are written may differ', async () => {
  const inputs = await read()
  const { in: inCountry } = templatesOf(inputs, inputs.templates())
  expect(inCountry('IQ').value.packs.get('ar')).not.toEqual(inCountry('EG').value.packs.get('ar'))
  expect(inCountry('IQ').value).toBe(inCountry('IQ').value)
})
