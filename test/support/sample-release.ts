/** A small workspace with one meeting, written as its authors would write it, and the repository's templates. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../../src/load/load.ts'
import { loadTemplates } from '../../src/load/templates.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import { inEnglish } from '../../src/model/said.ts'
import type { TemplateSet } from '../../src/model/templates.ts'
import { packs } from './tongues.ts'

const society = `
name: { ru: Общество Помощи, uz-Latn: Yordam jamiyati, uz-Cyrl: Ёрдам жамияти, en: Aid Society }
short_name: { ru: ОП, uz-Latn: YJ, uz-Cyrl: ЁЖ, en: AS }
forms:
  ru: { genitive: Общества Помощи, accusative: Общество Помощи, instrumental: Обществом Помощи }
country: UZ
languages: [ru, uz-Latn, uz-Cyrl, en]
time_zone: Asia/Tashkent
seat: { city: { ru: Ташкент, uz-Latn: Toshkent, uz-Cyrl: Тошкент, en: Tashkent } }
press_contact:
  name: { ru: Пресс-служба, uz-Latn: Matbuot xizmati, uz-Cyrl: Матбуот хизмати, en: Press Office }
  phone: +998 71 000-00-00
  email: press@example.org
illustrative: true
`
const partner = `
name: { ru: Комитет Содействия, uz-Latn: Koʻmak qoʻmitasi, uz-Cyrl: Кўмак қўмитаси, en: Support Committee }
short_name: { ru: КС, uz-Latn: KQ, uz-Cyrl: КҚ, en: SC }
forms:
  ru: { genitive: Комитета Содействия, instrumental: Комитетом Содействия }
type: other
`
const federation = `
name: { ru: Федерация, uz-Latn: Federatsiya, uz-Cyrl: Федерация, en: Federation }
forms:
  ru: { genitive: Федерации }
type: other
`
const person = `
name: { ru: М.Аминов, uz-Latn: M.Aminov, uz-Cyrl: М.Аминов, en: M.Aminov }
role: { ru: сотрудник, uz-Latn: xodim, uz-Cyrl: ходим, en: staff member }
organization: partner
`
const meeting = `
title: Встреча
date: 2022-08-15
kind: working
host: society
partners: [partner]
venue: { ru: в офисе Общества, uz-Latn: Jamiyat ofisida, uz-Cyrl: Жамият офисида, en: at the Society's office }
participants:
  - organization: society
    name: { ru: Э.А. Амиралиева, uz-Latn: E.A. Amiraliyeva, uz-Cyrl: Э.А. Амиралиева, en: E.A. Amiralieva }
    role: { ru: директор, uz-Latn: direktor, uz-Cyrl: директор, en: director }
  - organization: partner
    person: aminov
release:
  status: approved
  headline: { ru: Встреча прошла, uz-Latn: Uchrashuv o'tdi, uz-Cyrl: Учрашув ўтди, en: A meeting was held }
`

export const sampleFiles = {
  'data/society.yaml': society,
  'data/organizations/partner.yaml': partner,
  'data/organizations/federation.yaml': federation,
  'data/people/aminov.yaml': person,
  'data/meetings/2022/meeting.yaml': meeting,
}
type SampleFiles = { readonly [path: string]: string }

/** @param change files to put in or in place of those of the sample; each must be valid */
export function sampleDataset(change: (files: typeof sampleFiles) => SampleFiles = files => files): Dataset {
  const files = { ...sampleFiles, ...change(sampleFiles) }
  const sources = Object.entries(files).map(([path, text]) => ({ path, text: text.trimStart() }))
  const { value, diagnostics } = load(sources, new Map([['media/photo.jpg', 'picture']]), { packs })
  const [error] = diagnostics.filter(each => each.severity === 'error')
  if (!value || error) throw new Error(error ? inEnglish(error.message) : 'no dataset')
  return value
}

/** The same with the meeting's text changed. */
export const withMeeting = (change: (text: string) => string): Dataset =>
  sampleDataset(files => ({
    'data/meetings/2022/meeting.yaml': change(files['data/meetings/2022/meeting.yaml']),
  }))

const root = join(import.meta.dirname, '../../templates')

/** The packaged templates without their fonts. @param change texts by path, in place of the packaged ones */
export function releaseTemplates(change: { readonly [path: string]: (text: string) => string } = {}): TemplateSet {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => /\.(hbs|css|yaml)$/.test(path))
  const texts = paths.map(path => {
    const name = path.replaceAll('\\', '/')
    const text = readFileSync(join(root, path), 'utf8')
    return { path: `templates/${name}`, text: change[name]?.(text) ?? text }
  })
  return loadTemplates(texts, new Map()).value
}
