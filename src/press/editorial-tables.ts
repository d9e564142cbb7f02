/** Tables that no page holds, however they are set: what stands in their last columns would be cut off. */

import type { Tongue } from '../language/tongue.ts'
import { typeset } from '../language/typography.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { counted, type Said, said } from '../model/said.ts'
import { shownAs } from './editorial-markup.ts'
import { placeOf, type Written } from './editorial-texts.ts'

/** Of who sets the page and measures its letters. Asked with a text as it was written, and as it is printed; the page
 * may put it in a quote. */
export type WideTablesIn = (
  written: string,
  printed: string,
  isQuoted: boolean,
) => readonly {
  /** Its first line as it was written. */
  readonly piece: string
  readonly columns: number
  /** So many of them would fit. */
  readonly fitting: number
  /** In a quote or a list, where no table is turned. */
  readonly isInside: boolean
}[]

const quoted = /^\/release\/quotes\//

export function checkTables(written: Written, tongue: Tongue, wideTablesIn: WideTablesIn): readonly Diagnostic[] {
  const { text } = written
  if (!text.includes('|') || shownAs(written) !== 'blocks') return []
  return wideTablesIn(text, typeset(text, tongue), quoted.test(written.pointer)).map(
    ({ piece, columns, fitting, isInside }) => {
      const where = isInside ? said('the list or quote it stands in') : said('a page, even one that lies on its side')
      const message = said('A table of {columns} columns does not fit {where}: its last columns would be cut off.', {
        columns,
        where,
      })
      return errorAt('editorial/wide-table', placeOf(written, piece), message, ...hintsFor(fitting, isInside))
    },
  )
}

function hintsFor(fitting: number, isInside: boolean): readonly Said[] {
  return [
    counted(
      fitting,
      'Split it into two tables, or leave out columns: its first {n} column fits.',
      'Split it into two tables, or leave out columns: its first {n} columns fit.',
    ),
    ...(isInside ? [said('Outside of lists and quotes a table has more room.')] : []),
  ]
}
