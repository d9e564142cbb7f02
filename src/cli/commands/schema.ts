/** khabar schema: the JSON Schemas of all kinds of record, for editors. */

import { join, resolve } from 'node:path'
import { said } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { writeSchemas } from '../../pipeline/schemas.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export async function schema({ root, terminal }: Setting, _options: object, words: readonly string[]): Promise<number> {
  const folder = resolve(root, words[0] ?? 'schemas')
  for (const name of await writeSchemas(openOutput(folder), openWorkspace(root, packagedTemplates)))
    terminal.result(join(folder, name))
  terminal.say(said('Name one in the first line of a record: # yaml-language-server: $schema=…'))
  return 0
}
