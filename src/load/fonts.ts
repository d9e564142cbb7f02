/** templates/fonts/ -> fonts by path; what cannot be used is told at its file, and what a style asks for in vain at its place. */

import { type Diagnostic, errorAt, type Outcome } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import type { Font } from '../model/templates.ts'
import { readFont } from './font/read-font.ts'

/** @param files by path below templates/ */
export function readFonts(files: ReadonlyMap<string, Uint8Array>): Outcome<ReadonlyMap<string, Font>> {
  const fonts = new Map<string, Font>()
  const diagnostics: Diagnostic[] = []
  for (const [path, bytes] of files) {
    const font = readFont(path, bytes)
    if ('covers' in font) fonts.set(path, font)
    else {
      const span = spanOfFile({ path: `templates/${path}`, text: '' })
      diagnostics.push(
        errorAt('template/font', span, said('templates/{path} {what}.', { path, what: font.what }), font.hint),
      )
    }
  }
  return { value: fonts, diagnostics }
}

/** Of a style. */
export function fontsLacking(file: SourceFile, files: ReadonlyMap<string, Uint8Array>): readonly Diagnostic[] {
  const text = file.text.replace(/\/\*.*?\*\//gs, comment => ' '.repeat(comment.length))
  return [...text.matchAll(/url\(\s*["']?(?:\.{0,2}\/)?(fonts\/[^"')]+)/g)].flatMap(found => {
    const [whole, path = ''] = found
    if (files.has(path)) return []
    const end = found.index + whole.length
    const hint = said('Put the file into templates/fonts/, or take the rule out: a font that lies there needs none.')
    return [
      errorAt(
        'template/missing',
        { file, start: end - path.length, end },
        said('templates/{path} is missing.', { path }),
        hint,
      ),
    ]
  })
}
