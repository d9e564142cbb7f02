/** Markdown and typeset text -> plain text, as e-mail and messengers show it. */
import type { Token } from 'markdown-it'
import { markdownTokens } from '../words/markdown.ts'

/** Without what only a printed page needs: spaces that do not break become spaces, soft hyphens go. */
export function plain(text: string): string {
  return text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replaceAll('\u2011', '-')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
}

/** A whole text: no spaces at line ends, one empty line between paragraphs, a line end at the end. */
export function tidyText(text: string): string {
  return `${plain(text)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** Paragraphs are never wrapped; lists begin with a dash or their number; links keep their address. */
export function markdownToText(text: string): string {
  const writing: Writing = { blocks: [], lists: [], marker: '', quotes: 0 }
  for (const token of markdownTokens(text)) write(token, writing)
  return writing.blocks
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** One line: the words without their emphasis. */
export function markdownLineToText(text: string): string {
  return markdownTokens(text)
    .flatMap(token => (token.type === 'inline' ? [inlineText(token)] : []))
    .join(' ')
}

interface Writing {
  readonly blocks: string[]
  /** The lists that we are in, the innermost last; `next` numbers an ordered one. */
  readonly lists: { next?: number }[]
  /** Of the list item that has just begun. */
  marker: string
  quotes: number
  /** Of the table row that we are in. */
  cells?: string[]
}

function write(token: Token, writing: Writing): void {
  const step = steps[token.type]
  if (step) step(writing, token)
  else if (token.type === 'inline' && writing.cells) writing.cells.push(inlineText(token))
  else if (token.type === 'inline') line(writing, inlineText(token))
}

type Step = (writing: Writing, token: Token) => void

const gap: Step = ({ blocks }) => void blocks.push('\n')
const code: Step = (writing, token) => {
  for (const each of token.content.trimEnd().split('\n')) line(writing, each)
  gap(writing, token)
}
const closeList: Step = (writing, token) => {
  writing.lists.pop()
  if (writing.lists.length === 0) gap(writing, token)
}

const steps: { readonly [type: string]: Step } = {
  bullet_list_open: ({ lists }) => void lists.push({}),
  ordered_list_open: ({ lists }, token) => void lists.push({ next: Number(token.attrGet('start') ?? 1) }),
  bullet_list_close: closeList,
  ordered_list_close: closeList,
  list_item_open: writing => {
    const list = writing.lists.at(-1)
    writing.marker = list?.next === undefined ? '– ' : `${list.next}. `
    if (list?.next !== undefined) list.next += 1
  },
  paragraph_close: (writing, token) => {
    if (writing.lists.length === 0) gap(writing, token)
  },
  blockquote_open: writing => {
    writing.quotes += 1
  },
  blockquote_close: writing => {
    writing.quotes -= 1
  },
  tr_open: writing => {
    writing.cells = []
  },
  tr_close: writing => {
    line(writing, writing.cells?.join(' | ') ?? '')
    delete writing.cells
  },
  table_close: gap,
  fence: code,
  code_block: code,
}

function line(writing: Writing, text: string): void {
  const { blocks, lists, quotes } = writing
  const indent = '  '.repeat(Math.max(lists.length - 1, 0))
  const lead = writing.marker || (lists.length > 0 ? '  ' : '')
  writing.marker = ''
  for (const [index, each] of text.split('\n').entries())
    blocks.push(`${'> '.repeat(quotes)}${indent}${index === 0 ? lead : ' '.repeat(lead.length)}${each}\n`)
}

function inlineText(token: Token): string {
  let text = ''
  const links: { readonly address: string; readonly from: number }[] = []
  for (const child of token.children ?? []) {
    if (child.type === 'link_open') links.push({ address: String(child.attrGet('href') ?? ''), from: text.length })
    else if (child.type === 'link_close') text += addressAfter(text, links.pop())
    else if (child.type === 'softbreak') text += ' '
    else if (child.type === 'hardbreak') text += '\n'
    else if (child.type === 'image') text += `![${child.content}](${child.attrGet('src') ?? ''})`
    else text += child.content
  }
  return text
}

/** ` (https://…)`, unless the words of the link are its address. */
function addressAfter(text: string, link: { readonly address: string; readonly from: number } | undefined): string {
  const bare = (address: string) => address.replace(/^(?:mailto:|tel:|https?:\/\/)/, '').replace(/\/$/, '')
  if (!link || bare(text.slice(link.from)) === bare(link.address)) return ''
  return ` (${link.address.replace(/^(?:mailto:|tel:)/, '')})`
}
