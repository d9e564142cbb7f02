/** Letters of a printed page that no font has, wherever they come from: a record, the wording, a date of the language itself. */
import { allIn, type Dataset } from '../model/dataset.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Content } from '../model/render-job.ts'
import { spanOfFile } from '../model/source.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Language } from '../model/text.ts'
import { checkScripts } from '../press/editorial-glyphs.ts'
import { asShown, type Shown, writtenFields } from '../press/editorial-texts.ts'
import { coverageOf } from '../render/words/font-coverage.ts'

interface Printing {
  readonly dataset: Dataset
  readonly templates: TemplateSet
}

export function scriptsLackingIn(
  contents: Iterable<Content>,
  language: Language,
  { dataset, templates }: Printing,
): readonly Diagnostic[] {
  const printed = [...contents].flatMap(content => ('attachments' in content ? [content.html] : []))
  const shows = coverageOf(templates.fonts)
  const missing = new Set(printed.flatMap(html => html.match(letters) ?? []).filter(each => !shows(each)))
  if (missing.size === 0) return []
  const [mainLanguage = ''] = dataset.society.data.languages
  const records = allIn(dataset)
    .flatMap(entry => writtenFields(entry, mainLanguage).flat())
    .filter(written => written.language === language)
  return checkScripts([...records.map(asShown), ...wordsOf(language, templates, missing)], each => !missing.has(each))
}

const letters = /[[\p{L}\p{N}]--[\p{ASCII}]]/gv

/** At last what nobody wrote: names of months and digits. */
function wordsOf(language: Language, { wording }: TemplateSet, missing: ReadonlySet<string>): readonly Shown[] {
  const words = wording.get(language)
  if (!words) return []
  const phrases = [...words.phrases.values()].map(({ text, span }): Shown => ({ text, placeOf: () => span }))
  return [...phrases, { text: [...missing].join(''), placeOf: () => spanOfFile(words.file) }]
}
