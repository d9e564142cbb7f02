/** Every figure of the reports of the repository's own workspace, held against the reference. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { load } from '../../src/load/load.ts'
import type { Media } from '../../src/model/media.ts'
import { packs } from '../support/tongues.ts'
import { comparedWith } from './comparison.ts'
import type { Workspace } from './reference/records.ts'
import { reference } from './reference/reference.ts'

const repository = join(import.meta.dirname, '../..')

const paths = readdirSync(join(repository, 'data'), { recursive: true, encoding: 'utf8' }).toSorted()
const media: Media = new Map(paths.filter(path => path.endsWith('.jpg')).map(path => [path, 'picture']))
const sources = paths
  .filter(path => path.endsWith('.yaml'))
  .map(path => ({ path: `data/${path}`, text: readFileSync(join(repository, 'data', path), 'utf8') }))

/** By their ids: a file is one record, or a list of them that each has its own. */
function recordsBelow(folder: string) {
  const files = sources.filter(({ path }) => path.startsWith(`data/${folder}`))
  return Object.fromEntries(
    files.flatMap(({ path, text }) => {
      const read = parse(text)
      return Array.isArray(read) ? read.map(each => [each.id, each]) : [[basename(path, '.yaml'), read]]
    }),
  )
}

const workspace: Workspace = {
  society: recordsBelow('society')['society'],
  agreements: recordsBelow('agreements/'),
  activities: recordsBelow('activities/'),
  meetings: recordsBelow('meetings/'),
}

it('has a report for each year of each agreement, and one over the whole of the longest', () => {
  const { reports } = reference(workspace)
  expect(reports.map(({ name }) => name)).toEqual([
    '2022/fund-2022.2022-23',
    '2021/icrc-2021',
    '2022/icrc-2022',
    '2021/ifrc-2021',
    '2022/ifrc-2022',
    '2020/pns-2020',
    '2021/pns-2020',
    '2022/pns-2020',
    '2020/pns-2020.final',
  ])
})

it('shows what the records come to, and tells of nothing', () => {
  const { refused, differences, figures } = comparedWith({
    loaded: load(sources, media, { packs }),
    expected: reference(workspace),
  })
  expect({ refused, differences }).toEqual({ refused: [], differences: [] })
  expect(figures).toBeGreaterThan(2_000)
})
