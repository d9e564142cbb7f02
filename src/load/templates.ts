/** What templates/ holds -> a TemplateSet: wording flattened to keys, languages and report layouts checked, fonts read, the rest as it is. */

import type { Origin } from '../model/dataset.ts'
import { compare, type Diagnostic, errorAt, inOrder, type Outcome, warningAt } from '../model/diagnostic.ts'
import { variants } from '../model/document.ts'
import type { LanguagePack } from '../model/language-pack.ts'
import { lazily } from '../model/lazily.ts'
import { suggest } from '../model/nearest.ts'
import { reportLayout } from '../model/report-layout.ts'
import { said } from '../model/said.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import type { ReportLayout, TemplateSet, Wording } from '../model/templates.ts'
import { type Language, languagePattern } from '../model/text.ts'
import { activeContent } from './active-content.ts'
import { type Asked, askedFor } from './asked.ts'
import { fontsLacking, readFonts } from './fonts.ts'
import { readPack } from './language-pack.ts'
import { readLayout } from './layout.ts'
import { readText } from './parse.ts'
import { validate } from './validate.ts'
import { readPhrases, type WrittenPhrases } from './wording.ts'

/** What is read into, and what is at hand where a file of the workspace says nothing. */
interface Reading {
  readonly fonts: ReadonlyMap<string, Uint8Array>
  readonly texts: Map<string, SourceFile>
  readonly wording: Map<Language, Wording>
  readonly layouts: Map<string, ReportLayout>
  readonly packs: Map<Language, LanguagePack>
  readonly shipped: Shipped
  readonly asked: () => Asked
}

/** What came with Khabar, by path below templates/. */
interface Shipped {
  readonly files: ReadonlyMap<string, SourceFile>
  /** Each is read when it is first asked for: a society publishes in some of the languages. */
  readonly wording: ReadonlyMap<Language, () => Outcome<WrittenPhrases>>
  readonly packs: ReadonlyMap<Language, LanguagePack>
}

/**
 * @param texts with paths such as `templates/press/release.hbs`, in any order
 * @param fonts by path below templates/: `fonts/SourceSerif4-Regular.ttf`
 * @param packaged of all that came with Khabar, the texts; those not among `texts` were replaced by the workspace's own
 */
export function loadTemplates(
  texts: readonly SourceFile[],
  fonts: ReadonlyMap<string, Uint8Array>,
  packaged: readonly SourceFile[] = texts,
): Outcome<TemplateSet> {
  const shipped = readShipped(packaged)
  const keys = () => [...shipped.wording.values()].flatMap(words => [...words().value.phrases.keys()])
  const templates = texts.filter(({ path }) => path.endsWith('.hbs')).map(({ text }) => text)
  const reading: Reading = {
    texts: new Map(),
    wording: new Map(),
    layouts: new Map(),
    packs: new Map(shipped.packs),
    shipped,
    fonts,
    asked: lazily(() => askedFor(keys(), templates)),
  }
  const diagnostics = texts.toSorted((a, b) => compare(a.path, b.path)).flatMap(file => add(file, reading))
  const { wording, layouts, packs } = reading
  const read = readFonts(fonts)
  const value = { texts: reading.texts, fonts: read.value, wording, layouts, packs }
  return { value, diagnostics: inOrder([...diagnostics, ...read.diagnostics]) }
}

