/** One set of diagnostics for all printers: Cyrillic, a tab, wide characters, many lines, no place, odd characters. */

import { type Diagnostic, errorAt, warningAt } from '../../src/model/diagnostic.ts'
import { verbatim } from '../../src/model/said.ts'
import type { SourceFile, Span } from '../../src/model/source.ts'

const file: SourceFile = {
  path: 'data/meetings/2022/a.yaml',
  text: 'title: Встреча\nkind: workng # 😀\nhost:\t"漢字" x\r\nlist:\n  - a\n  - b\n',
}
const odd: SourceFile = { path: 'data/people/a:b,c 100%.yaml', text: '' }

export function spanOf(words: string, until = words): Span {
  const start = file.text.indexOf(words)
  return { file, start, end: file.text.indexOf(until, start) + until.length }
}

export const sample: readonly Diagnostic[] = [
  errorAt('build/not-selected', undefined, verbatim('Nothing is selected.'), verbatim('Name a file below data/.')),
  errorAt(
    'record/missing-field',
    { file: odd, start: 0, end: 0 },
    verbatim('This record has no “name”: 100%.'),
    verbatim('Add it.\nReally.'),
  ),
  errorAt(
    'record/wrong-value',
    spanOf('workng'),
    verbatim('“workng” is not a value of “kind”.'),
    verbatim('Did you mean “working”?'),
    verbatim('It takes: working.'),
  ),
  warningAt('record/inconsistent', spanOf('Встреча'), verbatim('Odd title.'), verbatim('Write another.')),
  errorAt('yaml/tab', spanOf('\t'), verbatim('A tab stands here.'), verbatim('Indent with spaces.')),
  errorAt('yaml/syntax', spanOf('x\r'), verbatim('The text ended before this.'), verbatim('Quote the whole.')),
  errorAt('record/wrong-type', spanOf('- a', '- b'), verbatim('“list” takes one value.'), verbatim('Write one.')),
]
