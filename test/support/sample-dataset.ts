/**
 * A small workspace with the traps of real data: several regions, a partial split, nothing reported, a cancelled
 * activity with money spent, one paid by two partners, other currencies, several quarters, texts that look like formulas.
 */
import type { Dataset, Entry } from '../../src/model/dataset.ts'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { type Kind, kindNames, type RecordTypes } from '../../src/model/record/kinds.ts'
import type { Meeting } from '../../src/model/record/meeting.ts'
import type { Text } from '../../src/model/text.ts'
import { packs } from './tongues.ts'

export const languages = ['ru', 'uz-Latn', 'uz-Cyrl', 'en'] as const

/** The same words in each language, told apart by a mark. */
export const inAll = (ru: string, en: string): Text => ({
  ru,
  'uz-Latn': `${en} (oʻzbekcha)`,
  'uz-Cyrl': `${ru} (ўзбекча)`,
  en,
})

export function entry<K extends Kind>(kind: K, id: string, data: RecordTypes[K]): Entry<K> {
  const file = { path: `data/${kind}/${id}.yaml`, text: '' }
  return { kind, id, data, origin: { file, pointer: '', spans: new Map() } }
}

const mapOf = <K extends Kind>(kind: K, records: { readonly [id: string]: RecordTypes[K] }) =>
  new Map(
    Object.keys(records)
      .toSorted()
      .flatMap(id => {
        const data = records[id]
        return data ? [[id, entry(kind, id, data)] as const] : []
      }),
  )

const icrc2022: Agreement = {
  partner: 'icrc',
  year: 2022,
  programme: 'icrc-cooperation',
  number: 'A&B/2022-07',
  title: inAll('Соглашение о сотрудничестве на 2022 год', 'Cooperation agreement 2022'),
  start: '2022-01-01',
  end: '2022-12-31',
  currency: 'CHF',
  data_cutoff: '2022-12-30',
  rates: [
    { from: 'UZS', to: 'CHF', rate: 0.0000829, date: '2022-12-31', source: 'cbu.uz' },
    { from: 'USD', to: 'CHF', rate: 0.925, date: '2022-12-31', source: 'snb.ch' },
    { from: 'CHF', to: 'UZS', rate: 12062.72, date: '2022-12-31', source: 'cbu.uz' },
  ],
  budget: [
    { line: 'epr-training', area: 'epr', name: inAll('Обучение отрядов', 'Training of teams'), amount: 60000 },
    { line: 'epr-equipment', area: 'epr', name: inAll('Оснащение отрядов', 'Equipment of teams'), amount: 40000.5 },
    { line: 'rfl-service', area: 'rfl', name: inAll('Служба розыска', 'Tracing service'), amount: 25000 },
  ],
  indicators: [],
}
const ifrc2022: Agreement = {
  ...icrc2022,
  partner: 'ifrc',
  programme: 'ifrc-country-plan',
  title: inAll('Страновой план на 2022 год', 'Country plan 2022'),
  budget: [{ line: 'epr-stocks', area: 'epr', name: inAll('Запасы', 'Stocks'), amount: 30000 }],
}

const training: Activity = {
  name: inAll('Обучение отрядов реагирования', 'Training of response teams'),
  area: 'epr',
  type: 'training',
  start: '2022-02-28',
  end: '2022-03-31',
  places: ['uz-tk', 'uz-sa', 'uz-fa'],
  target: { total: 120 },
  reached: { total: 118, female: 40, male: 55, by_place: { 'uz-tk': 50, 'uz-sa': 30 } },
  volunteers: 12,
  funding: [
    {
      agreement: 'icrc-2022',
      line: 'epr-training',
      budget: { amount: 5000, currency: 'CHF' },
      spent: [
        { amount: 12345678.9, currency: 'UZS', period: '2022-Q1' },
        { amount: 1000.1, currency: 'USD', period: '2022-Q2' },
        { amount: 2000.05, currency: 'CHF', period: '2022-Q2' },
      ],
    },
    // Paid by both partners.
    { agreement: 'ifrc-2022', line: 'epr-stocks', spent: [{ amount: 777.77, currency: 'CHF' }] },
  ],
}

