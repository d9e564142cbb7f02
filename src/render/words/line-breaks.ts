/**
 * Where the lines of a printed page may break, put into its HTML: words of running text by a hyphenator, and nowhere a
 * word with a hyphen of its own.
 */

/** @param hyphenate plain text -> the same with soft hyphens */
export function withLineBreaks(html: string, hyphenate: (text: string) => string): string {
  const start = html.indexOf('<body')
  const open: string[] = []
  const body = html.slice(start).replace(/<[^>]*>|[^<]+/g, piece => {
    if (!piece.startsWith('<')) return settle(piece, open, hyphenate)
    follow(piece, open)
    return piece
  })
  return html.slice(0, start) + body
}

/** Text of its own kind, for machines or for the eye: never broken. */
const verbatim = ['code', 'pre', 'a']
const running = ['p', 'li', 'td', 'figcaption']
const standing = ['header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'th', 'time']
/** Captions and headings stand in the margin. */
const inMargin = ['figcaption', 'h2']
/** A paragraph that stands in them with nothing between is a line of the head: the terms, the subheadline. */
const heads = ['body', 'main']

function settle(text: string, open: readonly string[], hyphenate: (text: string) => string): string {
  if (open.some(element => verbatim.includes(element))) return text
  const first = open.findIndex(element => running.includes(element))
  const isRunning =
    first > 0 && !heads.includes(open[first - 1] ?? '') && !open.some(element => standing.includes(element))
  const most = open.some(element => inMargin.includes(element)) ? onLine.margin : onLine.text
  return text
    .split(/(&[^;\s]*;)/)
    .map((piece, index) => (index % 2 === 1 ? piece : tie(isRunning ? hyphenate(piece) : piece, most)))
    .join('')
}

/**
 * A word with a hyphen of its own stays on its line: 2022-yil, из-за, йилдан-йилга. Broken there, it would be one word
 * without a hyphen to whoever searches or copies. One that is longer than a line in the margin may be broken all the same.
 */
const tied = /(?<![\p{L}\p{N}\u00ad-])[\p{L}\p{N}–]{1,16}(?:-[\p{L}\p{N}]{1,16}){1,2}(?![\p{L}\p{N}\u00ad-])/gu

const tie = (text: string, most: number) =>
  text.replace(tied, found => (found.length > most ? found : `<span style="white-space:nowrap">${found}</span>`))

/** Letters that surely fit on a line: of the largest headline, and of the margin, which is 31 mm wide. */
const onLine = { text: 26, margin: 16 }

/** Elements that need no end tag in our pages have none that is open. */
const empty = ['br', 'hr', 'img', 'meta', 'wbr']

function follow(tag: string, open: string[]): void {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? []
  if (slash === '/') open.splice(open.includes(name) ? open.lastIndexOf(name) : open.length)
  else if (name !== '' && !empty.includes(name)) open.push(name)
}
