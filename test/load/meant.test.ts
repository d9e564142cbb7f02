/** Which record a word means, where it is no id. */
import { expect, test } from 'vitest'
import { meantAmong } from '../../src/load/meant.ts'

const all = [
  { id: 'society', names: ['Croissant-Rouge Marocain'] },
  { id: 'icrc', names: ['Comité international de la Croix-Rouge', 'CICR'] },
  { id: 'ifrc', names: ['Fédération internationale des Sociétés de la Croix-Rouge et du Croissant-Rouge'] },
  { id: 'icrc-2021', names: ['Accord pour 2021'] },
]

test.each([
  ['CICR', 'icrc'],
  ['Croissant-Rouge Marocain', 'society'],
  ['Fédération', 'ifrc'],
  // A slip of the pen is nearer than a part of a name.
  ['societe', 'society'],
  ['socyetty', undefined],
  ['icrc-2022', undefined],
])('%s: %s', (written, id) => {
  expect(meantAmong(written, all)).toBe(id)
})
