/** What stands in the packed command in the place of src/load/compiled-ahead.ts: the validators that Ajv makes of our schemas. */
import { fileURLToPath } from 'node:url'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { Plugin } from 'rolldown'
import { namedSchemas } from '../src/load/schemas.ts'
import { ajvWith } from '../src/load/validate.ts'

const place = fileURLToPath(new URL('../src/load/compiled-ahead.ts', import.meta.url))

export const validatorsAhead: Plugin = {
  name: 'validators compiled ahead',
  load: id => (id === place ? { code: validators(), moduleType: 'js' } : undefined),
}

/** They say yes or no: what is wrong, and in which words, is asked of others. */
function validators(): string {
  const { ajv, inParts } = ajvWith({ messages: false, code: { source: true, esm: true } })
  for (const [name, schema] of namedSchemas) ajv.addSchema(inParts(schema), name)
  const names = [...namedSchemas.keys()]
  const code = standaloneCode.default(ajv, Object.fromEntries(names.map(name => [name, name])))
  return `${code}\nexport const compiledAhead = { ${names.join(', ')} }\n`
}
