/**
 * The files of a new workspace: what `templates/workspace/` holds, with what is known of the society put in.
 *
 *     YYYY, PARTNER, REGION …  ->  their values; a line whose value is not known goes
 *     languages                ->  those of the society (localized-record.ts)
 *     data/places/REGION.yaml  ->  one for each region of the country
 */
import { formsOf } from '../../language/declension/society-names.ts'
import type { Kind } from '../../model/record/kinds.ts'
import type { Language } from '../../model/text.ts'
import { withValues } from '../changed-text.ts'
import { editorSettings, modelineFor } from '../editor-settings.ts'
import type { Society } from './answers.ts'
import { localizedRecord, remarksIn } from './localized-record.ts'
import { type Partner, partnerNamed } from './partners.ts'
import { regionsOf } from './regions.ts'

export interface Handed {
  /** By path below templates/workspace/. */
  readonly files: ReadonlyMap<string, string>
  /** Words of releases and reports that came with Khabar, by language. */
  readonly wording: ReadonlyMap<Language, string>
  readonly version: string
  /** In which the examples lie. */
  readonly year: number
}

interface Making extends Handed {
  readonly society: Society
  readonly guide: Language
  readonly partners: readonly Partner[]
}

/** @returns texts by path from the root of the workspace */
export function workspaceFiles(society: Society, handed: Handed): ReadonlyMap<string, string> {
  const guides = [...handed.files.keys()].flatMap(path => /^guide\/(.*)\.md$/.exec(path)?.[1] ?? [])
  const guide = society.languages.find(language => guides.includes(language)) ?? 'en'
  const known = new Map(
    [...handed.files].flatMap(([path, text]) =>
      folderIn(path) === 'organizations' ? [[stemOf(path), text] as const] : [],
    ),
  )
  const partners = society.partners.map(said => partnerNamed(said, known, society.languages))
  const making: Making = { ...handed, society, guide, partners }
  return new Map([...recordsOf(making), ...besides(making)])
}

function besides({ files, guide, version, society, wording }: Making): readonly (readonly [string, string])[] {
  const put = (text: string): string => text.replaceAll('VERSION', version)
  const textOf = (path: string): string => put(files.get(path) ?? '')
  const unworded = society.languages.filter(language => !wording.has(language))
  return [
    ['data/README.md', textOf(`guide/${guide}.md`)],
    ['.gitignore', textOf('gitignore')],
    ['.vscode/settings.json', editorSettings()],
    ['.github/workflows/khabar.yml', textOf('ci/github.yml')],
    ['.gitlab-ci.yml', textOf('ci/gitlab.yml')],
    ...unworded.flatMap((language): readonly (readonly [string, string])[] => [
      [`templates/wording/${language}.yaml`, `${remarksIn(guide, textOf('wording.yaml'))}${wording.get('en') ?? ''}`],
      [`templates/languages/${language}.yaml`, remarksIn(guide, textOf('language.yaml'))],
    ]),
  ]
}

const folders: { readonly [folder: string]: Kind } = {
  areas: 'area',
  organizations: 'organization',
  places: 'place',
  meetings: 'meeting',
  activities: 'activity',
  agreements: 'agreement',
}
const folderIn = (path: string): string => (path.startsWith('data/') ? (path.split('/')[1] ?? '') : '')
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')

function recordsOf(making: Making): readonly (readonly [string, string])[] {
  return [...making.files]
    .flatMap(([path, text]): readonly (readonly [string, string])[] => {
      if (path === 'data/society.yaml') return [societyOf(making, text)]
      const kind = folders[folderIn(path)]
      if (kind === undefined || kind === 'organization') return []
      return kind === 'place' ? placesOf(making, text) : [recordOf(making, kind, [path, text])]
    })
    .concat(making.partners.map(partner => partnerOf(making, partner)))
}

function recordOf(making: Making, kind: Kind, [path, text]: readonly [string, string]): readonly [string, string] {
  const place = withTokens(path, making)
  const worded = localizedRecord(kind, withTokens(text, making), {
    languages: making.society.languages,
    guide: making.guide,
  })
  return [place, `${modelineFor(kind, place)}${worded}`]
}

/** What is not known has no line. */
function withTokens(text: string, { society, partners, year }: Making): string {
  const tokens: readonly (readonly [string, string | undefined])[] = [
    ['YYYY', String(year)],
    ['PARTNER', partners[0]?.id],
    ['REGION', society.region?.toLowerCase()],
    ['CURRENCY', society.currency],
    ['COUNTRY', society.country],
    ['TIMEZONE', society.timeZone],
  ]
  return tokens.reduce((all, [token, value]) => {
    if (value !== undefined) return all.replaceAll(token, value)
    return all.replace(new RegExp(`^.*${token}.*\n`, 'gm'), '')
  }, text)
}

function societyOf(making: Making, text: string): readonly [string, string] {
  const { society } = making
  const path = 'data/society.yaml'
  const forms = formsOf(society.name)
  const hasForms = Object.keys(forms).length > 0
  const values = new Map<string, unknown>([
    ['/name', society.name],
    ['/languages', society.languages],
    ['/seat/city', society.seat],
  ])
  const hasShortName = Object.keys(society.shortName).length > 0
  if (hasShortName) values.set('/short_name', society.shortName)
  if (hasForms) values.set('/forms', forms)
  const needless = [...(hasShortName ? [] : ['short_name']), ...(hasForms ? [] : ['forms'])]
  const whole = needless.reduce(withoutRemarked, withTokens(text, making))
  const [, worded] = recordOf(making, 'society', [path, whole])
  return [path, withValues({ path, text: worded }, values)]
}

/** A field of a template with the remarks above it. */
const withoutRemarked = (text: string, name: string): string =>
  text.replace(new RegExp(`(?:^#.*\n)*^${name}:\n\n?`, 'm'), '')

function placesOf(making: Making, text: string): readonly (readonly [string, string])[] {
  const { society } = making
  return regionsOf(society.country).map(({ code, name }) => {
    const [path, worded] = recordOf(making, 'place', [`data/places/${code.toLowerCase()}.yaml`, text])
    const names = Object.fromEntries(society.languages.map(language => [language, name]))
    return [
      path,
      withValues(
        { path, text: worded },
        new Map<string, unknown>([
          ['/name', names],
          ['/iso_code', code],
        ]),
      ),
    ]
  })
}

function partnerOf(making: Making, { id, text, isKnown }: Partner): readonly [string, string] {
  const path = `data/organizations/${id}.yaml`
  return isKnown
    ? recordOf(making, 'organization', [path, text])
    : [path, `${modelineFor('organization', path)}${text}`]
}
