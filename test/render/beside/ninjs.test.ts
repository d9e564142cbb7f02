/** The item for news agencies, held against ninjs 3.1. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { expect, test } from 'vitest'
import { ninjsSchema } from '../../support/ninjs-3.1.ts'
import { withMeeting } from '../../support/sample-release.ts'
import { besideOf, full } from './sample-beside.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: fullFormats })
const validate = ajv.compile(ninjsSchema)
const mistakes = (item: unknown) => (validate(item) ? [] : (validate.errors ?? []).map(each => each.message))

type Item = Record<string, unknown> & { readonly associations: readonly Record<string, unknown>[] }
const itemOf = (...of: Parameters<typeof besideOf>): Item => JSON.parse(besideOf(...of).json) as Item

test.each(['ru', 'uz-Latn', 'uz-Cyrl', 'en'])('a release in %s is valid', language => {
  expect(mistakes(itemOf(full(), language))).toEqual([])
})

test.each([
  ['a name that ninjs 1 used', { embargoed: '2022-08-15T16:00:00+05:00' }],
  ['a day for a moment', { contentCreated: '2022-08-15' }],
  ['an id that is no URI', { uri: 'meeting en' }],
  ['a status of another kind', { pubStatus: 'draft' }],
  ['a body without its text', { bodies: [{ role: 'main' }] }],
  ['an unnamed association', { associations: [{ uri: 'urn:a:b' }] }],
  ['a stray name in an association', { associations: [{ uri: 'urn:a:b', name: 'a', caption: 'b' }] }],
  ['a contact nobody can reach', { organisations: [{ name: 'A', contactInfo: [{ type: 'phone' }] }] }],
])('%s is refused', (_, change) => {
  expect(mistakes({ ...itemOf(full()), ...change })).not.toEqual([])
})

test('it says who, where, when, and what it belongs to', () => {
  const item = itemOf(full())
  expect(item).toMatchObject({
    uri: 'urn:khabar:uz:meeting:en',
    language: 'en',
    contentCreated: '2022-08-15T00:00:00+05:00',
    versionCreated: '2022-08-15T00:00:00+05:00',
    pubStatus: 'usable',
    by: 'Aid Society',
    located: 'Tashkent',
    headlines: [{ role: 'main', value: 'A meeting was held' }, { role: 'subheadline' }],
    people: [
      { name: 'M. Aminov', rel: 'participant' },
      { name: 'E. A. Amiralieva', rel: 'participant' },
      { name: 'A. Speaker', rel: 'quoted' },
    ],
    organisations: [
      { name: 'Aid Society', rel: 'publisher' },
      { name: 'Support Committee', rel: 'partner' },
    ],
  })
  expect(item.associations.map(each => [each['name'], each['uri']])).toEqual([
    ['photo-1', 'urn:khabar:uz:meeting:en:photo-1'],
    ['translation-ru', 'urn:khabar:uz:meeting:ru'],
    ['translation-uz-Latn', 'urn:khabar:uz:meeting:uz-Latn'],
    ['translation-uz-Cyrl', 'urn:khabar:uz:meeting:uz-Cyrl'],
  ])
})

test('what only editors are told, who the society is, and a photo that is a stand-in', () => {
  const dataset = full(text => text.replace('file: media/photo.jpg,', 'file: media/photo.jpg, placeholder: true,'))
  const { society } = dataset
  const more = { boilerplate: { en: 'We **help**.' }, seat: { ...society.data.seat, address: { en: 'A street, 1' } } }
  const item = itemOf({ ...dataset, society: { ...society, data: { ...society.data, ...more } } })
  expect(mistakes(item)).toEqual([])
  expect(item['edNote']).toMatch(/not issued by the Society.*\n\nNote\.$/s)
  expect(item['bodies']).toMatchObject([{}, {}, { role: 'boilerplate', value: 'We help.' }])
  expect(item['organisations']).toMatchObject([
    { contactInfo: [{ type: 'phone' }, { type: 'email' }, { type: 'address', address: { lines: ['A street, 1'] } }] },
    {},
  ])
  expect(item.associations[0]?.['edNote']).toBe('Placeholder image')
})

test('drafts are withheld, embargoes and corrections dated, samples noted in what is published too', () => {
  const draft = itemOf(withMeeting(text => text.replace('status: approved', 'status: draft')))
  expect(draft).toMatchObject({
    pubStatus: 'withheld',
    edNote: expect.stringMatching(/Draft: not for publication/) as string,
  })
  const changed = itemOf(
    withMeeting(text =>
      text.replace(
        'status: approved',
        'status: approved\n  embargo_until: 2022-08-16T10:00:00+05:00\n  corrected: { on: 2022-08-20, note: { en: The hour } }',
      ),
    ),
  )
  expect(changed).toMatchObject({
    embargoedUntil: '2022-08-16T10:00:00+05:00',
    versionCreated: '2022-08-20T00:00:00+05:00',
    edNote: expect.stringMatching(/not issued by the Society.*The hour$/) as string,
  })
  const bodies = changed['bodies'] as readonly { readonly value: string }[]
  for (const { value } of bodies) expect(value).toMatch(/^(<p>|\[)A sample/)
})
