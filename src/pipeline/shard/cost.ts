/**
 * What a work costs to make, estimated without a clock: any two machines come to the same number.
 *
 * The constants are milliseconds, one document at a time, on a machine of two cores: medians over 400 releases of a page with and
 * without a photo, and 88 reports of 20 to 4 000 records (the workspace of bench/corpus.ts). Only what they are to each other
 * counts: a faster machine is faster at all of it.
 */
import type { Format, Work } from '../../model/work.ts'
import { formatOf } from '../../render/formats.ts'

/** A page that the browser prints and the finisher makes a standard of. */
const printedRelease = 50
/** Written as it is; most of it is the disk's. */
const writtenText = 3
/** To prepare it once for all languages, and to put it into the web page of each. */
const preparedPhoto = 45
const photoInPage = 10
/** A summary on paper grows little with the records behind it, a workbook by a row in each of its lists. */
const printedReport = 100
const recordsAtOnceOnPaper = 10
const workbook = 60
const rowsOfRecord = 1

export function costOf({ kind, records }: Work, format: Format, photos: number): number {
  const { isPrinted } = formatOf(format)
  if (kind === 'report')
    return isPrinted
      ? printedReport + Math.round(records.length / recordsAtOnceOnPaper)
      : workbook + records.length * rowsOfRecord
  return isPrinted ? printedRelease : writtenText + (format === 'html' ? photos * photoInPage : 0)
}

export const costOfPhotos = (photos: number): number => photos * preparedPhoto
