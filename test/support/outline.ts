/** A page as it is read: an element a line, deeper ones further in, with its words; what only draws is left out. */

const blocks =
  /^(?:body|header|nav|main|article|section|footer|div|figure|figcaption|blockquote|address|ul|ol|li|p|h[1-6]|table|thead|tbody|tr|td|th|pre|svg|text|title)$/

/** `--footer:"Sample\3a  …"` as it is printed. */
export function marginTexts(html: string): string {
  const boxes = [...html.matchAll(/--(running|footer|mark):"([^"]*)"/g)]
  return boxes.map(([, name, text = '']) => `${name}: ${unescaped(text)}\n`).join('')
}

const unescaped = (css: string): string =>
  css.replace(/\\([0-9a-f]+) /g, (_, sign: string) => String.fromCodePoint(Number.parseInt(sign, 16)))

export function outline(html: string): string {
  const shown = html.replace(/<(style|script)\b.*?<\/\1>|<meta http-equiv[^>]*>/gs, '').replace(/\u00ad/g, '')
  const lines: string[] = []
  let depth = 0
  for (const [token] of shown.matchAll(/<[^>]+>|[^<]+/g)) {
    const [, closing, name = ''] = /^<(\/?)(\w+)/.exec(token) ?? []
    if (closing && blocks.test(name)) depth -= 1
    else if (blocks.test(name)) lines.push(`${'  '.repeat(depth++)}${named(token, name)}`)
    else if (name === 'meta' || name === 'link' || name === 'img') lines.push(`${'  '.repeat(depth)}${said(token)}`)
    else if (name === '' && lines.length > 0) lines.push(`${lines.pop()}${token}`)
    else if (name === 'a' && !closing) lines.push(`${lines.pop()}<${attribute(token, 'href')}>`)
  }
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`
}

/** `section.row: ` */
function named(tag: string, name: string): string {
  const classes = attribute(tag, 'class').split(' ').filter(Boolean)
  return `${[name, ...classes].join('.')}: `
}

const said = (tag: string): string => tag.replace(/^<|>$/g, '')
const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
