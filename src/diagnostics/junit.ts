/**
 * For servers that show tests: JUnit's XML, a test a diagnostic. What fails the check is a failed test, and what is only
 * told a skipped one, since these servers show no words of a test that has passed.
 */
import type { Diagnostic } from '../model/diagnostic.ts'
import { inEnglish, type Tell } from '../model/said.ts'
import { addressOf, type Located, located, textOf } from './located.ts'
import { onOneLine } from './printable.ts'

export interface JunitOptions {
  /** Warnings fail as errors do. */
  readonly strict: boolean
  /** Where the workspace lies in the repository, `a/b/`; nothing at its root. */
  readonly folder?: string
  readonly tell?: Tell
}

const suite = 'khabar'

/** Where nothing is wrong one test has passed: a report without any is taken for one that failed. */
export function printJunit(diagnostics: readonly Diagnostic[], options: JunitOptions): string {
  const isFailure = ({ severity }: Diagnostic): boolean => severity === 'error' || options.strict
  const failures = diagnostics.filter(isFailure).length
  const counts = {
    tests: Math.max(diagnostics.length, 1),
    failures,
    errors: 0,
    skipped: diagnostics.length - failures,
  }
  const cases = located(diagnostics).map(each => caseOf(each, isFailure(each.diagnostic), options))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: suite, ...counts })}>`,
    `  <testsuite${attributes({ name: suite, ...counts })}>`,
    ...(cases.length > 0 ? cases : [`    <testcase${attributes({ name: 'No mistakes found', classname: suite })}/>`]),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function caseOf(told: Located, isFailure: boolean, { folder = '', tell = inEnglish }: JunitOptions): string {
  const { diagnostic, passage } = told
  const { code, message } = diagnostic
  const file = passage && folder + passage.file.path
  const where = passage && addressOf(passage, folder)
  const named = attributes({
    name: onOneLine([code, where].filter(Boolean).join(' ')),
    classname: onOneLine(file ?? suite),
    ...(file && { file: onOneLine(file), line: passage.start.line }),
  })
  const line = onOneLine(tell(message))
  const outcome = isFailure
    ? `<failure${attributes({ message: line, type: code })}>${escaped([textOf(told, folder, tell), where ?? ''].join('\n'))}</failure>`
    : `<skipped${attributes({ message: line })}/>`
  return `    <testcase${named}>\n      ${outcome}\n    </testcase>`
}

function attributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What XML 1.0 has no way to hold, not even escaped, is shown as what could not be shown. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"]/g, character => entities[character] ?? character)
  )
}
