/**
 * Somebody who has seen nothing of it: Khabar as it is packed and installed, an empty folder, and the commands that the guide
 * names, up to a release with a photo and a report that are printed. One mistake on the way, mended as its hint says.
 */
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import { stepsOfCi } from '../ci/steps-of-ci.ts'
import { factsOf, need, picturesOf, textOf } from '../render/pdf-judges.ts'
import { run as runProgram } from '../support/child.ts'
import { type Installed, install } from '../support/installed.ts'
import { khabar } from '../support/khabar.ts'

let installed: Installed
beforeAll(async () => {
  installed = await install()
})
afterAll(() => installed.remove())

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-newcomer-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

type Texts = Readonly<Record<string, string>>
const flags = (of: Readonly<Record<string, string | Texts>>): readonly string[] =>
  Object.entries(of).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : inEach(value)).flatMap(each => [`--${name}`, each]),
  )
const inEach = (texts: Texts): readonly string[] => Object.entries(texts).map(([tag, text]) => `${tag}=${text}`)

interface Newcomer {
  readonly society: Readonly<Record<string, string | Texts>>
  readonly title: Texts
  readonly headline: Texts
  readonly venue: Texts
  readonly alt: Texts
  /** What is written right, and what is written in its place. */
  readonly mistake: readonly [right: string, wrong: string]
}

const newcomers: readonly (readonly [string, Newcomer])[] = [
  [
    'Kyrgyzstan, in Russian and Kyrgyz',
    {
      society: {
        languages: 'ru,ky',
        country: 'KG',
        region: 'KG-GB',
        name: { ru: 'Общество Красного Полумесяца Кыргызстана', ky: 'Кыргызстандын Кызыл Ай коому' },
        abbreviation: { ru: 'ОККП', ky: 'ККАК' },
        seat: { ru: 'Бишкек', ky: 'Бишкек' },
        currency: 'KGS',
      },
      title: { ru: 'Встреча: весна #1', ky: 'Жолугушуу' },
      headline: { ru: 'ОККП и МККК планируют год', ky: 'ККАК жана ЭККК жылды пландаштырат' },
      venue: { ru: 'в офисе Общества в Бишкеке', ky: 'Бишкектеги Коомдун кеңсесинде' },
      alt: { ru: 'Участники встречи за столом', ky: 'Жолугушуунун катышуучулары' },
      mistake: ['date: 2026-03-12', 'date: 12.03.2026'],
    },
  ],
  [
    'Morocco, in French',
    {
      society: { languages: 'fr', country: 'MA', name: 'Croissant-Rouge Marocain', seat: 'Rabat', currency: 'MAD' },
      title: { fr: 'Réunion de travail' },
      headline: { fr: 'Le Croissant-Rouge Marocain reçoit le CICR' },
      venue: { fr: 'au siège du Croissant-Rouge Marocain, à Rabat' },
      alt: { fr: 'Les participants autour d’une table' },
      mistake: ['host: society', 'host: societe'],
    },
  ],
  [
    'Jordan, in Arabic and English',
    {
      society: {
        languages: 'ar,en',
        country: 'JO',
        name: { ar: 'جمعية الهلال الأحمر الأردني', en: 'Jordan National Red Crescent Society' },
        seat: { ar: 'عمّان', en: 'Amman' },
        currency: 'JOD',
      },
      title: { ar: 'اجتماع عمل', en: 'Working meeting' },
      headline: { ar: 'الهلال الأحمر الأردني يستقبل اللجنة الدولية', en: 'Jordan Red Crescent receives the ICRC' },
      venue: { ar: 'في مقر الجمعية في عمّان', en: 'at the headquarters of the Society in Amman' },
      alt: { ar: 'المشاركون حول طاولة', en: 'Those who met, at a table' },
      mistake: ['venue:', 'vanue:'],
    },
  ],
  [
    'Tanzania, in a language that Khabar has no words for',
    {
      society: {
        languages: 'sw',
        country: 'TZ',
        name: 'Chama cha Msalaba Mwekundu Tanzania',
        seat: 'Dodoma',
        currency: 'TZS',
      },
      title: { sw: 'Mkutano' },
      headline: { sw: 'Mkutano wa kazi' },
      venue: { sw: 'ofisi kuu' },
      alt: { sw: 'Washiriki mezani' },
      mistake: ['status: draft', 'status: drafts'],
    },
  ],
]

const day = '2026-03-12'
const meeting = `data/meetings/2026/${day}-icrc.yaml`
const run = (...words: readonly string[]) => installed.khabar([...words], root)

