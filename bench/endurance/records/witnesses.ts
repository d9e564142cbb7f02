/**
 * Records that every spoilt workspace holds besides, each with a mistake that one room alone tells: whatever is wrong with
 * the others, these must still be told. Nobody else names them, and they name nobody else.
 */
import type { Code } from '../../../src/model/diagnostic.ts'
import { written } from './bases.ts'

export interface Witness {
  readonly code: Code
  readonly path: string
  /** It is an error, so there is a build with it and one without. */
  readonly isError?: true
}

const named = (english: string): object => ({ en: english, ru: 'Свидетель' })

const records: { readonly [path: string]: unknown } = {
  'data/areas/witness.yaml': { name: named('Witnessing') },
  'data/organizations/witness.yaml': { name: named('Witness Organization'), type: 'ngo' },
  'data/agreements/witness-2022.yaml': {
    partner: 'witness',
    year: 2022,
    programme: 'witnessing',
    title: named('Agreement of the witness'),
    start: '2022-01-01',
    end: '2022-12-31',
    currency: 'CHF',
    data_cutoff: '2022-12-31',
    budget: [{ line: 'all', area: 'witness', name: named('All'), amount: 100 }],
    indicators: [
      {
        code: 'W-1',
        level: 'output',
        area: 'witness',
        name: named('Things witnessed'),
        unit: 'events',
        target: { total: 10 },
        roll_up: { periods: 'sum', places: 'sum' },
      },
    ],
  },
  'data/activities/2022/witness.yaml': {
    name: named('A witnessed activity'),
    area: 'witness',
    type: 'training',
    start: '2022-05-01',
    end: '2022-05-02',
    reached: { total: 3 },
    funding: [{ agreement: 'witness-2022', line: 'all', spent: [{ amount: 500, currency: 'CHF' }] }],
    results: [{ indicator: 'W-1', value: 1 }],
    release: { status: 'draft', headline: named('A headline with a stop.'), lead: named('It was witnessed.') },
  },
}

export const mistaken = 'data/areas/mistaken-witness.yaml'

export const witnessTexts: ReadonlyMap<string, string> = new Map(
  [...Object.entries(records), [mistaken, { name: named('Mistaken'), surplus: 1 }] as const].map(([path, record]) => [
    path,
    written(record, false),
  ]),
)

export const witnesses: readonly Witness[] = [
  { code: 'record/unknown-field', path: mistaken, isError: true },
  { code: 'editorial/headline-stop', path: 'data/activities/2022/witness.yaml' },
  { code: 'report/overspent', path: 'data/agreements/witness-2022.yaml' },
  { code: 'report/deviation', path: 'data/agreements/witness-2022.yaml' },
]
