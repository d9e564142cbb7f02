/** No code without a case: each is told in some `expected.txt` of test/cases, or is listed with the test that raises it. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codes } from '../../src/model/diagnostic.ts'
import { caseNames, casesFolder } from '../support/case-workspace.ts'

/** Below test/. An entry that a case makes needless fails. */
const elsewhere: { readonly [code: string]: string } = {
  // Only a large file is too large, and none is kept.
  'file/too-large': 'load/mistakes.test.ts',
  // Only a renderer fails, and a case has none.
  'render/failed': 'pipeline/build.test.ts',
  'render/sandbox-off': 'render/browser.test.ts',
  // Only a build is asked for less than everything.
  'build/not-selected': 'pipeline/build.test.ts',
  // No large table is kept.
  'import/too-large': 'exchange/hostile-tables.test.ts',
}

async function textOf(path: string): Promise<string> {
  return existsSync(path) ? readFile(path, 'utf8') : ''
}

const uses = ['loaded', 'built', 'imported'] as const
const names = (await Promise.all(uses.map(caseNames))).flat()
const told = (await Promise.all(names.map(name => textOf(join(casesFolder, name, 'expected.txt'))))).join('')
const hasCase = (code: string): boolean => new RegExp(` (error|warning) ${code} `).test(told)

test('each code has a case, or a test elsewhere', () => {
  expect(Object.keys(codes).filter(code => !hasCase(code) && !(code in elsewhere))).toEqual([])
})

test('no code is listed that has a case, or is none', () => {
  expect(Object.keys(elsewhere).filter(code => hasCase(code) || !(code in codes))).toEqual([])
})

test.for(Object.entries(elsewhere))('%s is in test/%s', async ([code, path]) => {
  expect(await textOf(join(import.meta.dirname, '..', path))).toContain(`'${code}'`)
})