describe.for(newcomers)('%s', ([, { society, mistake, alt, ...texts }]) => {
  const tags = Object.keys(texts.title)

  test('begins a workspace, a meeting and its release with a photo, and builds them', async context => {
    await need(context, 'pdftotext', 'pdfinfo', 'pdfimages')
    const begun = await run('init', ...flags(society))
    expect(begun).toMatchObject({ code: 0 })
    expect(begun.stderr).toContain('khabar build')
    const words = [
      ...flags({ date: day, partner: 'icrc', title: texts.title, headline: texts.headline }),
      ...['kind=working', 'host=society', ...inEach(texts.venue).map(each => `venue/${each}`)].flatMap(each => [
        '--set',
        each,
      ]),
    ]
    const made = await run('new', 'meeting', ...words)
    expect(made).toMatchObject({ code: 0, stdout: `${join(root, meeting)}\n` })
    expect(made.stderr).toContain('is written')

    const path = join(root, meeting)
    const right = withPhoto(await readFile(path, 'utf8'), alt)
    await cp(photo, join(root, 'data/media/2026/meeting.jpg'))
    await writeFile(path, right.replace(mistake[0], mistake[1]))
    await mendAsTold(path)
    expect(await readFile(path, 'utf8')).toBe(right)

    const { code, stderr } = await run('build')
    expect([code, stderr]).toEqual([0, stderr])
    for (const tag of tags) {
      await expectRelease(tag, texts.headline[tag] ?? '', alt[tag] ?? '')
      await expectReport(tag)
    }
    expect(await readdir(join(root, 'output/press/2026'))).toContain(`2026-02-16-icrc.${tags[0]}.pdf`)
  })
})

const photo = join(import.meta.dirname, '../cases/_base/data/media/2022/meeting.jpg')

/** As the guide of a workspace shows it, in place of the remark on photos. */
const withPhoto = (record: string, alt: Texts): string =>
  record.replace(
    /^ {2}# photos:.*\n/m,
    [
      '  photos:',
      '    - file: media/2026/meeting.jpg',
      '      alt:',
      ...Object.entries(alt).map(([tag, text]) => `        ${tag}: ${text}`),
      '      credit: Society',
      '      consent: "yes"',
      '',
    ].join('\n'),
  )

interface Told {
  readonly diagnostics: readonly {
    readonly severity: string
    readonly file: string
    readonly line: number
    readonly column: number
    readonly endColumn: number
    readonly hints: readonly string[]
  }[]
}

/** What the first hint names is put where the mistake is, and nothing else is done. */
async function mendAsTold(path: string): Promise<void> {
  const { code, stdout } = await run('check', '--format', 'json')
  expect(code).toBe(1)
  const told: Told = JSON.parse(stdout)
  const [mistake, ...others] = told.diagnostics.filter(({ severity }) => severity === 'error')
  expect(others).toEqual([])
  if (!mistake) throw new Error('no mistake is told')
  expect(mistake.file).toBe(meeting)
  const [, written, meant] = /^(?:Write (.+)\.|Did you mean “(.+)”.*)$/.exec(mistake.hints[0] ?? '') ?? []
  const lines = (await readFile(path, 'utf8')).split('\n')
  const line = lines[mistake.line - 1] ?? ''
  lines[mistake.line - 1] = line.slice(0, mistake.column - 1) + (written ?? meant) + line.slice(mistake.endColumn - 1)
  await writeFile(path, lines.join('\n'))
}

/** Poppler puts in marks of direction, and breaks lines. */
const plain = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/-\n/g, '')
    .replace(/\s/g, '')

async function expectRelease(tag: string, headline: string, alt: string): Promise<void> {
  const base = join(root, `output/press/2026/${day}-icrc.${tag}`)
  const pdf = await readFile(`${base}.pdf`)
  expect(await checkPdf(pdf)).toEqual([])
  expect(await factsOf(pdf)).toMatch(/^Tagged: +yes$/m)
  expect(await factsOf(pdf)).toContain(headline)
  expect(await picturesOf(pdf)).toMatch(/image/)
  const facts: { language: string; title: string; descriptions: { value: string }[] } = JSON.parse(
    await readFile(`${base}.json`, 'utf8'),
  )
  expect(facts).toMatchObject({ language: tag, title: headline })
  const page = plain(await textOf(pdf))
  expect(page).toContain(plain(headline))
  for (const { value } of facts.descriptions) expect(page).toContain(plain(value))
  const html = await readFile(`${base}.html`, 'utf8')
  expect(html).toContain(`lang="${tag}"`)
  expect(html.includes('dir="rtl"')).toBe(tag === 'ar')
  expect(html).toContain(`alt="${alt}"`)
}

