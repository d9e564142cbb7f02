/** Which file below data/ is which kind of record. What no rule reads is told, never ignored. */

import { type Diagnostic, errorAt, warningAt } from '../model/diagnostic.ts'
import { nearest } from '../model/nearest.ts'
import { factsOf, isKind, type Kind, kindNames } from '../model/record/kinds.ts'
import { type Said, said } from '../model/said.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import { hasIdForm, idFrom } from './id.ts'
import { inLatin } from './in-latin.ts'

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
  const ending = misspeltEnding(base)
  if (!base.endsWith('.yaml') && ending === undefined) return stray(file, names)
  const stem = base.slice(0, ending === undefined ? base.lastIndexOf('.') : -ending.length)
  if (names.length === 1) return classifyTop(file, stem, ending)
  const kind = folders.get(names[0] ?? '')
  if (kind === undefined) return unknownFolder(file, names[0] ?? '')
  const place = placeWithin(kind, names)
  if ('sentence' in place) return notRead(file, place)
  const mistake = ending === undefined ? badName(file, kind, stem) : wrongEnding(file, stem)
  return { file, kind, id: idFrom(inLatin(stem)), ...place, ...(mistake && { mistake }) }
}

function misspeltEnding(base: string): string | undefined {
  const ending = /(?:\.(?:ya?ml|json))+(?:\.txt)?$/i.exec(base)?.[0]
  return ending === '.yaml' ? undefined : ending
}

function classifyTop(file: SourceFile, stem: string, ending: string | undefined): RecordFile | Diagnostic {
  if (!isKind(stem) || factsOf(stem).folder !== undefined) {
    return notRead(
      file,
      said('Move it into the folder of its kind: {folders}.', {
        folders: [...folders.keys()].map(name => `data/${name}/`).join(', '),
      }),
    )
  }
  const known: RecordFile = { file, kind: stem, id: stem }
  return ending === undefined ? known : { ...known, mistake: wrongEnding(file, stem) }
}

/** The year of the folder, or how to mend the place. */
function placeWithin(kind: Kind, names: readonly string[]): { readonly year?: number } | Said {
  const { folder, byYear } = factsOf(kind)
  if (!byYear)
    return names.length === 2
      ? {}
      : said('Move it to data/{folder}/: this kind has no folders inside.', { folder: folder ?? '' })
  const [, year = ''] = names
  if (names.length === 3 && /^[0-9]{4}$/.test(year)) return { year: Number(year) }
  const inName = /^(\d{4})-\d\d-\d\d/.exec(names.at(-1) ?? '')?.[1]
  return said('Move it to data/{folder}/{year}/, the year of its day.', {
    folder: folder ?? '',
    year: inName ?? '<year>',
  })
}

function notRead(file: SourceFile, hint: Said): Diagnostic {
  return errorAt(
    'file/not-read',
    spanOfFile(file),
    said('This file is not read: it lies in no place that records have.'),
    hint,
  )
}

function wrongEnding(file: SourceFile, stem: string): Diagnostic {
  return errorAt(
    'file/not-read',
    spanOfFile(file),
    said('This file is not read: records end in “.yaml”.'),
    said('Rename it to {stem}.yaml.', { stem }),
  )
}

/** A text among records may have been meant as one. */
function stray(file: SourceFile, names: readonly string[]): Diagnostic {
  const base = names.at(-1) ?? ''
  const isAmongRecords = names.length > 1 && folders.has(names[0] ?? '') && /^[^.]+(?:\.txt)?$/i.test(base)
  const isLeft = /\.[0-9a-f]{8}\.part$/.test(base)
  const hint = isLeft
    ? said('A command that was broken off left it: delete it, the file itself is whole.')
    : isAmongRecords
      ? said('If it is a record, rename it to {base}.yaml; else move it out of data/.', {
          base: base.replace(/\.txt$/i, ''),
        })
      : said('Move it out of data/; photos go into data/media/.')
  return warningAt('file/not-read', spanOfFile(file), said('This file is not read: it is no record.'), hint)
}

function unknownFolder(file: SourceFile, folder: string): Diagnostic {
  const near = nearest(folder, folders.keys())
  const message = said('This file is not read: no kind of record lies in “data/{folder}/”.', { folder })
  const hint = near
    ? said('Did you mean data/{near}/?', { near })
    : said('There are: {folders}, media.', { folders: [...folders.keys()].join(', ') })
  return errorAt('file/not-read', spanOfFile(file), message, hint)
}

function badName(file: SourceFile, kind: Kind, stem: string): Diagnostic | undefined {
  const { reserved = {} } = factsOf(kind)
  if (Object.hasOwn(reserved, stem)) {
    const message = said('The id “{stem}” is reserved for {reserved}.', {
      stem,
      reserved: reserved[stem] ?? '',
    })
    return errorAt('record/bad-id', spanOfFile(file), message, said('Give the {kind} another name.', { kind }))
  }
  if (hasIdForm(stem)) return undefined
  const near = idFrom(inLatin(stem))
  const rule = said('The file name is the id: lower-case letters a-z, digits and hyphens, at most 80.')
  const hints = near === '' ? [rule] : [said('Rename it to {near}.yaml.', { near }), rule]
  return errorAt('record/bad-id', spanOfFile(file), said('“{stem}” is not an id.', { stem }), ...hints)
}
