/**
 * A workspace of any size, the same for the same seed: records of the size that a society writes, valid, without
 * warnings. Whatever does not grow (society, partners, areas, places, agreements) is the repository's own.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { parse, stringify } from 'yaml'

export interface CorpusSize {
  readonly activities: number
  /** Each with a release in four languages. */
  readonly meetings: number
  /** Different photos, shown by the releases in turn; none: releases without a photo. */
  readonly photos: number
  readonly seed: number
  /** Activities a file; by default one, which is the most that there is to read. */
  readonly perFile?: number
}

const repository = join(import.meta.dirname, '..')
const year = 2022
const languages = ['ru', 'uz-Latn', 'uz-Cyrl', 'en'] as const

/** @param root gets a `data/` folder; what stands there already under the same names is overwritten. */
export async function writeCorpus(root: string, size: CorpusSize): Promise<void> {
  const random = seeded(size.seed)
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  copyCommon(root, write)
  for (let n = 0; n < size.photos; n += 1) write(`data/${photoPath(n)}`, await photo(random))
  const meeting = meetingWriter(random)
  for (let n = 0; n < size.meetings; n += 1) {
    const { id, text } = meeting(n, size.photos > 0 ? photoPath(n % size.photos) : undefined)
    write(`data/meetings/${year}/${id}.yaml`, text)
  }
  const perFile = size.perFile ?? 1
  for (let n = 0; n < size.activities; n += perFile) {
    const last = Math.min(n + perFile, size.activities)
    const records = Array.from({ length: last - n }, (_, index) => activity(n + index, random))
    const text = perFile === 1 ? (records[0]?.text ?? '') : records.map(listed).join('')
    write(`data/activities/${year}/${records[0]?.id}${perFile === 1 ? '' : '-list'}.yaml`, text)
  }
}

function copyCommon(root: string, write: (path: string, text: string) => void): void {
  for (const folder of ['organizations', 'areas', 'places'])
    cpSync(join(repository, 'data', folder), join(root, 'data', folder), { recursive: true })
  write('data/society.yaml', readFileSync(join(repository, 'data/society.yaml'), 'utf8'))
  for (const file of readdirSync(join(repository, 'data/agreements'))) {
    const text = readFileSync(join(repository, 'data/agreements', file), 'utf8')
    // Budgets and thresholds grow with the number of activities, so that there is nothing to warn of.
    const [own, rest = ''] = text
      .replace(/^deviation_threshold: .*/m, 'deviation_threshold: 1000000')
      .split(/^indicators:/m)
    const budget = own?.replace(/^( {4}amount: )(\d+)/gm, '$1$2000') ?? ''
    write(`data/agreements/${file}`, `${budget}indicators:${rest}`)
  }
}

const photoPath = (n: number): string => `media/${year}/photo-${String(n).padStart(5, '0')}.jpg`

/** Clouds of colour under a fine grain: about as hard to compress as a photograph of a room full of people. */
async function photo(random: () => number): Promise<Uint8Array> {
  const [width, height] = [1500, 650]
  const small = Buffer.from(Array.from({ length: 90 * 60 * 3 }, () => Math.floor(random() * 256)))
  const clouds = sharp(small, { raw: { width: 90, height: 60, channels: 3 } }).resize(width, height, {
    kernel: 'cubic',
  })
  return new Uint8Array(await clouds.jpeg({ quality: 80 }).toBuffer())
}

interface Text {
  readonly [language: string]: string
}
interface Record {
  readonly id: string
  readonly text: string
}

/** The founding record cut to a page, on another day, its texts drawn anew: each release has a text of its own. */
function meetingWriter(random: () => number): (n: number, photo: string | undefined) => Record {
  const own = parse(readFileSync(join(repository, 'data/meetings/2022/2022-08-15-icrc.yaml'), 'utf8'))
  const pool = descriptions()
  const drawn = (count: number): Text => {
    const picked = Array.from({ length: count }, () => pool[Math.floor(random() * pool.length)])
    return each(language => picked.map(text => text?.[language] ?? '').join(' '))
  }
  const numbered = (text: Text, n: number): Text => each(language => `${text[language]} (${n + 1})`)
  return (n, file) => {
    const day = dayOf(n * 7)
    const [picture] = own.release.photos
    const { awaiting_review: _, ...release } = own.release
    const { title, kind, host, partners, venue, place, agreements, areas, participants } = own
    const record = {
      title: numbered(title, n),
      date: day,
      kind,
      host,
      partners,
      venue,
      place,
      agreements,
      areas,
      participants: participants.filter((_p: unknown, index: number) => index % 4 === 0),
      background: drawn(1),
      plans: drawn(1),
      release: {
        ...release,
        headline: numbered(own.release.headline, n),
        photos: [],
        ...(file && { photos: [{ ...picture, file, caption: numbered(own.title, n) }] }),
      },
    }
    return { id: `${day}-meeting-${n + 1}`, text: stringify(record, { lineWidth: 110 }) }
  }
}

