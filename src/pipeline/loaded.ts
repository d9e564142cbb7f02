/** What was read of a workspace, as every command understands it: its records by the languages and the words of its templates. */
import { type Loaded, load } from '../load/load.ts'
import type { Outcome } from '../model/diagnostic.ts'
import type { Memo } from '../model/memo.ts'
import type { SourceFile } from '../model/source.ts'
import type { TemplateSet } from '../model/templates.ts'
import { templatesOf } from './templates-of.ts'
import type { Inputs, Sources, TemplateFiles } from './workspace.ts'

export interface LoadedWorkspace {
  readonly sources: Sources
  readonly files: TemplateFiles
  /** As the society's country writes. */
  readonly templates: Outcome<TemplateSet>
  readonly records: Loaded
  /** As they would be, were these the files below data/. */
  readonly recordsIn: (files: readonly SourceFile[]) => Loaded
}

export function loadedFrom(inputs: Inputs, memo?: Memo): LoadedWorkspace {
  const sources = inputs.sources()
  const files = inputs.templates()
  const known = templatesOf(inputs, files)
  const templatesIn = ({ value }: Loaded): Outcome<TemplateSet> =>
    value ? known.in(value.society.data.country) : known.ofAnyCountry
  const recordsIn = (texts: readonly SourceFile[]): Loaded => {
    const read = load(texts, sources.media, { ...(memo && { memo }), ...known.ofAnyCountry.value })
    const { value } = read
    return value ? { ...read, value: { ...value, packs: templatesIn(read).value.packs } } : read
  }
  const records = recordsIn(sources.files)
  return { sources, files, templates: templatesIn(records), records, recordsIn }
}
