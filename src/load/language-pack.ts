/** templates/languages/<language>.yaml -> how the language is written, held against its schema. */
import type { Origin } from '../model/dataset.ts'
import type { Outcome } from '../model/diagnostic.ts'
import { type LanguagePack, languagePack } from '../model/language-pack.ts'
import type { SourceFile } from '../model/source.ts'
import { readText } from './parse.ts'
import { validate } from './validate.ts'

/** Of a file with mistakes nothing is taken: they are told. */
export function readPack(file: SourceFile): Outcome<LanguagePack> {
  if (file.isUnread) return { value: {}, diagnostics: [] }
  const parsed = readText(file)
  const origin: Origin = { file, pointer: '', spans: parsed.spans }
  if (parsed.value === undefined || parsed.value === null) return { value: {}, diagnostics: parsed.diagnostics }
  const diagnostics = [...parsed.diagnostics, ...validate(languagePack, parsed.value, { origin })]
  return { value: diagnostics.length === 0 ? parsed.value : {}, diagnostics }
}
