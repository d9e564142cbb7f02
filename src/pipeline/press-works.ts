/** Releases as works: what each is told, checked and written from is in its key, so that only what changed is done again. */
import { timed } from '../disk/spans.ts'
import { type Dataset, type Entry, type Subject, spanOf } from '../model/dataset.ts'
import { compare, type Diagnostic, type Outcome } from '../model/diagnostic.ts'
import type { ReleaseModel } from '../model/document.ts'
import { lazily } from '../model/lazily.ts'
import type { PhotoWords } from '../model/media.ts'
import { drawer } from '../model/memo.ts'
import type { Content } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import { type Format, stemOf, type Work, type WorkOf, workItself } from '../model/work.ts'
import { editorialOf, editorialOfShared } from '../press/editorial.ts'
import { isPast } from '../press/embargo.ts'
import { logoSource, photoSource } from '../press/extras.ts'
import { namesIn } from '../press/names.ts'
import { photosWithoutWords, withOwnWords } from '../press/photo-words.ts'
import { releasesOf, subjectsOf } from '../press/releases.ts'
import { type ReleaseWriter, writeRelease } from '../render/beside/beside.ts'
import { releaseWriters } from '../render/formats.ts'
import { UnreadablePhoto } from '../render/photo.ts'
import { wordsOf } from '../render/photo-words/words.ts'
import { coverageOf } from '../render/words/font-coverage.ts'
import { remarksOn } from '../render/words/markdown-remarks.ts'
import { wideTablesWith } from '../render/words/release-tables.ts'
import type { Desk } from './desk.ts'
import { contentOf } from './digest.ts'
import { scriptsLackingIn } from './lacking-scripts.ts'
import type { Steps } from './memo/steps.ts'
import { originalAt } from './photos.ts'
import { surroundings } from './surroundings.ts'
import type { KeyedWork, Picture } from './work.ts'

/** What all releases of a build are made with. */
interface Press {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly asOf: string
  readonly steps: Steps
  readonly inputs: Desk['inputs']
  /** What is written stays until its bytes are made; else it is written again for whoever asks. */
  readonly isKept: boolean
  readonly writers: ReadonlyMap<Format, ReleaseWriter>
  readonly isWanted: (work: Work) => boolean
  /** Ids of the records of whose releases something is told; without it of all. */
  readonly subjects?: ReadonlySet<string> | undefined
  /** Of all that is handed to every release besides its own record. */
  readonly shared: string
}

export type PressOptions = Pick<Press, 'dataset' | 'templates' | 'asOf' | 'steps' | 'isWanted' | 'subjects'>

export async function pressWorks(desk: Desk, options: PressOptions): Promise<Outcome<readonly KeyedWork[]>> {
  const isTold = ({ id }: Subject): boolean => options.subjects?.has(id) ?? true
  const lacking = photosWithoutWords(subjectsOf(options.dataset).filter(isTold))
  const dataset = withOwnWords(options.dataset, await ownWords(lacking, options.dataset, desk))
  const { society, organization, person, place } = dataset
  const around = [society, ...organization.values(), ...person.values()].map(contentIn)
  const regions = [...place.values()].map(({ id, data }) => [id, data.name])
  const shared = contentOf(around, regions, desk.inputs.templatesDigest())
  const subjects = subjectsOf(dataset).filter(isTold)
  if (subjects.length === 0) return { value: [], diagnostics: [] }
  const { inputs, isForTelling } = desk
  const writers = await releaseWriters()
  const press: Press = { ...options, dataset, shared, inputs, writers, isKept: !isForTelling }
  const works = subjects.map(subject => worksOf(subject, press))
  return {
    value: works.flatMap(each => each.value).toSorted((a, b) => compare(stemOf(a), stemOf(b))),
    diagnostics: [...works.flatMap(each => each.diagnostics), ...editorialOfShared(dataset, looking(press))],
  }
}

const looking = ({ asOf, templates }: Press) => ({
  asOf,
  shows: coverageOf(templates.fonts),
  remarksOn,
  wideTablesIn: wideTablesWith(templates),
})

const contentIn = ({ kind, id, data }: Entry) => [kind, id, data]

