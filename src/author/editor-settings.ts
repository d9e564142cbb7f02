/** How an editor finds the schema of a file: by its folder, in the settings of the workspace; by its first line elsewhere. */
import { factsOf, type Kind, kindNames } from '../model/record/kinds.ts'

/** Below the workspace; written anew at each build, and kept out of git. */
export const schemaFolder = '.khabar/schemas'

/** @param path of the record, from the root of the workspace */
export function modelineFor(kind: Kind, path: string): string {
  const up = '../'.repeat(path.split('/').length - 1)
  return `# yaml-language-server: $schema=${up}${schemaFolder}/${kind}.schema.json\n`
}

/** `.vscode/settings.json` of a workspace: paths from its root, so that they hold on every machine. */
export function editorSettings(): string {
  const ofKinds = kindNames.map((kind): readonly [string, string] => [`${kind}.schema.json`, filesOf(kind)])
  const ofTemplates: readonly (readonly [string, string])[] = [
    ['wording.schema.json', 'templates/wording/*.yaml'],
    ['report-layout.schema.json', 'templates/report/*.yaml'],
    ['language.schema.json', 'templates/languages/*.yaml'],
  ]
  const schemas = Object.fromEntries(
    [...ofKinds, ...ofTemplates].map(([name, files]) => [`./${schemaFolder}/${name}`, files]),
  )
  const settings = {
    'yaml.schemas': schemas,
    'yaml.schemaStore.enable': false,
    'yaml.format.enable': false,
    'files.encoding': 'utf8',
    '[yaml]': {
      'editor.insertSpaces': true,
      'editor.tabSize': 2,
      'editor.quickSuggestions': { other: true, comments: false, strings: true },
    },
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}

function filesOf(kind: Kind): string {
  const { folder, byYear } = factsOf(kind)
  if (folder === undefined) return `data/${kind}.yaml`
  return byYear ? `data/${folder}/*/*.yaml` : `data/${folder}/*.yaml`
}
