/** What only the packed command has. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namedSchemas } from '../../src/load/schemas.ts'
import { bundled } from '../support/program.ts'

test('each schema compiled ahead', () => {
  const cli = join(bundled, 'cli')
  const chunks = readdirSync(cli).filter(name => name.endsWith('.js'))
  const text = chunks.map(name => readFileSync(join(cli, name), 'utf8')).join('\n')
  const [, ahead = ''] = /\bconst compiledAhead = \{([^}]*)\}/.exec(text) ?? []
  expect(ahead.split(',').map(each => each.trim().split(':')[0])).toEqual([...namedSchemas.keys()])
})
