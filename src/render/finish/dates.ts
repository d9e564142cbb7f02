/** The document's date, as PDF and as XMP write it: the same instant. */

import { RenderFailure } from '../../model/fault.ts'
import { said } from '../../model/said.ts'

export interface DocumentDate {
  /** ISO 32000-1, 7.9.4. */
  readonly pdf: string
  /** ISO 8601. */
  readonly iso: string
}

export function documentDate(date: string): DocumentDate {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z)?$/.exec(date)
  if (!found) throw new RenderFailure(said('“{date}” is neither a day nor an instant in UTC.', { date }))
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found
  return {
    pdf: `D:${year}${month}${day}${hour}${minute}${second}+00'00'`,
    iso: `${year}-${month}-${day}T${hour}:${minute}:${second}+00:00`,
  }
}
