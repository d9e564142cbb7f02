/** The templates of the repository, loaded as a build loads them; texts can be changed on the way. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTemplates } from '../../src/load/templates.ts'
import type { SourceFile } from '../../src/model/source.ts'
import type { TemplateSet } from '../../src/model/templates.ts'
import { inWords } from './in-words.ts'

const root = join(import.meta.dirname, '../../templates')

/** As they are: read once for all that ask, for nobody changes them. */
let unchanged: TemplateSet | undefined

export function packagedTemplates(change?: (file: SourceFile) => SourceFile): TemplateSet {
  if (change) return loaded(change)
  unchanged ??= loaded(file => file)
  return unchanged
}

function loaded(change: (file: SourceFile) => SourceFile): TemplateSet {
  const paths = ['wording', 'languages', 'report'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name => `${folder}/${name}`),
  )
  const files = paths.map(path => ({ path: `templates/${path}`, text: readFileSync(join(root, path), 'utf8') }))
  const { value, diagnostics } = loadTemplates(files.map(change), new Map())
  if (diagnostics.length > 0)
    throw new Error(
      inWords(diagnostics)
        .map(each => each.message)
        .join('\n'),
    )
  return value
}