const below = (path: string): string => path.replace(/^.*?templates\//, '')

function readShipped(packaged: readonly SourceFile[]): Shipped {
  const files = new Map(packaged.map(file => [below(file.path), file]))
  const inFolder = <T>(folder: string, read: (file: SourceFile) => T) =>
    new Map(
      [...files].flatMap(([path, file]) => {
        const [, language] = new RegExp(`^${folder}/([^/]+)\\.yaml$`).exec(path) ?? []
        return language === undefined ? [] : [[language, read(file)] as const]
      }),
    )
  const packs = inFolder('languages', file => readPack(file).value)
  return { files, wording: inFolder('wording', file => lazily(() => shippedPhrases(file))), packs }
}

const knownPhrases = new Map<string, Outcome<WrittenPhrases>>()

/** What comes with Khabar is the same in every workspace: known by its text, it is read once. */
function shippedPhrases(file: SourceFile): Outcome<WrittenPhrases> {
  const key = `${file.path}\n${file.text}`
  const known = knownPhrases.get(key) ?? readPhrases(file)
  // A few versions of each language are more than one run sees; tests that change them see many.
  if (knownPhrases.size > mostKnown) knownPhrases.clear()
  knownPhrases.set(key, known)
  return known
}

const mostKnown = 64

function add(file: SourceFile, reading: Reading): readonly Diagnostic[] {
  const path = below(file.path)
  const [, folder, name] = /^(wording|report|languages)\/([^/]+)\.ya?ml$/.exec(path) ?? []
  if (name === undefined) return addPlain(file, path, reading)
  const misnamed = wrongName(file, name)
  if (misnamed) return [misnamed]
  if (folder === 'report') return addLayout(file, name, reading)
  const nameless = noLanguage(file, name)
  if (nameless) return [nameless]
  return folder === 'wording' ? addWording(file, name, reading) : addPack(file, name, reading)
}

function addPlain(file: SourceFile, path: string, { texts, shipped, fonts }: Reading): readonly Diagnostic[] {
  // The words of messages are those of Khabar: what a workspace has of them is nowhere put in.
  if (path.startsWith('messages/')) return [warningAt('file/not-read', spanOfFile(file), notRead, messagesAreOurs)]
  const read = file.isUnread ? (shipped.files.get(path) ?? file) : file
  texts.set(path, read)
  // A test of words alone has no fonts at all.
  const lacking = path.endsWith('.css') && fonts.size > 0 ? fontsLacking(read, fonts) : []
  return [...activeContent(read), ...lacking, ...(mayBeUsed(path, shipped) ? [] : [unused(file, path, shipped)])]
}

/**
 * Of a language that is shipped, what the file does not say is said as shipped: a column that is new has its words. Of
 * another the words of reports and of the index that it lacks are said in English, and told; a release never prints another
 * language.
 */
function addWording(file: SourceFile, name: string, reading: Reading): readonly Diagnostic[] {
  const { wording, shipped, asked } = reading
  const standard = shipped.wording.get(name)
  if (file.isShipped && standard) {
    wording.set(name, readWhenAsked(file, name, standard))
    return []
  }
  const isStandard = shipped.files.get(`wording/${name}.yaml`) === file
  const { value, diagnostics } =
    isStandard && standard ? standard() : readPhrases(file, asked(), standard === undefined)
  const [anyLanguage] = shipped.wording.values()
  // That every word lacks in a file that could not be read is no second mistake.
  const otherwise = standard ?? (value.isUnread ? anyLanguage : undefined)
  const lent = otherwise?.().value.phrases ?? lentTo(value.phrases, shipped)
  wording.set(name, { language: name, file, phrases: new Map([...lent, ...value.phrases]) })
  return diagnostics
}

/** What came with Khabar was looked at before it was sent out. */
function readWhenAsked(file: SourceFile, language: Language, standard: () => Outcome<WrittenPhrases>): Wording {
  return {
    language,
    file,
    get phrases() {
      return standard().value.phrases
    },
  }
}

/** Of a language that is shipped, what the file does not say is as shipped. */
function addPack(file: SourceFile, name: string, { packs, shipped }: Reading): readonly Diagnostic[] {
  if (shipped.files.get(`languages/${name}.yaml`) === file) return []
  const { value, diagnostics } = readPack(file)
  const { locale_in: _, ...standard } = shipped.packs.get(name) ?? {}
  // Whoever says whose forms are meant has said it for the country, too.
  const kept = value.locale === undefined ? shipped.packs.get(name) : standard
  packs.set(name, { ...kept, ...value })
  return diagnostics
}

function noLanguage(file: SourceFile, name: string): Diagnostic | undefined {
  if (new RegExp(languagePattern).test(name)) return undefined
  const message = said('“{name}” is not a language tag, so this file is not read.', { name })
  const hint = said('Name the file after its language: ru.yaml, uz-Latn.yaml.')
  return errorAt('file/not-read', spanOfFile(file), message, hint)
}

/** Whoever says one of them tells so. */
function lentTo(own: WrittenPhrases['phrases'], { wording }: Shipped): WrittenPhrases['phrases'] {
  const english = [...(wording.get('en')?.().value.phrases ?? [])]
  const lacking = english.filter(([key]) => /^(?:report|site)\./.test(key) && !own.has(key))
  return new Map(lacking.map(([key, phrase]) => [key, { ...phrase, isLent: true as const }]))
}

function addLayout(file: SourceFile, name: string, { layouts, shipped }: Reading): readonly Diagnostic[] {
  const standard = shipped.files.get(`report/${name}.yaml`)
  const { value, diagnostics } = layoutIn(file, name)
  // As above: what could not be read is told, and not that it lacks.
  const layout = value ?? (standard && standard !== file ? layoutIn(standard, name).value : undefined)
  if (layout) layouts.set(name, layout)
  return [...diagnostics, ...(standard ? [] : [unused(file, `report/${name}.yaml`, shipped)])]
}

function layoutIn(file: SourceFile, name: string): Outcome<ReportLayout | undefined> {
  if (file.isUnread) return { value: undefined, diagnostics: [] }
  const parsed = readText(file)
  if (parsed.value === undefined) return { value: undefined, diagnostics: parsed.diagnostics }
  const origin: Origin = { file, pointer: '', spans: parsed.spans }
  const diagnostics = [...parsed.diagnostics, ...validate(reportLayout, parsed.value, { origin })]
  return { value: diagnostics.length === 0 ? readLayout(parsed.value, name, origin) : undefined, diagnostics }
}

function wrongName(file: SourceFile, name: string): Diagnostic | undefined {
  if (file.path.endsWith('.yaml')) return undefined
  const message = said('This file is not read: languages, wording and layouts end in “.yaml”.')
  return errorAt('file/not-read', spanOfFile(file), message, said('Rename it to {name}.yaml.', { name }))
}

/** What replaces a shipped file, a partial that others put in, template and style of a kind of release. */
function mayBeUsed(path: string, { files }: Shipped): boolean {
  const [, kind] = /^press\/([^/]+)\.(?:hbs|css)$/.exec(path) ?? []
  return files.has(path) || path.startsWith('press/partials/') || variants.some(variant => variant === kind)
}

function unused(file: SourceFile, path: string, { files }: Shipped): Diagnostic {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const beside = [...files.keys()].filter(each => each.startsWith(folder) && !each.slice(folder.length).includes('/'))
  return warningAt('file/not-read', spanOfFile(file), notRead, ...suggest(path, beside))
}

const notRead = said('Nothing reads this template: Khabar has none of this path.')
const messagesAreOurs = said('Remove it: the words of messages are those of Khabar itself.')
