/** The JSON Schemas of the records, written where an editor finds them. */
import { jsonSchemas } from '../load/schemas.ts'
import type { OutputFolder } from './workspace.ts'

/** @returns the names of the files written. */
export async function writeSchemas(folder: OutputFolder): Promise<readonly string[]> {
  const schemas = jsonSchemas()
  for (const [name, schema] of schemas) {
    await folder.write(name, new TextEncoder().encode(`${JSON.stringify(schema, null, 2)}\n`))
  }
  return [...schemas.keys()]
}
