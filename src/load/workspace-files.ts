/** Which file below data/ is which kind of record. What no rule reads is told, never ignored. */
import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { nearest } from '../model/nearest.ts'
import { factsOf, isKind, type Kind, kindNames } from '../model/record/kinds.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import { hasIdForm, idFrom } from './id.ts'

/** A file that is a record, or a list of them, or was meant to be one. */
export interface RecordFile {
  readonly file: SourceFile
  readonly kind: Kind
  /** From the file name; of a misnamed file, the id it was meant to have. */
  readonly id: string
  readonly year?: number
  /** `undefined`: the file is read. */
  readonly mistake?: Diagnostic
}

const folders: ReadonlyMap<string, Kind> = new Map(
  kindNames.flatMap(kind => {
    const { folder } = factsOf(kind)
    return folder === undefined ? [] : [[folder, kind]]
  }),
)

/** A record file, a diagnostic, or nothing where the file is none of our business: photos, dotfiles, READMEs. */
export function classify(file: SourceFile): RecordFile | Diagnostic | undefined {
  const [root, ...names] = file.path.split('/')
  const base = names.at(-1) ?? ''
  if (root !== 'data' || names.some(name => name.startsWith('.')) || base === 'README.md') return undefined
  if (names[0] === 'media') return undefined
  const isYaml = base.endsWith('.yaml')
  const ending = misspeltEnding(base)
  if (!isYaml && ending === undefined) return stray(file)
  const stem = base.slice(0, base.lastIndexOf('.'))
  if (names.length === 1) return classifyTop(file, stem, ending)
  const kind = folders.get(names[0] ?? '')
  if (kind === undefined) return unknownFolder(file, names[0] ?? '')
  const place = placeWithin(kind, names)
  if (typeof place === 'string') return notRead(file, place)
  const mistake = ending === undefined ? badName(file, kind, stem) : wrongEnding(file, stem)
  return { file, kind, id: idFrom(stem), ...place, ...(mistake && { mistake }) }
}

function misspeltEnding(base: string): string | undefined {
  return /\.(yml|yaml|json|yaml\.txt)$/i.exec(base)?.[0].replace(/^\.yaml$/, '') || undefined
}

function classifyTop(file: SourceFile, stem: string, ending: string | undefined): RecordFile | Diagnostic {
  if (!isKind(stem) || factsOf(stem).folder !== undefined) {
    return notRead(
      file,
      `Move it into the folder of its kind: ${[...folders.keys()].map(name => `data/${name}/`).join(', ')}.`,
    )
  }
  const known: RecordFile = { file, kind: stem, id: stem }
  return ending === undefined ? known : { ...known, mistake: wrongEnding(file, stem) }
}

/** The year of the folder, or how to mend the place. */
function placeWithin(kind: Kind, names: readonly string[]): { readonly year?: number } | string {
  const { folder, byYear } = factsOf(kind)
  if (!byYear) return names.length === 2 ? {} : `Move it to data/${folder}/: this kind has no folders inside.`
  const [, year = ''] = names
  if (names.length === 3 && /^[0-9]{4}$/.test(year)) return { year: Number(year) }
  return `Move it to data/${folder}/<year>/, the year of its day.`
}

function notRead(file: SourceFile, hint: string): Diagnostic {
  return errorAt(
    'file/not-read',
    spanOfFile(file),
    'This file is not read: it lies in no place that records have.',
    hint,
  )
}

function wrongEnding(file: SourceFile, stem: string): Diagnostic {
  return errorAt(
    'file/not-read',
    spanOfFile(file),
    'This file is not read: records end in “.yaml”.',
    `Rename it to ${stem.replace(/\.ya?ml$/i, '')}.yaml.`,
  )
}

function stray(file: SourceFile): Diagnostic {
  const hint = 'Move it out of data/; photos go into data/media/.'
  return warningAt('file/not-read', spanOfFile(file), 'This file is not read: it is no record.', hint)
}

function unknownFolder(file: SourceFile, folder: string): Diagnostic {
  const near = nearest(folder, folders.keys())
  const message = `This file is not read: no kind of record lies in “data/${folder}/”.`
  const hint = near ? `Did you mean data/${near}/?` : `There are: ${[...folders.keys()].join(', ')}, media.`
  return errorAt('file/not-read', spanOfFile(file), message, hint)
}

function badName(file: SourceFile, kind: Kind, stem: string): Diagnostic | undefined {
  const { reserved = {} } = factsOf(kind)
  if (Object.hasOwn(reserved, stem)) {
    const message = `The id “${stem}” is reserved for ${reserved[stem]}.`
    return errorAt('record/bad-id', spanOfFile(file), message, `Give the ${kind} another name.`)
  }
  if (hasIdForm(stem)) return undefined
  const near = idFrom(stem)
  const rule = 'The file name is the id: lower-case letters a-z, digits and hyphens, at most 80.'
  const hints = near === '' ? [rule] : [`Rename it to ${near}.yaml.`, rule]
  return errorAt('record/bad-id', spanOfFile(file), `“${stem}” is not an id.`, ...hints)
}