/** What the repository's activities say of themselves, in every language. */
function descriptions(): readonly Text[] {
  const folder = join(repository, 'data/activities', String(year))
  return readdirSync(folder).flatMap(file => {
    const records = [parse(readFileSync(join(folder, file), 'utf8'))].flat()
    return records.map(record => record.description).filter(Boolean)
  })
}

const each = (text: (language: string) => string): Text =>
  Object.fromEntries(languages.map(language => [language, text(language)]))

const services = [
  { area: 'first-aid', agreement: 'icrc-2022', line: 'first-aid-courses', indicator: 'FA-1' },
  { area: 'epr', agreement: 'icrc-2022', line: 'epr-training', indicator: 'EPR-1' },
  { area: 'first-aid', agreement: 'ifrc-2022', line: 'first-aid-community', indicator: 'FA-1' },
  { area: 'psychosocial', agreement: 'ifrc-2022', line: 'psychosocial-support', indicator: 'PSS-1' },
] as const
const places = ['an', 'bu', 'ji', 'qa', 'nw', 'ng', 'sa', 'su', 'si', 'tk', 'to', 'fa', 'xo', 'qr']

function activity(n: number, random: () => number): Record {
  const service = services[n % services.length] ?? services[0]
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const place = `uz-${places[between(0, places.length - 1)]}`
  const [male, female, budget] = [between(3, 20), between(3, 20), between(20, 90)]
  const total = male + female
  const id = `activity-${String(n + 1).padStart(5, '0')}`
  const text = `# Written by the trainer on the last day of the course.
name:
  ru: Занятие № ${n + 1} для жителей махалли и волонтёров
  uz-Latn: Mahalla aholisi va volontyorlar uchun ${n + 1}-mashgʻulot
  uz-Cyrl: Маҳалла аҳолиси ва волонтёрлар учун ${n + 1}-машғулот
  en: Session ${n + 1} for residents of the mahalla and volunteers
area: ${service.area}
type: training
start: ${dayOf(n)}
end: ${dayOf(n)}
places: [${place}]
partner_role: funding
description:
  ru: Группа из ${total} человек прошла программу полностью и выполнила все упражнения в парах.
  uz-Latn: ${total} kishilik guruh dasturni toʻliq oʻtdi va barcha mashqlarni juft boʻlib bajardi.
  uz-Cyrl: ${total} кишилик гуруҳ дастурни тўлиқ ўтди ва барча машқларни жуфт бўлиб бажарди.
  en: A group of ${total} people completed the programme and did all the exercises in pairs.
target: { total: ${between(6, 40)} }
reached:
  total: ${total}
  male: ${male}
  female: ${female}
  by_age:
    18_59: { male: ${male}, female: ${female} }
  by_place: { ${place}: ${total} }
  method: registration
  source:
    ru: Список посещаемости
    uz-Latn: Davomat roʻyxati
    uz-Cyrl: Давомат рўйхати
    en: Attendance list
volunteers: ${between(1, 4)}
staff: 1
funding:
  - agreement: ${service.agreement}
    line: ${service.line}
    budget: { amount: ${budget}, currency: CHF }
    spent:
      - { amount: ${budget - between(0, 9)}.${between(10, 99)}, currency: CHF }
results:
  - { indicator: ${service.indicator}, value: ${total}, place: ${place} }
evidence:
  - ru: Список посещаемости
    uz-Latn: Davomat roʻyxati
    uz-Cyrl: Давомат рўйхати
    en: Attendance list
`
  return { id, text }
}

const listed = ({ id, text }: Record): string => `- id: ${id}\n${text.replace(/^(?=.)/gm, '  ')}`

/** Days go round the year. */
const dayOf = (n: number): string => new Date(Date.UTC(year, 0, 1 + (n % 365))).toISOString().slice(0, 10)

/** Mulberry32: small, and the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
