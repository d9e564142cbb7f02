/**
 * What Markdown makes of a text that its author did not mean: signs that are printed as they were typed, and words that
 * become a list, a heading or a code block. Asked of the very reader that makes the page.
 */
import type { Token } from 'markdown-it'
import { inEnglish, type Said, said } from '../../model/said.ts'
import { markdownTokens } from './markdown.ts'

/** How a field is printed: with all of Markdown, as one line with emphasis and links, or as it stands. */
export type Shown = 'blocks' | 'line' | 'plain'

export interface Remark {
  readonly kind: 'as-typed' | 'unmeant'
  /** As it stands in the text, to be found there. */
  readonly piece: string
  readonly message: Said
  readonly hint: Said
}

export function remarksOn(text: string, shown: Shown): readonly Remark[] {
  if (!suspicious.test(text)) return []
  // What is escaped is meant.
  const tokens = markdownTokens(text.replace(/\\[!-/:-@[-`{-~]/g, escaped))
  const ofWords = tokens.flatMap(token => (token.type === 'inline' ? wordsOf(token) : [])).flatMap(strays)
  if (shown === 'plain') return distinct([...ofWords, ...tokens.flatMap(inPlain), ...entities(text)])
  if (shown === 'line') return distinct([...ofWords, ...joinedBlocks(tokens), ...tokens.flatMap(inLine)])
  return distinct([...ofWords, ...tokens.flatMap((token, index) => unmeant(tokens, index, token))])
}

const escaped = '\ue001'

/** Most texts hold none of these, and are not read twice. */
const suspicious = /[*_~^<>`|[\]#=&]|^\s*[-–—•·▪◦+]|^\s*\d+[.)]\s|^ {4}|\n\s*[-–—•·▪◦+]|\n {4}|\n\s*\d+[.)]\s/

function distinct(remarks: readonly Remark[]): readonly Remark[] {
  const seen = new Set<string>()
  return remarks.filter(({ message }) => !seen.has(inEnglish(message)) && seen.add(inEnglish(message)))
}

/** The words of a paragraph or cell, in runs between what Markdown understood. */
function wordsOf({ children }: Token): readonly string[] {
  const runs = ['']
  for (const child of children ?? []) {
    if (child.type === 'text') runs.push(`${runs.pop() ?? ''}${child.content}`)
    else if (child.type === 'image') runs.push(`![${child.content}](${child.attrGet('src') ?? ''})`)
    else runs.push('')
  }
  return runs
}

interface Sign {
  readonly pattern: RegExp
  readonly message: (piece: string) => Said
  readonly hint: (piece: string) => Said
}

const tags =
  'a|abbr|b|big|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul'

const starsAsTyped = (piece: string): Said =>
  said('Stars or lines for emphasis are printed as they were typed: “{piece}”.', { piece })

/** Of what is left over, the first that fits a place tells it. */
const signs: readonly Sign[] = [
  {
    pattern: /!\[[^[\]\n]*\]\([^()\n]*\)/gu,
    message: piece => said('A picture in a text is printed as it was typed: “{piece}”.', { piece }),
    hint: () => said('Photos go under “photos” of the release.'),
  },
  {
    pattern: /\[\^[^[\]\s]+\]:?/gu,
    message: piece => said('A footnote is printed as it was typed: the page has none: “{piece}”.', { piece }),
    hint: () => said('Say it in the sentence or in brackets, or move it to “notes_to_editors”.'),
  },
  {
    pattern: /\[[^[\]\n]+\](?:\(| \((?=https?:|mailto:|tel:|www\.))(?:[^()\n]|\([^()\n]*\))*\)/gu,
    message: piece => said('A link is printed as it was typed: “{piece}”.', { piece }),
    hint: linkHint,
  },
  {
    pattern: new RegExp(`</?(?:${tags})(?:\\s[^<>\\n]*)?/?>|<!--[^]{0,400}?-->`, 'giu'),
    message: piece => said('HTML is printed as it was typed: “{piece}”.', { piece }),
    hint: piece => htmlHint(piece),
  },
  {
    pattern: /(?<!\p{L})\p{L}*(?:\*\*\*?|___?)[^*_\n]+?(?:\*\*\*?|___?)(?:\p{L}+|(?=\P{L}|$))/gu,
    message: starsAsTyped,
    hint: emphasisHint,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}*])\*[^\s*][^*\n]*\*(?:\p{L}+|(?=\P{L}|$))|(?<![\p{L}\p{N}_@/])_[^\s_][^_\n]*_(?:\p{L}+|(?=\P{L}|$))/gu,
    message: starsAsTyped,
    hint: emphasisHint,
  },
  {
    pattern: /(?<!\p{L})\p{L}*(?<!\*)(?:\*\*|(?<![\p{L}\p{N}_])__)(?![*_])\S*/gu,
    message: starsAsTyped,
    hint: () => said('Emphasis has two stars on each side, and no space inside them: **so**.'),
  },
  {
    pattern: /~~[^~\n]+~~|(?<![=])==[^=\s][^=\n]*==(?!=)|(?<=\p{L})~\p{N}+~|(?<=[\p{L}\p{N}])\^[\p{L}\p{N}]+\^/gu,
    message: piece =>
      said('Signs for struck, marked, raised or lowered letters are printed as they were typed: “{piece}”.', { piece }),
    hint: () => said('The page has none of them: take the signs out; CO₂ and m² have letters of their own.'),
  },
  {
    pattern: /^\[[ xXхХ]\]\s/gu,
    message: piece => said('A box to tick is printed as it was typed: “{piece}”.', { piece }),
    hint: () => said('Take “[ ]” out: the page has no boxes.'),
  },
  {
    pattern: /^(?=[^|]*\|)\|?(?: *:?-{3,}:? *\|)* *(?::?-{3,}:? *)?$/gu,
    message: piece => said('A table is printed as it was typed: “{piece}”.', { piece }),
    hint: () => said('Each row has as many “|” as the head, and each its own line, with an empty line above the head.'),
  },
  {
    pattern: /^#{2,6}[^\s#]\S*/gu,
    message: piece => said('A heading is printed as it was typed: “{piece}”.', { piece }),
    hint: piece => said('Put a space after the signs: {mended}', { mended: piece.replace(/^#+/, '$& ') }),
  },
]

function strays(words: string): readonly Remark[] {
  let rest = words
  return signs.flatMap(({ pattern, message, hint }): readonly Remark[] => {
    const pieces = (rest.match(pattern) ?? []).map(piece => piece.trim())
    if (pieces.length > 0) rest = rest.replace(pattern, ' ')
    return pieces.map(piece => ({
      kind: 'as-typed',
      piece,
      message: message(shortened(piece)),
      hint: hint(piece),
    }))
  })
}

const shortened = (piece: string): string => (piece.length > 60 ? `${piece.slice(0, 59)}…` : piece)

function linkHint(piece: string): Said {
  const [, words = '', target = ''] = /^\[([^\]]*)\] ?\(\s*<?(.*?)>?\s*\)$/s.exec(piece) ?? []
  if (/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(target))
    return said('Write {link}, without a space between.', { link: `[${words}](${target})` })
  if (/^(?:https?:|mailto:|tel:)/i.test(target)) {
    const joined = target.trim().replace(/\s+/g, /^tel:/i.test(target) ? '' : '%20')
    return said('An address has no spaces: {link}.', { link: `[${words}](${joined})` })
  }
  if (/^[^\s@:/]+@[^\s@/]+$/.test(target)) return said('Write {text}.', { text: `[${words}](mailto:${target})` })
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]\S*)?$/u.test(target))
    return said('Write {text}.', { text: `[${words}](https://${target})` })
  return said('A link leads to the web, mail or phone: its address begins with https://, mailto: or tel:.')
}

function htmlHint(tag: string): Said {
  if (/^<br/i.test(tag)) return said('Take it out; an empty line begins a paragraph.')
  if (/^<\/?(?:b|strong)\b/i.test(tag)) return said('Write **words** for emphasis.')
  if (/^<\/?(?:i|em)\b/i.test(tag)) return said('Write *words* for emphasis.')
  if (/^<\/?a\b/i.test(tag)) return said('Write [words](https://…) for a link.')
  return said('Take it out: texts are written in Markdown.')
}

/** A sign or quote inside the stars and a letter outside: the reader takes the stars for letters. */
function emphasisHint(piece: string): Said {
  const [, before = '', open = '', words = '', close = '', after = ''] =
    /^(\p{L}*)(\*+|_+)(.*?)(\*+|_+)(\p{L}*)$/su.exec(piece) ?? []
  const inside = words.trim()
  const mended = [before, `${open}${inside}${close}`, after].filter(part => part !== '').join(' ')
  return said('Stars stand beside the words, with a space outside them: {mended}', { mended })
}

/** Where a field is printed as it stands, what Markdown would understand is stray too. */
function inPlain({ children }: Token): readonly Remark[] {
  const found = (children ?? []).filter(({ type }) => /^(?:strong|em|link)_open$/.test(type))
  return found.map(({ type, markup }): Remark => {
    const isLink = type === 'link_open'
    const piece = isLink ? (markup === 'autolink' ? '<' : '](') : markup
    const message = isLink
      ? said('A link is printed as it was typed: this field has no Markdown.')
      : said('Emphasis is printed as it was typed: this field has no Markdown.')
    return { kind: 'as-typed', piece, message, hint: said('Write the words alone.') }
  })
}

function entities(text: string): readonly Remark[] {
  const [piece] = /&(?:nbsp|amp|lt|gt|quot|laquo|raquo|mdash|ndash|hellip|copy|shy|#\d+|#x[\da-f]+);/i.exec(text) ?? []
  if (piece === undefined) return []
  const message = said('“{piece}” is printed as it was typed.', { piece })
  return [{ kind: 'as-typed', piece, message, hint: said('Write the character itself.') }]
}

const inLine = (token: Token): readonly Remark[] =>
  token.type === 'inline' ? [...joinedLines(token.content), ...nestedEmphasis(token)] : []

const besideLetters = /(?<!\p{L})\p{L}+\*\*[^*\n]+\*\*|\*\*[^*\n]+\*\*\p{L}+/u

/** Stars that do not close where they were meant to pair up with others, and what stands between is emphasised twice. */
function nestedEmphasis({ content, children }: Token): readonly Remark[] {
  let depth = 0
  const depths = (children ?? []).map(({ type }) => {
    depth += type === 'strong_open' ? 1 : type === 'strong_close' ? -1 : 0
    return depth
  })
  if (Math.max(0, ...depths.slice(0, 1000)) < 2) return []
  const piece = besideLetters.exec(content)?.[0] ?? '**'
  const message = said('The page emphasises other words than these stars mean: “{piece}”.', { piece: shortened(piece) })
  return [{ kind: 'unmeant', piece, message, hint: emphasisHint(piece) }]
}

/** A list, a table or a heading in a field that is one line. */
function joinedBlocks(tokens: readonly Token[]): readonly Remark[] {
  const items = tokens.filter(({ type }) => type === 'list_item_open').length
  const table = tokens.some(({ type }) => type === 'table_open')
  if (items < 2 && !table) return []
  const first = tokens.find(({ type }) => type === 'inline')?.content ?? ''
  const message = table
    ? said('A table stands in a field that is printed as one line.')
    : said('A list stands in a field that is printed as one line.')
  return [
    { kind: 'unmeant', piece: first, message, hint: said('Move it to a field of several paragraphs, such as “body”.') },
  ]
}

function unmeant(tokens: readonly Token[], index: number, token: Token): readonly Remark[] {
  const { type, content, markup } = token
  if (type === 'code_block') {
    const [piece = ''] = content.trim().split('\n')
    const message = said('Four spaces at the start of a line make it a block of code: “{piece}”.', {
      piece: shortened(piece),
    })
    return [{ kind: 'unmeant', piece, message, hint: said('Begin the line as far left as the other paragraphs.') }]
  }
  if (type === 'heading_open' && (markup === '-' || markup === '=')) {
    const piece = tokens[index + 1]?.content.split('\n').at(-1) ?? ''
    const message = said('The signs below this line make it a heading: “{piece}”.', { piece: shortened(piece) })
    return [{ kind: 'unmeant', piece, message, hint: said('Leave an empty line between, or take the signs out.') }]
  }
  if (type !== 'inline') return []
  return [...speechAsList(tokens, index, content), ...inLine(token)]
}

/** `- Да, — сказал он.`: a hyphen where direct speech has a dash. */
function speechAsList(tokens: readonly Token[], index: number, content: string): readonly Remark[] {
  const isItem = tokens[index - 2]?.type === 'list_item_open' && tokens[index - 2]?.markup === '-'
  if (!isItem || !/[,!?…]["»”]? [-–—] \p{Ll}/u.test(content)) return []
  const [piece = ''] = content.split('\n')
  const message = said('Direct speech that begins with a hyphen becomes a list: “{piece}”.', {
    piece: shortened(piece),
  })
  return [
    { kind: 'unmeant', piece, message, hint: said('Begin it with a dash: — {piece}', { piece: shortened(piece) }) },
  ]
}

const opening = /^[–—•·▪◦‣⁃]\s*\S/

/** Lines of one paragraph are joined, though each begins as a line of its own does. */
function joinedLines(content: string): readonly Remark[] {
  const lines = content.split('\n')
  const found = lines.findIndex((line, at) => at > 0 && opening.test(line) && isRow(lines, at))
  const piece = lines[found]
  if (piece === undefined) return []
  const isSpeech = /^[–—]/.test(piece)
  const message = said('The lines of this paragraph are joined: “{piece}” begins no line of its own.', {
    piece: shortened(piece),
  })
  const hint = isSpeech
    ? said('Leave an empty line above each line of direct speech; entries of a list begin with “- ”.')
    : said('Begin each entry of a list with “- ”.')
  return [{ kind: 'unmeant', piece, message, hint }]
}

/** A dash at the start of one line may be prose that was wrapped there. */
const isRow = (lines: readonly string[], at: number): boolean =>
  /^[^–—]/.test(lines[at] ?? '') ||
  [at - 1, at + 1].some(each => opening.test(lines[each] ?? '')) ||
  /[:.!?…]$/.test(lines[at - 1] ?? '')