function worksOf(subject: Subject, press: Press): Outcome<readonly KeyedWork[]> {
  const { dataset, asOf, steps, shared } = press
  const until = subject.data.release?.embargo_until
  const key = contentOf(shared, contentIn(subject), until !== undefined && isPast(until, asOf))
  const tell = lazily(() => releasesOf(subject, dataset))
  const told = steps.once('release', key, () => {
    const { value, diagnostics } = tell()
    const editorial = editorialOf(subject, dataset, looking(press))
    return { value: value.map(workItself), diagnostics: [...diagnostics, ...editorial] }
  })
  const languages = told.value.map(work => work.language)
  const pictures = picturesOf(subject, dataset)
  const works = told.value.filter(press.isWanted).map(work => {
    const write = lazily(() => written(modelOf(work, tell().value), { languages, press }))
    const { diagnostics } = steps.once('page', contentOf(key, work.language), () => ({
      value: null,
      diagnostics: write().diagnostics.map(each => atItsRecord(each, subject, dataset)),
    }))
    const keyed: KeyedWork = {
      ...work,
      key: contentOf(
        key,
        work.language,
        pictures.map(({ path }) => press.inputs.media.get(path)?.digest),
      ),
      pictures,
      formats: [...press.writers.keys()],
      write: press.isKept ? () => write().value : anew(work, subject, { languages, press }),
    }
    return { keyed, diagnostics }
  })
  return {
    value: works.map(each => each.keyed),
    diagnostics: [...told.diagnostics, ...works.flatMap(each => each.diagnostics)],
  }
}

/** By itself, so that it holds nothing of what was made to tell of it. */
const anew =
  (work: Work, subject: Subject, telling: Telling): KeyedWork['write'] =>
  () =>
    written(modelOf(work, releasesOf(subject, telling.press.dataset).value), telling).value

function atItsRecord({ missing, ...told }: Diagnostic, subject: Subject, { person }: Dataset): Diagnostic {
  const record = missing?.person === undefined ? subject : person.get(missing.person)
  return missing && record ? { ...told, span: spanOf(record, missing.pointer) } : told
}

function modelOf({ language }: Work, told: readonly WorkOf<ReleaseModel>[]): WorkOf<ReleaseModel> {
  const work = told.find(each => each.language === language)
  if (!work) throw new Error(`the release in ${language} was told and is not there`)
  return work
}

interface Telling {
  readonly languages: readonly string[]
  readonly press: Press
}

function written(release: WorkOf<ReleaseModel>, { languages, press }: Telling): Outcome<ReadonlyMap<Format, Content>> {
  const { dataset, templates, writers } = press
  const around = surroundings(dataset, languages)
  const { value, diagnostics } = timed('words', stemOf(release), () =>
    writeRelease(release, { templates, around, namesIn, writers }),
  )
  const lacking = scriptsLackingIn(value.values(), release.language, { dataset, templates })
  return { value, diagnostics: [...diagnostics, ...lacking] }
}

/** Photos and the logo, as the pages of a record ask for them. */
function picturesOf(subject: Subject, { society }: Dataset): readonly Picture[] {
  const { photos = [] } = subject.data.release ?? {}
  const shown = photos.map(({ file }, index) => ({
    path: file,
    src: photoSource(index),
    span: () => spanOf(subject, `/release/photos/${index}/file`),
  }))
  const { logo } = society.data
  return [...shown, ...(logo ? [{ path: logo.file, src: logoSource, span: () => spanOf(society, '/logo/file') }] : [])]
}

/** Of the photos that need it: what the record says goes before the photo's own. */
async function ownWords(
  photos: readonly string[],
  { society }: Dataset,
  desk: Desk,
): Promise<ReadonlyMap<string, PhotoWords>> {
  const { languages } = society.data
  const kept = drawer<PhotoWords>(desk.memo, 'words')
  const words = new Map<string, PhotoWords>()
  for (const path of photos) {
    const key = contentOf(desk.inputs.media.get(path)?.digest, languages)
    const known = kept.recall(key)
    // A photo that cannot be read is told where it is needed.
    const bytes = known ? undefined : await originalAt(path, desk).catch(ifUnreadable)
    const own = known ?? (bytes && (await wordsOf(bytes, languages)))
    if (!own) continue
    kept.keep(key, own)
    words.set(path, own)
  }
  return words
}

function ifUnreadable(thrown: unknown): undefined {
  if (!(thrown instanceof UnreadablePhoto)) throw thrown
}
