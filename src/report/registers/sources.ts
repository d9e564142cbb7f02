/** The records behind a report, each with the hash of its facts: a comment or a moved line changes nothing here. */
import type { Entry } from '../../model/dataset.ts'
import { words } from '../cells.ts'
import { factsHash } from '../sources.ts'
import { register } from '../table.ts'

export const sourceRegister = <S extends object>(sheet: string, entriesOf: (scope: S) => readonly Entry[]) =>
  register({
    sheet,
    prefix: 'src',
    rows: entriesOf,
    record: ({ id }) => id,
    // Beside the activities stand only the few records that they rest on.
    records: (_, entries) => entries.filter(({ kind }) => kind === 'activity').length,
    columns: column => ({
      kind: column('text', ({ kind }) => words(`report.kinds.${kind}`)),
      id: column('code', ({ id }) => id),
      file: column('code', ({ origin }) => origin.file.path),
      hash: column('code', factsHash),
    }),
  })
