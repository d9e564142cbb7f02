/**
 * What IPTC's ninjs 3.1 allows (http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json), written down anew for the tests:
 * every name of the standard, and the rules for those that we write. What is not named here is refused, as there.
 */
const text = { type: 'string' }
const uri = { type: 'string', format: 'uri' }
const moment = { type: 'string', format: 'date-time' }
const whole = { type: 'integer' }
const choice = (...values: string[]) => ({ type: 'string', enum: values })
const closed = (properties: object, more: object = {}) => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
})
const list = (items: object) => ({ type: 'array', items })

const address = closed({ lines: list(text), locality: text, area: text, postalCode: text, country: text })
const contact = closed(
  { type: text, role: text, lang: text, name: text, value: text, address },
  { oneOf: [{ required: ['value'] }, { required: ['address'] }] },
)
const named = { name: text, rel: text, uri, literal: text }
const reached = { ...named, contactInfo: list(contact) }
const telling = closed({ role: text, contentType: text, value: text }, { required: ['value'] })
const body = closed(
  { role: text, contentType: text, charCount: whole, wordCount: whole, value: text },
  { required: ['value'] },
)

const item = {
  uri,
  type: choice('text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'),
  representationType: choice('full', 'partial'),
  profile: text,
  version: text,
  firstCreated: moment,
  versionCreated: moment,
  contentCreated: moment,
  embargoedUntil: moment,
  pubStatus: choice('usable', 'withheld', 'canceled'),
  urgency: { type: 'integer', minimum: 1, maximum: 9 },
  copyrightHolder: text,
  copyrightNotice: text,
  usageTerms: text,
  edNote: text,
  language: text,
  descriptions: list(telling),
  bodies: list(body),
  headlines: list(telling),
  people: list(closed(reached)),
  organisations: list(closed({ ...reached, symbols: list({ type: 'object' }) })),
  places: list(closed({ ...reached, geoJSON: { type: 'object' } })),
  subjects: list(closed({ ...named, creator: text, relevance: whole, confidence: whole })),
  events: list(closed({ ...named, id: text })),
  eventDetails: { type: 'object' },
  plannedCoverage: list({ type: 'object' }),
  objects: list(closed(named)),
  infoSources: list(closed({ name: text, role: text, uri, literal: text, contactInfo: list(contact) })),
  title: text,
  by: text,
  slugline: text,
  located: text,
  renditions: list({ type: 'object', required: ['name'] }),
  associations: list({
    type: 'object',
    $ref: '#/$defs/item',
    properties: { name: text, rel: text },
    required: ['name', 'uri'],
    unevaluatedProperties: false,
  }),
  altIds: list(closed({ role: text, value: text })),
  trustIndicators: list(closed({ role: uri, title: text, href: uri })),
  standard: closed({ name: text, version: text, schema: uri }),
  genres: list(closed({ name: text, uri: text, literal: text })),
  expires: moment,
  rightsInfo: { type: 'object' },
  digitalSourceType: closed({ name: text, uri, literal: text }),
}

export const ninjsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: { item: { type: 'object', properties: item } },
  $ref: '#/$defs/item',
  required: ['uri'],
  unevaluatedProperties: false,
}
