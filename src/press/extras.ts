/** What stands around the story: quotes, photos, contact, letterhead. */

import type { NameIn } from '../language/names.ts'
import type { Entry } from '../model/dataset.ts'
import type { ReleaseModel } from '../model/document.ts'
import type { Quote } from '../model/record/release.ts'
import { formsOf } from './forms.ts'
import { type Field, organizationName, say, sayMarkdown, type Telling } from './telling.ts'

export function quotesOf(telling: Telling): ReleaseModel['quotes'] {
  return (telling.release.quotes ?? []).flatMap((quote, index) => {
    const pointer = `/release/quotes/${index}`
    const text = sayMarkdown(telling, quote.text, { of: telling.subject, pointer: `${pointer}/text` })
    return text === undefined ? [] : [{ text, ...speakerOf(telling, quote, pointer) }]
  })
}

function speakerOf(telling: Telling, quote: Quote, pointer: string) {
  const record = quote.person === undefined ? undefined : telling.dataset.person.get(quote.person)
  if (record) telling.records.add(record.id)
  const of = telling.subject
  const speaker =
    say(telling, quote.speaker, { of, pointer: `${pointer}/speaker`, lack: 'error' }) ??
    (record && say(telling, record.data.name, { of: record, pointer: '/name', lack: 'error' }))
  const role =
    say(telling, quote.role, { of, pointer: `${pointer}/role` }) ??
    (record && say(telling, record.data.role, { of: record, pointer: '/role' }))
  const id = quote.organization ?? record?.data.organization
  const name = id === undefined ? undefined : organizationName(telling, id)
  const organization = name && !(role && namesIn(role, name)) ? (name.short ?? name.full.name) : undefined
  const forms = formsOf(telling, { name: speaker, role, field: `${pointer}/speaker` }, [quote, record])
  return { ...defined({ speaker, role, organization }), ...forms }
}

/** Whether a role says of which organization it is, in any case: “head of the ICRC delegation”. */
function namesIn(role: string, { full, short = full.name }: NameIn): boolean {
  const words = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `
  return [short, ...Object.values(full)].some(name => words(role).includes(words(name)))
}

/** As pages ask for them: whatever its file is called, a photo goes by its place. */
export const photoSource = (index: number): string => `photo-${index + 1}.jpg`
export const logoSource = 'logo.jpg'

/** A photo without a text alternative in the language is an error: some readers have nothing else of it. */
export function photosOf(telling: Telling): ReleaseModel['photos'] {
  const of = telling.subject
  return (telling.release.photos ?? []).map((photo, index) => {
    const pointer = `/release/photos/${index}`
    // What the photo says of itself it says in the languages that it does.
    const said = (field: string): Field => ({
      of,
      pointer: `${pointer}/${field}`,
      ...(!isWritten(of, `${pointer}/${field}`) && { lack: 'allowed' }),
    })
    return {
      path: photo.file,
      src: photoSource(index),
      alt: say(telling, photo.alt, { of, pointer: `${pointer}/alt`, lack: 'error' }) ?? '',
      placeholder: photo.placeholder ?? false,
      ...defined({
        caption: say(telling, photo.caption, said('caption')),
        credit: say(telling, photo.credit, said('credit')),
      }),
    }
  })
}

const isWritten = ({ origin }: Entry, pointer: string): boolean => origin.spans.has(origin.pointer + pointer)

export function contactOf(telling: Telling): ReleaseModel['contact'] {
  const own = telling.release.contact
  const of = own ? telling.subject : telling.dataset.society
  const base = own ? '/release/contact' : '/press_contact'
  const contact = own ?? telling.dataset.society.data.press_contact
  const name = say(telling, contact?.name, { of, pointer: `${base}/name` })
  if (!contact || name === undefined) return undefined
  return {
    name,
    ...defined({
      role: say(telling, contact.role, { of, pointer: `${base}/role` }),
      phone: contact.phone,
      phoneLink: contact.phone?.replace(/[^+\d]/g, ''),
      email: contact.email,
      hours: say(telling, contact.hours, { of, pointer: `${base}/hours` }),
    }),
  }
}

export function letterheadOf(telling: Telling): ReleaseModel['letterhead'] {
  const { society } = telling.dataset
  const { seat, website, logo } = society.data
  const name = organizationName(telling, 'society')
  return {
    name: name?.full.name ?? '',
    city: say(telling, seat.city, { of: society, pointer: '/seat/city', lack: 'error' }) ?? '',
    ...defined({
      short: name?.short,
      address: say(telling, seat.address, { of: society, pointer: '/seat/address' }),
      website,
      websiteText: website?.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''),
      logo: logo && {
        path: logo.file,
        src: logoSource,
        alt: say(telling, logo.alt, { of: society, pointer: '/logo/alt', lack: 'allowed' }) ?? name?.full.name ?? '',
      },
    }),
  }
}

/** Only the fields that have a value: absent and undefined are not the same to a template. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is undefined has just been taken out
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
