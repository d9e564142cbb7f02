/** The least that a check must do: parse every record with `yaml`, hold it against its schema with Ajv. A process of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { parse } from 'yaml'
import { factsOf, kindNames } from '../src/model/record/kinds.ts'

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
ajvFormats.default(ajv, ['date', 'date-time', 'email', 'uri'])
const root = process.argv[2] ?? '.'
let valid = 0
for (const kind of kindNames) {
  const { folder, schema } = factsOf(kind)
  const isValid = ajv.compile(schema)
  for (const path of folder === undefined ? [`${kind}.yaml`] : filesIn(folder)) {
    if (isValid(parse(readFileSync(join(root, path), 'utf8')))) valid += 1
  }
}
console.log(valid)

function filesIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return entries.filter(path => path.endsWith('.yaml')).map(path => join(folder, path))
}
