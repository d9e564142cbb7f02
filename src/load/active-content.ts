/**
 * What a page of ours never has: scripts, frames, forms, and anything fetched from elsewhere. The browser refuses it all
 * (and the web page's policy does); here it is told to whoever wrote it into a template, at its place.
 */

import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { type Said, said } from '../model/said.ts'
import type { SourceFile } from '../model/source.ts'

interface Refused {
  readonly sign: RegExp
  readonly message: (written: string) => Said
  readonly hint: Said
}

const inPages: readonly Refused[] = [
  {
    sign: /<\s*(?:script|iframe|frame|frameset|object|embed|applet|portal|meta|link|base|form|input|button|video|audio|source|track)\b/gi,
    message: written => said('A page has no such element: “{written}”.', { written }),
    hint: said('Take it out: pages are printed without scripts, frames, forms and films.'),
  },
  {
    sign: /(?<=<[^<>]*)[\s"'/]on[a-z]+\s*=/gi,
    message: written => said('A page runs no script: “{written}”.', { written }),
    hint: said('Take it out.'),
  },
  {
    sign: /(?:javascript|vbscript|file)\s*:|data\s*:\s*text\/html/gi,
    message: written => said('No address may lead to a script or a file of the machine: “{written}”.', { written }),
    hint: said('Link to the web (https:), to mail (mailto:) or to a phone (tel:).'),
  },
  {
    sign: /<(?:img|image|use|feimage|body|table|td)\b[^>]*?\s(?:src|srcset|href|xlink:href|background)\s*=\s*["']?\s*(?:[a-z]+:)?\/\//gi,
    message: written => said('A page fetches nothing from the network: “{written}”.', { written }),
    hint: said('Pictures come from the record: put them under “photos”.'),
  },
]

const inStyles: readonly Refused[] = [
  {
    sign: /@import\b/gi,
    message: written => said('A style imports no other: “{written}”.', { written }),
    hint: said('Put the rules themselves here.'),
  },
  {
    sign: /url\(\s*["']?\s*(?!["']?\s*(?:\.{0,2}\/?fonts\/|data:(?:image|font)\/|#))/gi,
    message: written => said('A style takes nothing from outside templates/fonts/: “{written}”.', { written }),
    hint: said('Put the font into templates/fonts/ and write url(fonts/…).'),
  },
  {
    sign: /(?:-moz-binding|behavior)\s*:|expression\(/gi,
    message: written => said('A style runs no script: “{written}”.', { written }),
    hint: said('Take it out.'),
  },
]

/** @param file a template or a style of templates/ */
export function activeContent(file: SourceFile): readonly Diagnostic[] {
  const isStyle = file.path.endsWith('.css')
  const text = file.text.replace(isStyle ? /\/\*.*?\*\//gs : /\{\{!--.*?--\}\}|\{\{![^-].*?\}\}/gs, blank)
  return (isStyle ? inStyles : [...inPages, ...inStyles]).flatMap(({ sign, message, hint }) =>
    [...text.matchAll(sign)].map(found => {
      const written = found[0].trim()
      const start = found.index + found[0].indexOf(written)
      const span = { file, start, end: start + written.length }
      return errorAt('template/active-content', span, message(written), hint)
    }),
  )
}

/** Comments may tell of anything; places stay. */
const blank = (comment: string): string => ' '.repeat(comment.length)