/** The people whom the sample says to be planned for and reached, 20 and 18, 100 and 96. */
async function expectReport(tag: string): Promise<void> {
  const base = join(root, `output/reports/2026/icrc-2026.${tag}`)
  const pdf = await readFile(`${base}.pdf`)
  expect(await checkPdf(pdf)).toEqual([])
  expect(await textOf(pdf)).toMatch(/\b20\b[\s\S]*\b18\b[\s\S]*\b100\b[\s\S]*\b96\b/)
  expect(existsSync(`${base}.xlsx`)).toBe(true)
}

test('what is installed has bundled code alone, the terms of what is in it, and the guides', async () => {
  const files = await readdir(installed.package, { recursive: true })
  expect(files.filter(file => file.endsWith('.ts'))).toEqual([])
  const terms = readFileSync(join(installed.package, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const library of ['ajv', 'handlebars', 'puppeteer-core', 'yaml'])
    expect(terms).toMatch(new RegExp(`^${library} \\d[\\d.]*, \\S+\\n\\n[^]{200}`, 'm'))
  for (const language of ['en', 'ru']) expect(files).toContain(join('docs/guide', language, 'fields.md'))
  for (const [, path = ''] of readFileSync(join(installed.package, 'templates/workspace/guide/ru.md'), 'utf8').matchAll(
    /`(node_modules\/\S+)`/g,
  ))
    expect(existsSync(join(installed.folder, path))).toBe(true)
})

test('a bug tells its place in the source, though what runs is bundled', async () => {
  const broken = join(root, 'broken.mjs')
  await writeFile(broken, 'JSON.stringify = () => { throw new TypeError("as if by mistake") }\n')
  await khabar(['init', ...flags(malta)], { cwd: root })
  const env = { ...process.env, KHABAR_MESSAGES: 'en' }
  const program = join(installed.package, 'dist/cli/bin.js')
  const ran = await runProgram(process.execPath, ['--import', broken, program, 'check'], { cwd: root, env })
  expect(ran.code).toBe(70)
  expect(ran.stderr).toMatch(/TypeError: as if by mistake[\s\S]*\bsrc\/pipeline\/\S+\.ts:\d+:\d+/)
})

const malta = { languages: 'en', country: 'MT', name: 'Malta Red Cross', seat: 'Valletta', currency: 'EUR' }

describe('where nobody can answer', () => {
  test('init says by which flags, and writes nothing', async () => {
    const ran = await khabar(['init', 'here', '--country', 'KG'], { cwd: root })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('--languages ru,en --name ru=… --seat ru=… --currency KGS')
    expect(await readdir(root)).toEqual([])
  })

  test('new says by which flags', async () => {
    await khabar(['init', ...flags(malta)], { cwd: root })
    const ran = await khabar(['new', 'meeting'], { cwd: root })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('Say --date YYYY-MM-DD --partner ID')
    expect((await khabar(['new', 'meting'], { cwd: root })).code).toBe(2)
    const taken = ['new', 'meeting', '--date', '2026-02-16', '--partner', 'icrc', '--id', '2026-02-16-icrc']
    expect((await khabar(taken, { cwd: root })).code).toBe(2)
    expect((await khabar(['new', 'meeting'], { cwd: tmpdir() })).stderr).toContain('data/')
  })
})

test('what is there stays as it is', async () => {
  const words = ['init', ...flags(malta)]
  await writeFile(join(root, '.gitignore'), 'mine\n')
  await writeFile(join(root, 'package.json'), '{}\n')
  const first = await khabar(words, { cwd: root })
  expect(first).toMatchObject({ code: 0 })
  expect(first.stderr).toContain('Left as they are, because they were there: .gitignore.')
  expect(await readFile(join(root, '.gitignore'), 'utf8')).toBe('mine\n')
  await writeFile(join(root, 'data/society.yaml'), 'mine\n')
  const again = await khabar(words, { cwd: root })
  expect(again).toMatchObject({ code: 2, stdout: '' })
  expect(again.stderr).toMatch(/there is already: data\/.* and \d+ more\. Nothing was written/)
  expect(await readFile(join(root, 'data/society.yaml'), 'utf8')).toBe('mine\n')
})

test('the package holds what it is run with, and nothing that it is made with', async () => {
  const tops = new Set(await readdir(installed.package))
  for (const each of ['LICENSE', 'action.yml', 'ci', 'dist', 'docs', 'templates']) expect(tops).toContain(each)
  for (const each of ['scripts', 'src', 'test']) expect(tops).not.toContain(each)
})

// Here and not in a file of their own: what they run is what is packed above.
describe('what CI does', () => stepsOfCi(() => installed.package))
