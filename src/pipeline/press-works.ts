/** Releases as works: what each is told, checked and written from is in its key, so that only what changed is done again. */
import type { Dataset, Entry, Subject } from '../model/dataset.ts'
import { compare, type Diagnostic, type Outcome } from '../model/diagnostic.ts'
import type { ReleaseModel } from '../model/document.ts'
import type { Place, Planned } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import { editorialOf, editorialOfShared } from '../press/editorial.ts'
import { isPast } from '../press/embargo.ts'
import { photosWithoutCredit, withCredits } from '../press/photo-credits.ts'
import { releasesOf, subjectsOf } from '../press/releases.ts'
import { type Beside, renderBeside } from '../render/beside/beside.ts'
import type { Surroundings } from '../render/beside/surroundings.ts'
import { UnreadablePhoto } from '../render/photo.ts'
import { creditIn } from '../render/photo-credit.ts'
import { coverageOf } from '../render/words/font-coverage.ts'
import { renderRelease } from '../render/words/html.ts'
import { contentOf, type Desk, lazily, type Steps } from './desk.ts'
import { originalAt } from './photos.ts'
import type { Work } from './works.ts'

/** A release as HTML, with what the page will show, and what stands beside it: nothing where the templates are wrong. */
export type Page = Planned<ReleaseModel> & { readonly html: string; readonly beside: Beside | undefined }

/** What all releases of a build are made with. */
interface Press {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly asOf: string
  readonly steps: Steps
  readonly inputs: Desk['inputs']
  readonly isWanted: (place: Place) => boolean
  /** Of all that is handed to every release besides its own record. */
  readonly shared: string
}

type PressOptions = Pick<Press, 'dataset' | 'templates' | 'asOf' | 'steps' | 'isWanted'>

export async function pressWorks(desk: Desk, options: PressOptions): Promise<Outcome<readonly Work[]>> {
  const dataset = withCredits(options.dataset, await ownCredits(options.dataset, desk))
  const { society, organization, person } = dataset
  const around = [society, ...organization.values(), ...person.values()].map(contentIn)
  const shared = contentOf(around, desk.inputs.templatesDigest())
  const press: Press = { ...options, dataset, shared, inputs: desk.inputs }
  const subjects = subjectsOf(dataset)
  if (subjects.length === 0) return { value: [], diagnostics: [] }
  const works = subjects.map(subject => worksOf(subject, press))
  return {
    value: works.flatMap(each => each.value).toSorted((a, b) => compare(a.place.path, b.place.path)),
    diagnostics: [...works.flatMap(each => each.diagnostics), ...aroundThem(press)],
  }
}

const contentIn = ({ kind, id, data }: Entry) => [kind, id, data]

function aroundThem({ dataset, templates, asOf, steps, shared }: Press): readonly Diagnostic[] {
  const check = () => editorialOfShared(dataset, { asOf, shows: coverageOf(templates.fonts) })
  return steps.once('editorial', shared, () => ({ value: null, diagnostics: check() })).diagnostics
}

function worksOf(subject: Subject, press: Press): Outcome<readonly Work[]> {
  const { dataset, templates, asOf, steps, shared } = press
  const until = subject.data.release?.embargo_until
  const key = contentOf(shared, contentIn(subject), until !== undefined && isPast(until, asOf))
  const tell = lazily(() => releasesOf(subject, dataset))
  const told = steps.once('release', key, () => {
    const { value, diagnostics } = tell()
    const editorial = editorialOf(subject, dataset, { asOf, shows: coverageOf(templates.fonts) })
    return { value: value.map(placeOf), diagnostics: [...diagnostics, ...editorial] }
  })
  const languages = told.value.map(place => place.language)
  const pages = told.value.filter(press.isWanted).map(place => {
    const make = lazily(() => pageOf(modelAt(place, tell().value), languages, press))
    const written = steps.once('page', contentOf(key, place.language), () => ({
      value: null,
      diagnostics: make().diagnostics,
    }))
    const work: Work = {
      place,
      key: contentOf(key, place.language, photosOf(subject, press)),
      make: () => ({ pages: [make().value] }),
    }
    return { work, diagnostics: written.diagnostics }
  })
  return {
    value: pages.map(each => each.work),
    diagnostics: [...told.diagnostics, ...pages.flatMap(each => each.diagnostics)],
  }
}

const placeOf = ({ path, language, date, records }: Place): Place => ({ path, language, date, records })

function modelAt({ path }: Place, plans: readonly Planned<ReleaseModel>[]): Planned<ReleaseModel> {
  const plan = plans.find(each => each.path === path)
  if (!plan) throw new Error(`${path} was planned and is not there`)
  return plan
}

/** Digests of the pictures that the pages of a record show. */
function photosOf({ data }: Subject, { dataset, inputs }: Press): readonly (string | undefined)[] {
  const files = [...(data.release?.photos ?? []), dataset.society.data.logo].flatMap(photo => photo?.file ?? [])
  return files.map(file => inputs.media.get(file))
}

function pageOf(plan: Planned<ReleaseModel>, told: readonly string[], { dataset, templates }: Press): Outcome<Page> {
  const html = renderRelease(plan, templates)
  const beside = renderBeside(plan, templates, surroundings(dataset, told))
  const diagnostics = [...html.diagnostics, ...beside.diagnostics]
  return { value: { ...plan, html: html.value, beside: beside.value }, diagnostics }
}

/** The languages of a release, whichever of them are asked for: what a page links to does not depend on a filter. */
function surroundings({ society }: Dataset, told: readonly string[]): Surroundings {
  const { fdrs_code: code, country, time_zone: timeZone, languages } = society.data
  const issuer = (code ?? country).toLowerCase()
  return { issuer, timeZone, languages: languages.filter(language => told.includes(language)) }
}

/** Of the photos that need it: a credit in the record goes before the photo's own. */
async function ownCredits(dataset: Dataset, desk: Desk): Promise<ReadonlyMap<string, string>> {
  const { inputs, memo } = desk
  const credits = new Map<string, string>()
  for (const path of photosWithoutCredit(dataset)) {
    const digest = inputs.media.get(path) ?? ''
    const known = memo.recall('credit', digest)
    // A photo that cannot be read is told where it is needed.
    const bytes = typeof known === 'string' ? undefined : await originalAt(path, desk).catch(ifUnreadable)
    const credit = typeof known === 'string' ? known : bytes && ((await creditIn(bytes)) ?? '')
    if (credit !== undefined) memo.keep('credit', digest, credit)
    if (credit) credits.set(path, credit)
  }
  return credits
}

function ifUnreadable(thrown: unknown): undefined {
  if (!(thrown instanceof UnreadablePhoto)) throw thrown
}
