/** Each broken workspace under test/cases is told as its expected.txt says. A new case is a new folder. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { load } from '../../src/load/load.ts'
import { caseNames, casesFolder, loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { relatedPlaces } from '../support/related-places.ts'

const names = await caseNames()

test('there are cases', () => {
  expect(names.length).toBeGreaterThanOrEqual(24)
})

test('the workspace that all cases start from is without mistakes', async () => {
  const { sources, media } = await loadable('_base')
  const { value, diagnostics, leftOut } = load(sources, media)
  expect(printConcise(diagnostics)).toBe('')
  expect(leftOut).toEqual([])
  expect([...(value?.activity.keys() ?? [])]).toEqual(['fa-course-tashkent', 'rfl-day-samarkand', 'volunteer-drill'])
})

describe.for(names)('%s', name => {
  test('is told at the right line and column', async () => {
    const { sources, media } = await loadable(name)
    const { diagnostics } = load(sources, media)
    await expect(printConcise(diagnostics)).toMatchFileSnapshot(join(casesFolder, name, 'expected.txt'))
  })

  test('is told with a way to mend each mistake', async () => {
    const { sources, media } = await loadable(name)
    const { diagnostics } = load(sources, media)
    expect(diagnostics.length).toBeGreaterThan(0)
    for (const { hints, message } of inWords(diagnostics)) expect(hints, message).not.toEqual([])
    const told = inWords(diagnostics).map(({ message, hints }, index) =>
      [message, ...hints.map(hint => `  ${hint}`), ...diagnostics.slice(index, index + 1).flatMap(relatedPlaces)].join(
        '\n',
      ),
    )
    expect(`\n${told.join('\n')}\n`).toMatchSnapshot()
  })
})
