/** What diagnostics know to mend, done in the texts they tell of: as many at once as do not touch each other. */
import { parse } from '../../load/parse.ts'
import { compare, type Diagnostic, hasErrors } from '../../model/diagnostic.ts'
import { type Edit, edited, type SourceFile } from '../../model/source.ts'

export interface MendedText {
  readonly path: string
  readonly text: string
  /** How many mistakes. */
  readonly count: number
}

/** By path. What came with Khabar is nobody's here to mend. */
export function mendedTexts(diagnostics: readonly Diagnostic[]): readonly MendedText[] {
  const mendable = diagnostics.filter(({ fix, span }) => fix && span && !span.file.isShipped && !span.file.isUnread)
  const byFile = Map.groupBy(mendable, ({ span }) => span?.file.path ?? '')
  return [...byFile]
    .toSorted(([one], [other]) => compare(one, other))
    .flatMap(([, told]) => {
      const file = told[0]?.span?.file
      const mended =
        file &&
        mendedText(
          file,
          told.map(({ fix = [] }) => fix),
        )
      return mended ? [mended] : []
    })
}

/** Nothing where the file would then be read worse than before: that is a mend too many, and the hints are still there. */
function mendedText(file: SourceFile, fixes: readonly (readonly Edit[])[]): MendedText | undefined {
  const apart = withoutOverlaps(fixes)
  const text = edited(file.text, apart.flat())
  if (text === file.text || (isReadable(file) && !isReadable({ path: file.path, text }))) return undefined
  return { path: file.path, text, count: apart.length }
}

const isReadable = (file: SourceFile): boolean => !file.path.endsWith('.yaml') || !hasErrors(parse(file).diagnostics)

/** A fix is done whole or, for now, not at all. The same one, told of twice, is done once. */
function withoutOverlaps(fixes: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const taken: Edit[] = []
  return fixes.filter(fix => {
    if (fix.some(one => taken.some(other => one.start <= other.end && other.start <= one.end))) return false
    taken.push(...fix)
    return true
  })
}
