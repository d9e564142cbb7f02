/** JSON Schemas of the records, written where an editor finds them, with what the workspace has to choose from. */
import { editorSchemas } from '../load/editor/editor-schemas.ts'
import type { Nameable, Vocabulary } from '../load/editor/vocabulary.ts'
import { isTarget } from '../load/link/declared.ts'
import type { Loaded } from '../load/load.ts'
import { jsonSchemas } from '../load/schemas.ts'
import { allIn, type Dataset } from '../model/dataset.ts'
import type { TemplateSet } from '../model/templates.ts'
import { isText, textIn } from '../model/text.ts'
import { contentOf } from './digest.ts'
import { loadedFrom } from './loaded.ts'
import type { MemoFolder } from './memo/memo-folder.ts'
import type { OutputFolder, Workspace } from './workspace.ts'

/** @returns the names of the files written; without a workspace that can be read, nothing is offered that it has. */
export async function writeSchemas(folder: OutputFolder, workspace: Workspace): Promise<readonly string[]> {
  const read = await workspace.read().catch(() => undefined)
  const loaded = read && loadedFrom(read)
  const vocabulary = loaded && vocabularyOf(loaded.records, loaded.templates.value)
  const schemas = vocabulary ? editorSchemas(vocabulary) : jsonSchemas()
  for (const [name, schema] of schemas) await folder.write(name, new TextEncoder().encode(textOf(schema)))
  return [...schemas.keys()]
}

/** Kept beside the memo, fresh from what was just read: for editors, and of no weight for what is built. */
export function keepSchemas(memo: MemoFolder | undefined, loaded: Loaded, templates: TemplateSet): void {
  const vocabulary = vocabularyOf(loaded, templates)
  if (!vocabulary) return
  const files = (): ReadonlyMap<string, string> =>
    new Map([...editorSchemas(vocabulary)].map(([name, schema]) => [name, textOf(schema)]))
  memo?.keepBeside?.('schemas', contentOf(vocabulary, [...vocabulary.phrases]), files)
}

const textOf = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`

function vocabularyOf({ value, leftOut }: Loaded, templates: TemplateSet): Vocabulary | undefined {
  if (!value) return undefined
  const { languages } = value.society.data
  const phrases = new Map([...(templates.wording.get('en')?.phrases ?? [])].map(([key, { text }]) => [key, text]))
  // A record with a mistake is there all the same: whoever names it makes none.
  const unfinished = leftOut.flatMap(({ kind, id }) => (isTarget(kind) && id !== '' ? [{ kind, id, name: '' }] : []))
  return { languages, worded: [...templates.wording.keys()], records: [...nameable(value), ...unfinished], phrases }
}

function nameable(dataset: Dataset): readonly Nameable[] {
  const [main = ''] = dataset.society.data.languages
  return allIn(dataset)
    .filter(({ kind }) => isTarget(kind))
    .map(({ kind, id, data }) => {
      const fields: { readonly [name: string]: unknown } = data
      const written = fields['name'] ?? fields['title']
      const name = isText(written) ? (textIn(written, main, main) ?? '') : ''
      const type = fields['type']
      const isPlace = kind === 'place' && typeof type === 'string'
      return { kind, id, name, ...(isPlace && { type }) }
    })
}
