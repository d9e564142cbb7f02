/** What was read of a workspace, as every command understands it: its records by the languages and the words of its templates. */
import { type Loaded, load } from '../load/load.ts'
import { loadTemplates } from '../load/templates.ts'
import type { Outcome } from '../model/diagnostic.ts'
import { packsIn } from '../model/language-pack.ts'
import type { Memo } from '../model/memo.ts'
import type { SourceFile } from '../model/source.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Inputs, Sources, TemplateFiles } from './workspace.ts'

export interface LoadedWorkspace {
  readonly sources: Sources
  readonly files: TemplateFiles
  readonly templates: Outcome<TemplateSet>
  /** The same before the society's country chose among its words: what another society of these templates begins with. */
  readonly ofAnyCountry: Outcome<TemplateSet>
  readonly records: Loaded
  /** As they would be, were these the files below data/. */
  readonly recordsIn: (files: readonly SourceFile[]) => Loaded
}

/** @param known what was loaded of the very same templates, `ofAnyCountry` */
export function loadedFrom(inputs: Inputs, memo?: Memo, known?: Outcome<TemplateSet>): LoadedWorkspace {
  const sources = inputs.sources()
  const files = inputs.templates()
  const templates = known ?? loadTemplates(files.texts, files.fonts, files.shipped)
  const recordsIn = (texts: readonly SourceFile[]): Loaded => {
    const read = load(texts, sources.media, { ...(memo && { memo }), ...templates.value })
    const { value } = read
    return value ? { ...read, value: { ...value, packs: packsIn(value.society.data.country, value.packs) } } : read
  }
  const records = recordsIn(sources.files)
  const packs = records.value?.packs ?? templates.value.packs
  return {
    sources,
    files,
    templates: { ...templates, value: { ...templates.value, packs } },
    ofAnyCountry: templates,
    records,
    recordsIn,
  }
}
