/** khabar check --explain CODE: what a code means, an example of the mistake, and how it is mended. */
import { type Code, codes } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { explanationOf } from '../../pipeline/messages.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export function explainCode({ terminal }: Setting, code: Code): number {
  const { tell } = terminal
  const { example, mend } = explanationOf(packagedTemplates, code)
  const indented = example.replace(/^/gm, '  ')
  terminal.result(
    [
      `${code}: ${tell({ sentence: codes[code] })}`,
      `${tell(said('For example:'))}\n${indented}`,
      tell(said('To mend it: {mend}', { mend: { sentence: mend } })),
    ].join('\n\n'),
  )
  return 0
}
