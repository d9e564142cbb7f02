/** A workspace that is handed out is right at once, in the languages of its society and in no other. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type InitWords, societyFrom, wrongIn } from '../../src/author/workspace/answers.ts'
import { regionsOf, zonesOf } from '../../src/author/workspace/regions.ts'
import { lackingIn, questionsAbout } from '../../src/author/workspace/society-questions.ts'
import { workspaceFiles } from '../../src/author/workspace/workspace-files.ts'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { formsOf } from '../../src/language/declension/society-names.ts'
import { load } from '../../src/load/load.ts'
import { inEnglish, verbatim } from '../../src/model/said.ts'
import { readHandedOut } from '../../src/pipeline/disk/handed-out.ts'

const handed = { ...readHandedOut(join(import.meta.dirname, '../../templates')), version: '1.2.3', year: 2026 }
/** Whether words of releases come with Khabar in it. */
const isWorded = (language: string): boolean => handed.wording.has(language)
const made = (words: InitWords): ReadonlyMap<string, string> => workspaceFiles(societyFrom(words), handed)

const kyrgyz: InitWords = {
  languages: ['ru', 'ky'],
  country: 'KG',
  name: ['ru=Общество Красного Полумесяца Кыргызстана', 'ky=Кыргызстандын Кызыл Ай коому'],
  seat: ['ru=Бишкек', 'ky=Бишкек'],
  region: 'KG-GB',
  currency: 'KGS',
}
const societies: readonly (readonly [string, InitWords])[] = [
  ['ru + ky', kyrgyz],
  [
    'ru + uz-Latn',
    {
      ...kyrgyz,
      languages: ['ru', 'uz-Latn'],
      country: 'UZ',
      region: 'UZ-TK',
      timeZone: 'Asia/Tashkent',
      name: ['ru=Х', 'uz-Latn=X'],
    },
  ],
  ['uz-Cyrl', { ...kyrgyz, languages: ['uz-Cyrl'], country: 'UZ', region: 'UZ-TK', timeZone: 'Asia/Tashkent' }],
  [
    'en, without a region',
    { languages: ['en'], country: 'MT', name: ['Malta Red Cross'], seat: ['Valletta'], currency: 'EUR' },
  ],
  [
    'ar + en, with a partner of its own',
    {
      languages: ['ar', 'en'],
      country: 'JO',
      name: ['en=Jordan Red Crescent'],
      seat: ['en=Amman'],
      currency: 'JOD',
      partner: ['Norwegian Red Cross'],
    },
  ],
  [
    'fr, in a country of many zones',
    {
      languages: ['fr'],
      country: 'CD',
      name: ['Croix-Rouge'],
      seat: ['Kinshasa'],
      currency: 'CDF',
      timeZone: 'Africa/Kinshasa',
    },
  ],
]

