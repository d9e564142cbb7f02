/** Places that have to do with a mistake and are not its own: where the first of two stands, the field it is held against. */
import { type Entry, spanOf } from './dataset.ts'
import type { Related } from './diagnostic.ts'
import { said, type Value } from './said.ts'
import type { Span } from './source.ts'

/** Of what stands twice. */
export const firstAt = (span: Span): Related => ({ span, message: said('The first one stands here.') })

/** @param value not of what is long: whoever goes there sees it */
export const fieldAt = (span: Span, place: Value, value?: Value): Related => ({
  span,
  message:
    value === undefined ? said('Here stands {place}.', { place }) : said('Here {place} is {value}.', { place, value }),
})

/** A field of a record that was read; nothing where it says nothing. */
export function fieldOfEntry(entry: Entry, pointer: string, value: string | number | undefined): readonly Related[] {
  const place = said('“{name}”', { name: pointer.slice(pointer.lastIndexOf('/') + 1) })
  return value === undefined ? [] : [fieldAt(spanOf(entry, pointer), place, value)]
}

/** The days that an agreement goes from and to. */
export const daysOfAgreement = (entry: Entry<'agreement'>): readonly Related[] => [
  ...fieldOfEntry(entry, '/start', entry.data.start),
  ...fieldOfEntry(entry, '/end', entry.data.end),
]
