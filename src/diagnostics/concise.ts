/** For grep and for editors: `path:line:column severity code message`, one line a mistake. */

import type { Diagnostic } from '../model/diagnostic.ts'
import { inEnglish, type Tell } from '../model/said.ts'
import { located } from './located.ts'
import { onOneLine } from './printable.ts'

export function printConcise(diagnostics: readonly Diagnostic[], tell: Tell = inEnglish): string {
  return located(diagnostics)
    .map(({ diagnostic, passage }) => {
      const { severity, code, message } = diagnostic
      const where = passage ? `${onOneLine(passage.file.path)}:${passage.start.line}:${passage.start.column} ` : ''
      return `${where}${severity} ${code} ${onOneLine(tell(message))}\n`
    })
    .join('')
}
