/** What a build that was killed has left: it is taken away by the next whole build, and nothing else ever is. */
import { expect, test } from 'vitest'
import { announce, leftUnfinished, settle } from '../../src/pipeline/disk/unfinished.ts'
import { memoryOutput } from '../support/memory.ts'

const list = '.khabar-unfinished.json'
const [left, other] = ['press/2022/left.ru.pdf', 'reports/2022/other.ru.xlsx']

test('only what a build may have written is believed to be left by one', async () => {
  const output = memoryOutput()
  const foreign = ['../data/society.yaml', '/etc/passwd', 'press/2022/../../x', 'manifest.json', 7, null]
  output.files.set(list, JSON.stringify([...foreign, left]))
  expect(await leftUnfinished(output)).toEqual([left])
  for (const spoilt of ['', '{', '{}', 'null']) {
    output.files.set(list, spoilt)
    expect(await leftUnfinished(output)).toEqual([])
  }
})

test('a build that announces its own forgets nothing of what was left before', async () => {
  const output = memoryOutput()
  await announce(output, [other, 'press/2022/new.ru.pdf'], [left])
  expect(await leftUnfinished(output)).toEqual([left, 'press/2022/new.ru.pdf', other])
})

test('the list goes when all is seen to', async () => {
  const output = memoryOutput()
  await announce(output, [left], [])
  await settle(output, [])
  expect([...output.files.keys()]).toEqual([])
})
