/** Texts as the world sends them: everyday words with pieces of every kind among them, in paragraphs, lists and tables. */
import * as fc from 'fast-check'
import { blocks, inline, type Kinds, words } from './pieces.ts'

/** Kinds that are mostly refused: a letter that no font has is an error, and so is a control character. */
const refused: ReadonlySet<string> = new Set('rtl cjk scripts controls unassigned letters lacking private'.split(' '))

export interface Wildness {
  /** The refused ones too. */
  readonly isWild: boolean
}

/** A kind first, then one of it: a kind with many is no likelier than one with few. */
function oneOf(kinds: Kinds, { isWild }: Wildness): fc.Arbitrary<string> {
  const known = made.get(kinds)?.get(isWild)
  if (known) return known
  const wanted = Object.entries(kinds).filter(([kind]) => isWild || !refused.has(kind))
  const arbitrary = fc.oneof(...wanted.map(([, each]) => fc.constantFrom(...each)))
  made.set(kinds, new Map([...(made.get(kinds) ?? []), [isWild, arbitrary]]))
  return arbitrary
}
const made = new Map<Kinds, ReadonlyMap<boolean, fc.Arbitrary<string>>>()

/** Any character at all, those without a meaning too. */
const anyLetter = fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })

/** How words and pieces follow one another. */
const joints = fc.constantFrom(' ', ' ', ' ', ' ', '', ', ', '\u00a0')

const wordOf = (language: string): fc.Arbitrary<string> => fc.constantFrom(...(words[language] ?? words['en'] ?? []))

interface Size extends Wildness {
  readonly words: number
  /** In a hundred. */
  readonly pieces: number
}

function sentence(language: string, { words: most, pieces, isWild }: Size): fc.Arbitrary<string> {
  const piece = oneOf(inline, { isWild })
  const part = fc.oneof(
    { weight: 100 - pieces, arbitrary: wordOf(language) },
    { weight: pieces, arbitrary: isWild ? fc.oneof({ weight: 12, arbitrary: piece }, anyLetter) : piece },
  )
  const parts = fc.array(fc.tuple(part, joints), { minLength: 1, maxLength: most })
  return parts.map(all => all.map(([word, joint], at) => (at === all.length - 1 ? word : word + joint)).join(''))
}

/** One line: a name, a headline, a role. Most are such as anybody writes, so that what follows them is tried too. */
export const lineIn = (language: string, wildness: Wildness): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 50, arbitrary: sentence(language, { words: 6, pieces: 0, ...wildness }) },
    { weight: 40, arbitrary: sentence(language, { words: 8, pieces: 12, ...wildness }) },
    { weight: 10, arbitrary: fc.tuple(oneOf(inline, wildness), wordOf(language)).map(pair => pair.join(' ')) },
    { weight: 1, arbitrary: oneOf(inline, wildness) },
  )

/** Several paragraphs and blocks of Markdown. */
export const passageIn = (language: string, wildness: Wildness): fc.Arbitrary<string> => {
  const block = fc.oneof(
    { weight: 4, arbitrary: sentence(language, { words: 30, pieces: 6, ...wildness }) },
    { weight: 3, arbitrary: oneOf(blocks, wildness) },
    { weight: 1, arbitrary: sentence(language, { words: 8, pieces: 50, ...wildness }) },
  )
  const gaps = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '  \n')
  return fc
    .array(fc.tuple(block, gaps), { minLength: 1, maxLength: 6 })
    .map(all => all.map(([text, gap], at) => (at === all.length - 1 ? text : text + gap)).join(''))
}

/** A text of either sort. */
export const textIn = (language: string, wildness: Wildness): fc.Arbitrary<string> =>
  fc.oneof(lineIn(language, wildness), passageIn(language, wildness))
