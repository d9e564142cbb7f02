/**
 * The fields of an activity that a table can hold, in the order in which an export shows them: where each stands in a
 * record, how its cells are read, and what its column is called by HXL, by IFRC GO and in the register of a report.
 */

import { plainName } from './directory.ts'
import { amount, count, day, type Format, oneOf, recordId, severalOf, words } from './formats.ts'
import type { Site } from './site.ts'

/** A share of an agreement: a row has one, and an activity as many as its rows. */
export type SharePart = 'agreement' | 'partner' | 'line' | 'budget' | 'currency' | 'spent'

export interface Field {
  readonly key: string
  readonly format: Format
  /** Where it stands in a record; fields of an import alone stand nowhere. */
  readonly at?: readonly string[]
  readonly share?: SharePart
  /** In as many columns as the society has languages. */
  readonly isWorded?: true
  /** Tags of HXL, each with all that it may have. */
  readonly tags?: readonly string[]
  /** Headers of GO's import and of its exports. */
  readonly go?: readonly string[]
  /** Columns of the activity register of a report. */
  readonly register?: readonly string[]
  /** Not in an export: read where a table has it. */
  readonly isForeign?: true
}

const isCountrywide = (text: string, { words: wordsOf }: Site): boolean => {
  const known = ['countrywide', 'nationwide', ...Object.values(wordsOf('report.activities.no_region'))]
  return known.some(each => plainName(each) === plainName(text))
}

const counts = (
  group: 'target' | 'reached',
  names: { readonly tag: string; readonly go: string; readonly api: string },
) =>
  (
    [
      ['total', 'total', 'Total'],
      ['female', 'f', 'Females'],
      ['male', 'm', 'Males'],
      ['other', 'other', 'Others'],
    ] as const
  ).map(
    ([part, attribute, word]): Field => ({
      key: `${group}_${part}`,
      at: [group, part],
      format: count,
      tags: part === 'total' ? [`${names.tag}+total`, names.tag] : [`${names.tag}+${attribute}`],
      go: [`${names.go} ${word}`, `${names.api}_${part}`],
      register: part === 'total' ? [`people_${group}`] : group === 'reached' ? [part] : [],
    }),
  )

