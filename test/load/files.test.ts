/** Which files below data/ are records, and what is told of those that are not. */

import { expect, test } from 'vitest'
import { classify } from '../../src/load/workspace-files.ts'
import { inEnglish } from '../../src/model/said.ts'

function shown(path: string): string {
  const found = classify({ path, text: '' })
  if (found === undefined) return 'none of our business'
  if ('code' in found)
    return [`${found.severity} ${inEnglish(found.message)}`, ...found.hints.map(inEnglish)].join(' | ')
  const { kind, id, year, mistake } = found
  return [
    `${kind} ${id}${year === undefined ? '' : ` of ${year}`}`,
    ...(mistake ? [mistake.message, ...mistake.hints].map(inEnglish) : []),
  ].join(' | ')
}

test.each([
  ['data/society.yaml', 'society society'],
  ['data/people/director.yaml', 'person director'],
  ['data/organizations/icrc.yaml', 'organization icrc'],
  ['data/meetings/2022/2022-08-15-icrc.yaml', 'meeting 2022-08-15-icrc of 2022'],
  ['data/activities/2022/list.yaml', 'activity list of 2022'],
])('%s is %s', (path, expected) => {
  expect(shown(path)).toBe(expected)
})

test.each([
  'README.md',
  'templates/people/a.yaml',
  'data/README.md',
  'data/people/README.md',
  'data/.hidden',
  'data/people/.a.yaml',
  'data/.git/people/a.yaml',
  'data/media/2022/photo.jpg',
  'data/media/a.yaml',
])('%s is none of our business', path => {
  expect(shown(path)).toBe('none of our business')
})

test.each([
  ['data/people/a.yml', 'person a | This file is not read: records end in “.yaml”. | Rename it to a.yaml.'],
  ['data/people/a.YAML', 'person a | This file is not read: records end in “.yaml”. | Rename it to a.yaml.'],
  ['data/people/a.json', 'person a | This file is not read: records end in “.yaml”. | Rename it to a.yaml.'],
  ['data/society.yml', 'society society | This file is not read: records end in “.yaml”. | Rename it to society.yaml.'],
  [
    'data/people/Red Cross.yaml',
    'person red-cross | “Red Cross” is not an id. | Rename it to red-cross.yaml. | The file name is the id: lower-case letters a-z, digits and hyphens, at most 80.',
  ],
  [
    'data/people/Имя.yaml',
    'person imya | “Имя” is not an id. | Rename it to imya.yaml. | The file name is the id: lower-case letters a-z, digits and hyphens, at most 80.',
  ],
  [
    'data/organizations/society.yaml',
    'organization society | The id “society” is reserved for the publishing society. | Give the organization another name.',
  ],
  ['data/people/society.yaml', 'person society'],
])('%s was meant to be a record', (path, expected) => {
  expect(shown(path)).toBe(expected)
})

const stray = 'warning This file is not read: it is no record. | Move it out of data/; photos go into data/media/.'
const noPlace = 'error This file is not read: it lies in no place that records have.'
const everywhere =
  'data/organizations/, data/people/, data/areas/, data/places/, data/agreements/, data/meetings/, data/activities/'

test.each([
  ['data/notes.txt', stray],
  ['data/people/photo.jpg', stray],
  ['data/people/a.yaml.bak', stray],
  ['data/a.yaml', `${noPlace} | Move it into the folder of its kind: ${everywhere}.`],
  ['data/person.yaml', `${noPlace} | Move it into the folder of its kind: ${everywhere}.`],
  ['data/people/2022/a.yaml', `${noPlace} | Move it to data/people/: this kind has no folders inside.`],
  ['data/meetings/a.yaml', `${noPlace} | Move it to data/meetings/<year>/, the year of its day.`],
  ['data/meetings/22/a.yaml', `${noPlace} | Move it to data/meetings/<year>/, the year of its day.`],
  ['data/meetings/x2022/a.yaml', `${noPlace} | Move it to data/meetings/<year>/, the year of its day.`],
  ['data/meetings/20221/a.yaml', `${noPlace} | Move it to data/meetings/<year>/, the year of its day.`],
  ['data/meetings/2022/08/a.yaml', `${noPlace} | Move it to data/meetings/<year>/, the year of its day.`],
  [
    'data/peple/a.yaml',
    'error This file is not read: no kind of record lies in “data/peple/”. | Did you mean data/people/?',
  ],
  [
    'data/zzz/a.yaml',
    'error This file is not read: no kind of record lies in “data/zzz/”. | There are: organizations, people, areas, places, agreements, meetings, activities, media.',
  ],
])('%s is not read', (path, expected) => {
  expect(shown(path)).toBe(expected)
})
