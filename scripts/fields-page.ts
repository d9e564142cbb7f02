/** Writes docs/guide/<language>/fields.md from the schemas of records: `node scripts/fields-page.ts`. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { factsOf, type Kind, kindNames } from '../src/model/record/kinds.ts'
import { allBlocks } from './fields-page/blocks.ts'
import { type Known, placesIn } from './fields-page/examples.ts'
import { fieldsPage, type Page } from './fields-page/page.ts'
import type { PageLanguage } from './fields-page/words.ts'

const repository = join(import.meta.dirname, '..')

/** Examples come from the first of these workspaces that has a fitting one; the second fills every field. */
export const exampleWorkspaces = ['', 'test/cases/every-field/'] as const

export const pageLanguages: readonly PageLanguage[] = ['en', 'ru']
export const pagePath = (language: PageLanguage): string => join(repository, `docs/guide/${language}/fields.md`)

export const blocks = allBlocks()
/** Nobody who lives is an example, and only a name of an organization has an article. */
const from: { readonly [block: string]: RegExp } = {
  person: /^test/,
  'meeting.participants[]': /^test/,
  'release.quotes[]': /^test/,
  'forms definite': /^test.*organizations/,
}
const places = new Map(
  [...placesIn(exampleWorkspaces.flatMap(recordsIn), blocks)].map(([key, all]) => {
    const only = from[key] ?? from[key.split(' ')[0] ?? '']
    return [key, only ? all.filter(({ file }) => only.test(file.path)) : all]
  }),
)

export const pageIn = (language: PageLanguage): Page => fieldsPage({ blocks, places, language })

function recordsIn(workspace: string): readonly Known[] {
  return globSync(`${workspace}data/**/*.yaml`, { cwd: repository })
    .toSorted()
    .flatMap(path => {
      const kind = kindAt(path.slice(workspace.length))
      return kind === undefined ? [] : [{ kind, file: { path, text: readFileSync(join(repository, path), 'utf8') } }]
    })
}

function kindAt(path: string): Kind | undefined {
  const [, folder = ''] = path.split(/[/\\]/)
  return kindNames.find(kind => factsOf(kind).folder === folder || `${kind}.yaml` === folder)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const language of pageLanguages) writeFileSync(pagePath(language), pageIn(language).text)
