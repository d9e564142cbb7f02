/** A workspace as it would be, were some of its texts others: nothing of it is on the disk. */
import { type Diagnostic, inOrder } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source.ts'
import { contentOf, sha256 } from '../digest.ts'
import { type Inputs, isTemplate } from '../workspace.ts'

/** @param texts by path; each of a file that was read, or could not be for its encoding */
export function withOtherTexts(inputs: Inputs, texts: ReadonlyMap<string, string>): Inputs {
  if (texts.size === 0) return inputs
  const others = new Map([...texts].map(([path, text]) => [path, { path, text, digest: sha256(text) }]))
  const put = (file: SourceFile): SourceFile => others.get(file.path) ?? file
  const stillTold = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    inOrder(diagnostics.filter(({ span }) => !others.has(span?.file.path ?? '')))
  const templates = [...texts].filter(([path]) => isTemplate(path))
  return {
    ...inputs,
    digest: contentOf(inputs.digest, [...texts]),
    templatesDigest: () =>
      templates.length > 0 ? contentOf(inputs.templatesDigest(), templates) : inputs.templatesDigest(),
    textAt: path => others.get(path) ?? inputs.textAt(path),
    sources: () => {
      const sources = inputs.sources()
      return { ...sources, files: sources.files.map(put), diagnostics: stillTold(sources.diagnostics) }
    },
    templates: () => {
      const files = inputs.templates()
      return { ...files, texts: files.texts.map(put), diagnostics: stillTold(files.diagnostics) }
    },
  }
}