describe.for(societies)('%s', ([, words]) => {
  const files = made(words)
  const records = [...files].filter(([path]) => path.startsWith('data/') && path.endsWith('.yaml'))

  test('no record has a mistake', () => {
    const { value, diagnostics } = load(
      records.map(([path, text]) => ({ path, text })),
      new Map(),
    )
    expect(printConcise(diagnostics)).toBe('')
    expect([value?.meeting.size, value?.activity.size, value?.agreement.size, value?.area.size]).toEqual([1, 2, 1, 5])
    expect(value?.place.size).toBe(regionsOf(words.country ?? '').length)
  })

  test('every text is in every language of the society', () => {
    const byLanguage = (node: unknown): readonly (readonly string[])[] => {
      if (typeof node !== 'object' || node === null) return []
      const keys = Object.keys(node)
      const isText =
        keys.length > 0 &&
        keys.every(key => isWorded(key)) &&
        Object.values(node).every(each => typeof each === 'string')
      return isText ? [keys.toSorted()] : Object.values(node).flatMap(byLanguage)
    }
    const found = records.flatMap(([, text]) => byLanguage(parse(text)))
    expect(found.length).toBeGreaterThan(30)
    const short = JSON.stringify([...(words.languages ?? [])].toSorted())
    expect([...new Set(found.map(keys => JSON.stringify(keys)))]).toEqual([short])
  })

  test('nothing of a template is left: no token, no remark in a language that nobody reads', () => {
    for (const [path, text] of files)
      expect(text, path).not.toMatch(/YYYY(?!-MM)|PARTNER|REGION|CURRENCY|TIMEZONE|VERSION|^\s*#[a-z]{2}/m)
  })
})

test('every text of the sample is in every language that Khabar words, in one order', () => {
  const textsOf = (node: unknown, at: string): readonly (readonly [string, readonly string[]])[] => {
    if (typeof node !== 'object' || node === null) return []
    return 'en' in node
      ? [[at, Object.keys(node)]]
      : Object.entries(node).flatMap(([key, below]) => textsOf(below, `${at}/${key}`))
  }
  const texts = [...handed.files].flatMap(([path, text]) =>
    path.startsWith('data/') ? textsOf(parse(text), path) : [],
  )
  expect(texts.length).toBeGreaterThan(30)
  const order = texts[0]?.[1] ?? []
  expect(order.toSorted()).toEqual([...handed.wording.keys()].toSorted())
  for (const [at, languages] of texts) expect(languages, at).toEqual(order)
})

test('a remark is in the language of each guide', () => {
  const guides = [...handed.files.keys()].flatMap(path => /^guide\/(.*)\.md$/.exec(path)?.[1] ?? [])
  const remarks = [...handed.files].flatMap(([path, text]) =>
    (text.match(/(?:^[ \t]*#[a-z]{2}.*\n)+/gm) ?? []).map(each => [path, each] as const),
  )
  expect(remarks.length).toBeGreaterThan(15)
  for (const [path, remark] of remarks) {
    const languages = [...remark.matchAll(/^\s*#([\w-]+) /gm)].map(([, language]) => language)
    if (languages.length > 1) expect(languages, `${path}: ${remark}`).toEqual(expect.arrayContaining(guides))
  }
})

test('words that Khabar does not have are there to be written, and only those', () => {
  expect([...made(kyrgyz).keys()].filter(path => path.startsWith('templates/'))).toEqual(
    handed.wording.has('ky') ? [] : ['templates/wording/ky.yaml'],
  )
  const unknown =
    made({ ...kyrgyz, languages: ['ru', 'sw'], name: ['ru=Х', 'sw=X'] }).get('templates/wording/sw.yaml') ?? ''
  expect(parse(unknown)).toEqual(parse(handed.wording.get('en') ?? ''))
})

test('a text that nobody has worded in a language awaits its review', () => {
  const meeting = [...made({ ...kyrgyz, languages: ['ru', 'sw'], name: ['Х'] })].find(([path]) =>
    path.startsWith('data/meetings/'),
  )
  expect(parse(meeting?.[1] ?? '')).toMatchObject({ release: { awaiting_review: ['sw'] } })
})

test('the guide is in the first language that has one, else in English', () => {
  expect(made(kyrgyz).get('data/README.md')).toContain('Первый релиз')
  expect(made({ ...kyrgyz, languages: ['sw'], name: ['X'] }).get('data/README.md')).toContain('Your first release')
})

test('what lacks is said by its flag', () => {
  expect(lackingIn({})).toEqual(['--languages ru,en', '--country KG', '--name ru=…', '--seat ru=…', '--currency KGS'])
  expect(lackingIn({ ...kyrgyz, name: ['ru=Х'] })).toEqual(['--name ky=…'])
  expect(lackingIn({ ...kyrgyz, country: 'KZ' })).toEqual(['--time-zone Asia/Bishkek'])
  expect(lackingIn(kyrgyz)).toEqual([])
})

test('languages and country are asked for first; what follows offers what the country has', () => {
  expect(questionsAbout({}).map(({ field }) => field)).toEqual(['languages', 'country'])
  const later = questionsAbout({ languages: ['ru', 'en'], country: 'KZ' })
  expect(later.map(({ field }) => field)).toEqual([
    'name/ru',
    'name/en',
    'abbreviation/ru',
    'abbreviation/en',
    'seat/ru',
    'seat/en',
    'region',
    'timeZone',
    'currency',
    'partner',
  ])
  expect(later.find(({ field }) => field === 'timeZone')?.choices).toContainEqual({
    value: 'Asia/Almaty',
    label: 'Asia/Almaty',
  })
})

test.for([
  [{ languages: ['Russian'] }, /language tag/],
  [{ country: 'XX' }, /no country/],
  [{ currency: 'SOM' }, /no currency/],
  [{ timeZone: 'Asia/Nowhere' }, /no time zone/],
  [{ country: 'KG', region: 'UZ-TK' }, /KG-GB \(Bishkek/],
] as const)('%j is told', ([words, told]) => {
  expect(inEnglish(wrongIn(words) ?? verbatim(''))).toMatch(told)
})

test('regions are those of the standard, each under a name of its own', () => {
  expect(regionsOf('KG').map(({ code }) => code)).toEqual([
    'KG-B',
    'KG-C',
    'KG-GB',
    'KG-GO',
    'KG-J',
    'KG-N',
    'KG-O',
    'KG-T',
    'KG-Y',
  ])
  const names = regionsOf('UZ').map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(zonesOf('KG')).toEqual(['Asia/Bishkek'])
})

test('forms of a name are written where its beginning leaves no doubt', () => {
  expect(formsOf({ ru: 'Общество Красного Полумесяца Кыргызстана', ky: 'Кыргызстандын Кызыл Ай коому' })).toMatchObject(
    {
      ru: { instrumental: 'Обществом Красного Полумесяца Кыргызстана' },
    },
  )
  expect(formsOf({ ru: 'Красный Полумесяц Казахстана' })['ru']?.prepositional).toBe('Красном Полумесяце Казахстана')
  expect(formsOf({ fr: 'Croissant-Rouge marocain', es: 'Cruz Roja Colombiana' })).toEqual({
    fr: { definite: 'le Croissant-Rouge marocain' },
    es: { definite: 'la Cruz Roja Colombiana' },
  })
  expect(formsOf({ ru: 'Общественная организация', fr: 'Secours', en: 'Red Cross', es: 'Cruz Rojas' })).toEqual({})
})
