/** The languages that come with Khabar, as a build reads them. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Tongue, tongueOf } from '../../src/language/tongue.ts'
import { readPack } from '../../src/load/language-pack.ts'
import type { LanguagePacks } from '../../src/model/language-pack.ts'
import type { Language } from '../../src/model/text.ts'
import { inWords } from './in-words.ts'

const folder = join(import.meta.dirname, '../../templates/languages')

export const packs: LanguagePacks = new Map(readdirSync(folder).map(name => [name.replace('.yaml', ''), packIn(name)]))

function packIn(name: string) {
  const file = { path: `templates/languages/${name}`, text: readFileSync(join(folder, name), 'utf8') }
  const { value, diagnostics } = readPack(file)
  if (diagnostics.length > 0)
    throw new Error(
      inWords(diagnostics)
        .map(each => `${name}: ${each.message}`)
        .join('\n'),
    )
  return value
}

export const tongue = (language: Language): Tongue => tongueOf(language, packs)
