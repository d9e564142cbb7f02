/** Between the name of a field and its value stand a colon and a space: one of them is missing, or another sign is there. */
import { said } from '../../model/said.ts'
import { looksQuoted, mayHoldRemark, onlyLetters } from '../quoted.ts'
import type { Line } from './lines.ts'
import { field, isName } from './names.ts'
import { type Finder, type Slip, written } from './slip.ts'

/** Signs that look like a colon: full width, small, ratio, modifiers, Armenian, Hebrew. */
const likeColon = '：﹕︓︰∶ː˸꞉։׃⁚᛬'
const lead = '^(?<lead>\\s*(?:- +)*)(?<name>[A-Za-z_][\\w-]*)'
const forms: readonly RegExp[] = [
  new RegExp(`${lead}\\s*(?<sign>[${likeColon}])\\s*(?<value>.*)$`, 'u'),
  new RegExp(`${lead}\\s*(?<sign>:)(?!//)(?<value>[^\\s:].*)$`, 'u'),
  new RegExp(`${lead}(?<sign>\\s*(?:=>?|;|->|→|[–—])\\s*|\\s+-\\s+)(?<value>\\S.*)$`, 'u'),
  new RegExp(`${lead}(?<sign>\\s+)(?<value>[^\\s:].*)$`, 'u'),
  new RegExp(`${lead}(?<sign>\\s*)(?<value>)$`, 'u'),
]

export const colons: Finder = (lines, index) => colonsLike(forms, lines[index])

/** Where some colon is there, so that nothing else can be meant. */
export const wrongColons: Finder = (lines, index) => colonsLike(forms.slice(0, 2), lines[index])

function colonsLike(those: readonly RegExp[], line: Line | undefined): readonly Slip[] {
  if (!line || line.header !== undefined) return []
  const groups = those.map(form => form.exec(line.text)?.groups).find(found => found && isName(found['name'] ?? ''))
  if (!groups) return []
  const { lead: before = '', name = '', sign = '', value = '' } = groups
  const meant = before + field(name, value)
  const letters = looksQuoted(value) ? [onlyLetters] : []
  return [
    {
      code: 'yaml/syntax',
      ...placeAndWords(line, { before, name, sign }),
      hints: [written(meant), ...letters],
      edit: { start: line.start, end: line.start + line.text.length, put: meant },
      isGuess: mayHoldRemark(value),
    },
  ]
}

function placeAndWords(
  { start, text }: Line,
  { before, name, sign }: { readonly before: string; readonly name: string; readonly sign: string },
): Pick<Slip, 'at' | 'message'> {
  const nameEnd = start + before.length + name.length
  const seen = sign.trim()
  if (seen === '') {
    return { at: [start + before.length, nameEnd], message: said('A colon is missing after “{name}”.', { name }) }
  }
  const signStart = start + text.indexOf(seen, before.length + name.length)
  const at = [signStart, signStart + seen.length] as const
  if (seen === ':') return { at, message: said('A space is missing after this colon.') }
  if (likeColon.includes(seen)) return { at, message: said('“{seen}” looks like a colon and is none.', { seen }) }
  return { at, message: said('“{seen}” stands where a colon belongs after “{name}”.', { seen, name }) }
}
