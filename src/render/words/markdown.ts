/** Markdown in text fields -> HTML that holds nothing but text, lists, tables and links that lead to the web, mail or phone. */
import MarkdownIt, { type Token } from 'markdown-it'

/** @param level of the first heading; the others follow without skipping one. */
export function markdownToHtml(text: string, level: number): string {
  const tokens = withoutEmptyHeadings(reader.parse(text, {}))
  alignHeadings(tokens, level)
  for (const token of tokens) if (token.type === 'th_open') token.attrSet('scope', 'col')
  return reader.renderer.render(tokens, reader.options, {})
}

/** What it is made of, for what is not HTML. */
export const markdownTokens = (text: string): readonly Token[] => reader.parse(text, {})

/** One line: emphasis and links, no blocks. */
export function markdownLineToHtml(text: string): string {
  return reader.renderInline(text)
}

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false })
reader.disable('strikethrough')
reader.validateLink = address => /^(?:https?:\/\/|mailto:|tel:)[^\s]/i.test(address)

const { escapeHtml } = reader.utils
/** Paragraphs are printed with their spaces kept, so that no stray line end may stand in them. */
reader.renderer.rules.softbreak = () => ' '
reader.renderer.rules.hardbreak = () => '<br>'
reader.renderer.rules.fence = (tokens, index) => codeBlock(tokens[index]?.content ?? '')
reader.renderer.rules.code_block = reader.renderer.rules.fence
/** Pictures come from the record's photos alone: the source is shown, so that its author sees it. */
reader.renderer.rules.image = (tokens, index) => {
  const token = tokens[index]
  return escapeHtml(`![${token?.content ?? ''}](${token?.attrGet('src') ?? ''})`)
}
const codeBlock = (code: string) => `<pre><code>${escapeHtml(code.trimEnd()).replaceAll('\n', '&#10;')}</code></pre>\n`

/** A browser leaves a heading without words out of the tags, and with it a level of those that follow. */
function withoutEmptyHeadings(tokens: readonly Token[]): Token[] {
  const isEmpty = (at: number): boolean => tokens[at]?.type === 'heading_open' && !hasWords(tokens[at + 1])
  return tokens.filter((_, at) => !isEmpty(at) && !isEmpty(at - 1) && !isEmpty(at - 2))
}

const hasWords = (heading: Token | undefined): boolean =>
  (heading?.children ?? []).some(({ content }) => /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(content))

/** PDF/UA-1 7.4.2: no level is skipped, whatever the author began with. */
function alignHeadings(tokens: readonly Token[], level: number): void {
  const written: number[] = []
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue
    const own = Number(token.tag.slice(1))
    if (token.type === 'heading_open') {
      while (written.length > 0 && (written.at(-1) ?? 0) >= own) written.pop()
      written.push(own)
    }
    token.tag = `h${Math.min(level + written.length - 1, 6)}`
  }
}