export const fields: readonly Field[] = [
  { key: 'id', format: recordId, tags: ['#meta+id'], register: ['id'] },
  {
    key: 'name',
    at: ['name'],
    format: words,
    isWorded: true,
    tags: ['#activity+name', '#activity'],
    go: ['Project Name', 'name'],
    register: ['name'],
  },
  {
    key: 'area',
    at: ['area'],
    format: oneOf('areas'),
    tags: ['#subsector+code', '#subsector', '#sector+primary', '#sector+code', '#sector'],
    go: ['Primary Sector', 'primary_sector', 'primary_sector_display'],
    register: ['area', 'area_name'],
  },
  { key: 'type', at: ['type'], format: oneOf('types'), tags: ['#activity+type'], register: ['type'] },
  {
    key: 'start',
    at: ['start'],
    format: day,
    tags: ['#date+start'],
    go: ['Start Date', 'start_date'],
    register: ['start'],
  },
  { key: 'end', at: ['end'], format: day, tags: ['#date+end'], go: ['End Date', 'end_date'], register: ['end'] },
  {
    key: 'places',
    at: ['places'],
    format: severalOf('regions', isCountrywide),
    tags: ['#adm1+code', '#adm1+name', '#adm1+names', '#adm1'],
    go: ['Regions', 'district.name', 'project_districts', 'districts'],
    register: ['region_codes', 'regions'],
  },
  {
    key: 'implementers',
    at: ['implementers'],
    format: severalOf('sides'),
    tags: ['#org+impl'],
    register: ['implementers'],
  },
  { key: 'partner_role', at: ['partner_role'], format: oneOf('partner_roles'), register: ['partner_role'] },
  ...counts('target', { tag: '#targeted', go: 'Targeted', api: 'target' }),
  ...counts('reached', { tag: '#reached', go: 'Reached', api: 'reached' }),
  {
    key: 'reached_with_disability',
    at: ['reached', 'with_disability'],
    format: count,
    tags: ['#reached+disabled'],
    register: ['with_disability'],
  },
  { key: 'method', at: ['reached', 'method'], format: oneOf('methods'), register: ['counting'] },
  { key: 'volunteers', at: ['volunteers'], format: count, register: ['volunteers'] },
  { key: 'staff', at: ['staff'], format: count, register: ['staff'] },
  { key: 'agreement', share: 'agreement', format: oneOf('agreements') },
  { key: 'line', share: 'line', format: words },
  {
    key: 'budget',
    share: 'budget',
    format: amount,
    tags: ['#value+budget'],
    go: ['Budget(CHF)', 'budget_amount'],
    register: ['planned'],
  },
  {
    key: 'spent',
    share: 'spent',
    format: amount,
    tags: ['#value+expenditure', '#value+spent'],
    go: ['Actual Expenditure', 'actual_expenditure'],
    register: ['expenditure'],
  },
  { key: 'currency', share: 'currency', format: words, tags: ['#currency+code', '#currency'] },
  { key: 'partner', share: 'partner', format: oneOf('partners'), tags: ['#org+funding'], isForeign: true },
  {
    key: 'description',
    at: ['description'],
    format: words,
    isWorded: true,
    tags: ['#description'],
    go: ['Description', 'description'],
  },
  { key: 'not_reported', at: ['not_reported'], format: words, isWorded: true },
  { key: 'cancelled_on', at: ['cancelled', 'on'], format: day, register: ['cancelled_on'] },
  { key: 'cancelled_reason', at: ['cancelled', 'reason'], format: words, isWorded: true },
  {
    key: 'operation_type',
    at: ['operation_type'],
    format: oneOf('operations'),
    tags: ['#operations+type'],
    go: ['Operation Type', 'operation_type_display'],
  },
  {
    key: 'programme_type',
    at: ['programme_type'],
    format: oneOf('programmes'),
    tags: ['#activity+type'],
    go: ['Programme Type', 'programme_type_display'],
  },
  {
    key: 'secondary_sectors',
    at: ['secondary_sectors'],
    format: severalOf('tags'),
    tags: ['#sector+secondary'],
    go: ['Tags', 'secondary_sectors_display'],
  },
  { key: 'visibility', at: ['visibility'], format: oneOf('visibilities'), go: ['Visibility', 'visibility_display'] },
  {
    key: 'status',
    format: oneOf('statuses'),
    tags: ['#status'],
    go: ['Status', 'status_display'],
    register: ['status'],
    isForeign: true,
  },
  {
    key: 'country',
    format: words,
    tags: ['#country+name'],
    go: ['Country', 'country.name', 'project_country'],
    isForeign: true,
  },
  { key: 'go_id', at: ['external_ids', 'go'], format: words, isForeign: true },
  { key: 'kobo_id', at: ['external_ids', 'kobo'], format: words, isForeign: true },
]

export const fieldNamed = (key: string): Field | undefined => fields.find(each => each.key === key)

/** Fields without which there is no activity. */
export const required: readonly string[] = ['name', 'area', 'type', 'start', 'end']

/** What other systems have beside, and no record holds: who made an entry and when, and what follows from the rest. */
export const passedOver = {
  headers: [
    'Reporting NS',
    'society_name',
    'country.society_name',
    'country.iso3',
    'country.iso',
    'Disaster Type',
    'Contact Email',
    'Contact Name',
    'Contact Role',
    'Counted (1 = yes)',
    'Reached, % of target',
    'Sex not reported',
    'reporting_ns',
    'reporting_ns_contact_name',
    'reporting_ns_contact_role',
    'reporting_ns_contact_email',
    'modified_at',
    'user',
    'dtype',
    'event',
  ],
  tags: [
    '#country+code',
    '#country',
    '#org+national_society',
    '#org+reporting',
    '#org+reporting+code',
    '#contact+name',
    '#contact+email',
    '#contact+role',
  ],
  /** KoBo and ODK write these by themselves. */
  kobo: [
    'start',
    'end',
    'today',
    'deviceid',
    'username',
    'simserial',
    'phonenumber',
    'subscriberid',
    'audit',
    '__version__',
    '_version_',
    '_submission_time',
    '_validation_status',
    '_notes',
    '_status',
    '_submitted_by',
    '_tags',
    '_index',
    '_attachments',
    '_geolocation',
    '_bamboo_dataset_id',
    '_xform_id_string',
    '_parent_table_name',
    '_parent_index',
    '_submission__id',
    '_submission__uuid',
    'meta/instanceID',
    'meta/instanceName',
    'meta/rootUuid',
    'formhub/uuid',
  ],
} as const
