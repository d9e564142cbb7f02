/** Slips that need no trial: YAML reads the line, but as a text or as a name that nobody means. */
import { type Diagnostic, errorAt, mendedBy } from '../../model/diagnostic.ts'
import type { Edit, SourceFile } from '../../model/source.ts'
import { wrongColons } from './colons.ts'
import { gluedField } from './dashes.ts'
import { editsOf } from './fix.ts'
import { linesOf } from './lines.ts'
import { spaces } from './spaces.ts'

/** Of a text that stands on a line of its own below its field. */
export function slipAt(file: SourceFile, offset: number): readonly Diagnostic[] {
  const start = file.text.lastIndexOf('\n', offset - 1) + 1
  if (!/^[\s-]*$/.test(file.text.slice(start, offset))) return []
  const end = file.text.indexOf('\n', offset)
  const lines = linesOf(file.text.slice(start, end < 0 ? undefined : end))
  const [slip] = [spaces, wrongColons, gluedField].flatMap(find => find(lines, 0))
  if (!slip) return []
  const span = { file, start: start + slip.at[0], end: start + slip.at[1] }
  const fix = slip.isGuess
    ? undefined
    : editsOf(lines.map(({ text }) => text).join('\n'), slip).map(edit => moved(edit, start))
  return [mendedBy(errorAt(slip.code, span, slip.message, ...slip.hints), fix)]
}

const moved = (edit: Edit, by: number): Edit => ({ ...edit, start: edit.start + by, end: edit.end + by })
