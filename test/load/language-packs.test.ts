/** How a language is written: found in templates/languages/, a workspace's own over the one that came with Khabar. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { formatDay, formatDayRange, formatNumber, joinList } from '../../src/language/format.ts'
import { tongueOf } from '../../src/language/tongue.ts'
import { typeset } from '../../src/language/typography.ts'
import { loadTemplates } from '../../src/load/templates.ts'
import { packsIn } from '../../src/model/language-pack.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { loadedFrom } from '../../src/pipeline/loaded.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { packs } from '../support/tongues.ts'
import { templates } from '../support/two-builds.ts'

function loadPacks(own: { readonly [path: string]: string }, shipped: { readonly [path: string]: string } = {}) {
  const files = (of: typeof own) => Object.entries(of).map(([path, text]) => ({ path, text }))
  const packaged = files(shipped)
  const kept = packaged.filter(({ path }) => !Object.hasOwn(own, path))
  const { value, diagnostics } = loadTemplates([...files(own), ...kept], new Map(), packaged)
  return { packs: value.packs, told: printConcise(diagnostics) }
}

const path = 'templates/languages/de.yaml'

test('a language that did not come with Khabar is written as its file says, and else as CLDR has it', () => {
  const found = loadPacks({
    [path]: 'day: "{day}. {month} {year}"\nnever_last: [Nr.]\nlist: { between: ", ", last: " & " }\n',
  })
  expect(found.told).toBe('')
  const german = tongueOf('de', found.packs)
  expect(formatDay('2022-08-15', german)).toBe('15. August 2022')
  expect(formatDayRange('2022-08-15', '2022-08-17', german)).toBe('15. August 2022 – 17. August 2022')
  expect(joinList(['A', 'B', 'C'], german)).toBe('A, B & C')
  expect(formatNumber(1234.5, german)).toBe('1.234,5')
  expect(typeset('Haus Nr. 5', german)).toBe('Haus Nr.\u00a05')
})

test('of a language that came with Khabar, the file says only what it has otherwise', () => {
  const shipped = { [path]: 'dash: em\npercent: "{number} v. H."\n' }
  expect(loadPacks({ [path]: 'percent: "{number} %"\n' }, shipped).packs.get('de')).toEqual({
    dash: 'em',
    percent: '{number} %',
  })
})

test('what is wrong is told at its place, and nothing of the file is taken', () => {
  const text =
    'dash: en\nday: "{day} {mouth}"\nmonths: [Jan]\nhyphenation: { letters: abc, patterns: ../evil }\nsilly: 1\n'
  const found = loadPacks({ [path]: text, 'templates/languages/german.yaml': 'dash: em\n' }, { [path]: 'dash: em\n' })
  expect(found.packs).toEqual(new Map([['de', { dash: 'em' }]]))
  expect(found.told).toMatchInlineSnapshot(`
    "templates/languages/de.yaml:1:7 error record/wrong-value “en” is not a value of “dash”.
    templates/languages/de.yaml:2:6 error record/wrong-value “day” cannot be “{day} {mouth}”.
    templates/languages/de.yaml:3:9 error record/wrong-value “months” has too few entries.
    templates/languages/de.yaml:4:40 error record/wrong-value “../evil” is not a value of “patterns”.
    templates/languages/de.yaml:5:1 error record/unknown-field “silly” is not a field of this record.
    templates/languages/german.yaml:1:1 error file/not-read “german” is not a language tag, so this file is not read.
    "
  `)
})

test('a tag with a region or a script finds its language', () => {
  const ofTag = (tag: string) => formatDay('2022-08-15', tongueOf(tag, packs))
  expect(ofTag('uz')).toBe(ofTag('uz-Latn'))
  expect(ofTag('uz-UZ')).toBe(ofTag('uz-Latn'))
  expect(ofTag('uz-Cyrl-UZ')).toBe(ofTag('uz-Cyrl'))
  expect(ofTag('uz-Arab')).not.toBe(ofTag('uz-Latn'))
})

/** As CLDR has them, which is what a Jordanian reader's own programs print. */
const monthsIn = (locale: string): readonly string[] => {
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2022, index, 15)))
}

test.each(['JO', 'SY', 'LB', 'PS', 'IQ'])('the months of Arabic are those of the society’s country: %s', country => {
  const arabic = tongueOf('ar', packsIn(country, packs))
  const days = monthsIn(`ar-${country}`).map((month, index) => `1 ${month} ${2000 + index}`)
  expect(days.map((_, index) => formatDay(`${2000 + index}-${String(index + 1).padStart(2, '0')}-01`, arabic))).toEqual(
    days,
  )
  expect(formatNumber(1234.5, arabic)).toBe(formatNumber(1234.5, tongueOf('ar', packs)))
})

test('and elsewhere, or where a workspace says whose forms it means, they are not', () => {
  expect(formatDay('2022-03-05', tongueOf('ar', packsIn('EG', packs)))).toBe('5 مارس 2022')
  expect(packsIn(undefined, packs)).toBe(packs)
  const arabic = 'templates/languages/ar.yaml'
  const shipped = { [arabic]: 'locale: ar\nlocale_in: { JO: ar-JO-u-nu-latn }\n' }
  const inJordan = (own: string) => tongueOf('ar', packsIn('JO', loadPacks({ [arabic]: own }, shipped).packs))
  expect(formatDay('2022-03-05', inJordan('dash: em\n'))).toBe('5 آذار 2022')
  expect(formatDay('2022-03-05', inJordan('locale: ar\n'))).toBe('5 مارس 2022')
})

test('a release of a society of Jordan is told with its months', async () => {
  const { records, templates: words } = await jordan()
  const dataset = records.value
  expect(dataset && formatDay('2022-03-05', tongueOf('ar', dataset.packs))).toBe('5 آذار 2022')
  expect(words.value.packs).toBe(dataset?.packs)
})

async function jordan() {
  const root = await mkdtemp(join(tmpdir(), 'khabar-jordan-'))
  try {
    await layOutCase('_base', root)
    const society = join(root, 'data/society.yaml')
    await writeFile(society, (await readFile(society, 'utf8')).replace(/^country: .*/m, 'country: JO'))
    return loadedFrom(await openWorkspace(root, templates).read())
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