export const activities: { readonly [id: string]: Activity } = {
  '2022-team-training': training,
  '2022-team-equipment': {
    name: inAll('=Оснащение отрядов', '=Equipment of teams'),
    area: 'epr',
    type: 'equipment',
    start: '2022-04-01',
    end: '2022-06-30',
    not_reported: inAll('Оснащение, людей не считали', 'Equipment: people were not counted'),
    funding: [
      {
        agreement: 'icrc-2022',
        line: 'epr-equipment',
        spent: [
          { amount: 0.005 * 100, currency: 'CHF' },
          { amount: 33.33, currency: 'USD', period: '2022-Q3' },
          { amount: 66.66, currency: 'USD', period: '2022-Q3' },
        ],
      },
    ],
  },
  // A key that a spreadsheet would read as a date.
  '2022-05': {
    name: inAll('-Учения «Сель» & <паводок>', '-Drill “Mudflow” & <flood>'),
    area: 'epr',
    type: 'simulation',
    start: '2022-05-01',
    end: '2022-05-02',
    places: ['uz-tk'],
    cancelled: { on: '2022-04-20', reason: inAll('@Режим чрезвычайной ситуации', '@State of emergency') },
    target: { total: 300 },
    reached: { total: 999 },
    funding: [
      { agreement: 'icrc-2022', line: 'epr-training', spent: [{ amount: 450, currency: 'CHF', period: '2022-Q2' }] },
    ],
  },
  '2022-tracing-service': {
    name: inAll('Приём обращений о розыске', 'Tracing requests'),
    area: 'rfl',
    type: 'service',
    start: '2022-01-01',
    end: '2022-12-31',
    places: ['uz-tk'],
    target: { total: 80 },
    // It goes on after the cut-off: zero is what was reported so far.
    reached: { by_period: [{ period: '2022-11', total: 0 }] },
    funding: [{ agreement: 'icrc-2022', spent: [{ amount: 1999.99, currency: 'CHF', period: '2022-11' }] }],
  },
  '2022-ihl-lecture': {
    name: { ru: 'Лекция о международном гуманитарном праве' },
    area: 'ihl',
    type: 'awareness',
    start: '2022-12-31',
    end: '2022-12-31',
    partner_role: 'joint',
    target: { total: 50 },
    funding: [{ agreement: 'icrc-2022' }],
  },
}

const meeting = (over: Partial<Meeting>): Meeting => ({
  title: inAll('Рабочая встреча', 'Working meeting'),
  date: '2022-08-15',
  kind: 'working',
  host: 'society',
  partners: ['icrc'],
  venue: inAll('в Центральном офисе', 'at the central office'),
  ...over,
})

/** Of kinds that the sample says nothing of. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each kind has its map
const none = Object.fromEntries(kindNames.map(kind => [kind, new Map()])) as unknown as Dataset

export function sampleDataset(over: Partial<Dataset> = {}): Dataset {
  return {
    ...none,
    packs,
    society: entry('society', 'society', {
      name: inAll('Общество Красного Полумесяца Узбекистана', 'Red Crescent Society of Uzbekistan'),
      short_name: inAll('ОКПУз', 'RCSUz'),
      country: 'UZ',
      languages: [...languages],
      time_zone: 'Asia/Tashkent',
      seat: { city: inAll('Ташкент', 'Tashkent') },
      colours: { primary: '#b01c2e' },
      illustrative: true,
    }),
    organization: mapOf('organization', {
      icrc: {
        name: inAll('Международный Комитет Красного Креста', 'International Committee of the Red Cross'),
        short_name: inAll('МККК', 'ICRC'),
        type: 'icrc',
      },
      ifrc: { name: inAll('Международная Федерация', 'International Federation'), type: 'ifrc' },
    }),
    area: mapOf('area', {
      epr: { name: inAll('Подготовка и реагирование', 'Preparedness and response'), order: 1 },
      rfl: { name: inAll('Восстановление семейных связей', 'Restoring family links'), order: 3 },
      ihl: { name: inAll('Распространение знаний о МГП', 'Dissemination of IHL'), order: 2 },
    }),
    place: mapOf('place', {
      'uz-tk': { type: 'region', name: inAll('город Ташкент', 'Tashkent city'), pcode: 'UZ26' },
      'uz-sa': { type: 'region', name: inAll('Самаркандская область', 'Samarkand region'), pcode: 'UZ18' },
      'uz-fa': { type: 'region', name: inAll('Ферганская область', 'Fergana region'), pcode: 'UZ30' },
    }),
    agreement: mapOf('agreement', { 'icrc-2022': icrc2022, 'ifrc-2022': ifrc2022 }),
    meeting: mapOf('meeting', {
      '2022-08-15-icrc': meeting({ areas: ['epr', 'rfl'], place: 'uz-tk' }),
      '2022-11-02-both': meeting({
        date: '2022-11-02',
        title: { ru: 'Планирование' },
        partners: ['icrc', 'ifrc'],
        agreements: ['ifrc-2022'],
        commitments: [{ what: inAll('План', 'Plan'), who: ['society'], status: 'done' }],
      }),
      '2021-12-31-icrc': meeting({ date: '2021-12-31' }),
    }),
    activity: mapOf('activity', activities),
    ...over,
  }
}
