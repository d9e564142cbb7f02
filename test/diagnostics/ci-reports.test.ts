/** The reports that servers read: GitLab's Code Quality and JUnit's XML, held against what those servers take. */
import { Ajv } from 'ajv'
import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { printGitlab } from '../../src/diagnostics/gitlab.ts'
import { printJunit } from '../../src/diagnostics/junit.ts'
import { type Diagnostic, errorAt, warningAt } from '../../src/model/diagnostic.ts'
import { verbatim } from '../../src/model/said.ts'
import schema from './code-quality.schema.json' with { type: 'json' }
import { sample } from './sample.ts'

const isReport = new Ajv({ allErrors: true }).compile<readonly Issue[]>(schema)

interface Issue {
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

function issuesIn(text: string): readonly Issue[] {
  const report: unknown = JSON.parse(text)
  if (!isReport(report)) throw new Error(JSON.stringify(isReport.errors))
  return report
}

/** Anything that a record may hold, at any place of it. */
const diagnostics = fc.array(
  fc
    .record({
      text: fc.string({ unit: 'binary' }),
      path: fc.string({ unit: 'binary', minLength: 1 }),
      message: fc.string({ unit: 'binary', minLength: 1 }),
      hint: fc.string({ unit: 'binary' }),
      at: fc.nat(),
      isError: fc.boolean(),
    })
    .map(({ text, path, message, hint, at, isError }): Diagnostic => {
      const start = at % (text.length + 1)
      const span = { file: { path: `data/${path}`, text }, start, end: text.length }
      return (isError ? errorAt : warningAt)('yaml/syntax', span, verbatim(message), verbatim(hint))
    }),
  { maxLength: 4 },
)

describe('gitlab', () => {
  test('each diagnostic is an entry, at its line', () => {
    expect(printGitlab(sample.slice(2, 3), 'a/b/')).toMatchInlineSnapshot(`
      "[
        {
          "description": "“workng” is not a value of “kind”.\\nDid you mean “working”?\\nIt takes: working.",
          "check_name": "record/wrong-value",
          "fingerprint": "6e9949d560a836b2451d5fac8ee86008d16e230fdbab0cf79d995c6eb810a3ac",
          "severity": "critical",
          "location": {
            "path": "a/b/data/meetings/2022/a.yaml",
            "lines": {
              "begin": 2,
              "end": 2
            }
          }
        }
      ]
      "
    `)
    expect(issuesIn(printGitlab(sample)).map(({ severity, location }) => [severity, location.lines.begin])).toEqual([
      ['critical', 1],
      ['minor', 1],
      ['critical', 2],
      ['critical', 3],
      ['critical', 3],
      ['critical', 5],
      ['critical', 1],
    ])
  })

  test('nothing wrong is an empty report', () => {
    expect(issuesIn(printGitlab([]))).toEqual([])
  })

  test('a mistake is known again where its lines have moved, and two that are alike are told apart', () => {
    const at = (text: string): Diagnostic =>
      errorAt(
        'yaml/tab',
        { file: { path: 'data/x.yaml', text }, start: text.indexOf('\t'), end: text.length },
        verbatim('A tab.'),
      )
    const printsOf = (...told: readonly Diagnostic[]) => issuesIn(printGitlab(told)).map(each => each.fingerprint)
    expect(printsOf(at('a:\t1'))).toEqual(printsOf(at('# new\n\na:\t1')))
    const [first, second] = printsOf(at('a:\t1'), at('a:\t1'))
    expect(first).not.toBe(second)
  })

  test('whatever a record holds', () => {
    fc.assert(
      fc.property(diagnostics, told => {
        const prints = issuesIn(printGitlab(told)).map(each => each.fingerprint)
        expect(new Set(prints).size).toBe(told.length)
      }),
    )
  })

  test('the schema refuses what GitLab would', () => {
    const [issue] = issuesIn(printGitlab(sample))
    for (const wrong of [
      { ...issue, severity: 'error' },
      { ...issue, fingerprint: undefined },
      { ...issue, location: { path: './data/x.yaml', lines: { begin: 1 } } },
      { ...issue, location: { path: 'data/x.yaml', lines: { begin: 0 } } },
    ])
      expect(() => issuesIn(JSON.stringify([wrong]))).toThrow(/instancePath/)
  })
})

describe('junit', () => {
  test('each diagnostic is a test', () => {
    expect(printJunit(sample.slice(2, 4), { strict: false, folder: 'a/b/' })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="khabar" tests="2" failures="1" errors="0" skipped="1">
        <testsuite name="khabar" tests="2" failures="1" errors="0" skipped="1">
          <testcase name="record/inconsistent a/b/data/meetings/2022/a.yaml:1:8" classname="a/b/data/meetings/2022/a.yaml" file="a/b/data/meetings/2022/a.yaml" line="1">
            <skipped message="Odd title."/>
          </testcase>
          <testcase name="record/wrong-value a/b/data/meetings/2022/a.yaml:2:7" classname="a/b/data/meetings/2022/a.yaml" file="a/b/data/meetings/2022/a.yaml" line="2">
            <failure message="“workng” is not a value of “kind”." type="record/wrong-value">“workng” is not a value of “kind”.
      Did you mean “working”?
      It takes: working.
      a/b/data/meetings/2022/a.yaml:2:7</failure>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `)
  })

  test('nothing wrong is one test that has passed', () => {
    expect(suiteIn(printJunit([], { strict: true }))).toEqual({ tests: 1, failures: 0, skipped: 0 })
  })

  test('warnings fail where they are asked to', () => {
    expect(suiteIn(printJunit(sample, { strict: false }))).toEqual({ tests: 7, failures: 6, skipped: 1 })
    expect(suiteIn(printJunit(sample, { strict: true }))).toEqual({ tests: 7, failures: 7, skipped: 0 })
  })

  test('whatever a record holds', () => {
    fc.assert(
      fc.property(diagnostics, fc.boolean(), (told, strict) => {
        expect(suiteIn(printJunit(told, { strict })).tests).toBe(Math.max(told.length, 1))
      }),
    )
  })

  test('the reader refuses what is not JUnit', () => {
    const good = printJunit(sample, { strict: false })
    for (const [right, wrong] of [
      ['failures="6"', 'failures="5"'],
      ['<skipped message="Odd title."/>', '<warning/>'],
      [' classname=', ' class='],
      ['>Nothing is selected.', '>Nothing < selected.'],
      ['</testsuites>', ''],
    ] as const)
      expect(() => suiteIn(good.replace(right, wrong)), wrong).toThrow()
  })
})

/** What stands in what, and the attributes that each must have, as Jenkins' and GitLab's readers ask. */
const shape: { readonly [element: string]: { readonly in: string | undefined; readonly has: readonly string[] } } = {
  testsuites: { in: undefined, has: ['tests', 'failures', 'errors', 'skipped'] },
  testsuite: { in: 'testsuites', has: ['name', 'tests', 'failures', 'errors', 'skipped'] },
  testcase: { in: 'testsuite', has: ['name', 'classname'] },
  failure: { in: 'testcase', has: ['message', 'type'] },
  skipped: { in: 'testcase', has: ['message'] },
}

interface Suite {
  readonly tests: number
  readonly failures: number
  readonly skipped: number
}

/** @throws where it is not XML, not shaped so, or its counts are not those of what is in it */
function suiteIn(xml: string): Suite {
  const parser = new SaxesParser()
  const open: string[] = []
  const found: { [element: string]: number } = {}
  const said: Suite[] = []
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const rule = shape[name]
    if (!rule || rule.in !== open.at(-1)) throw new Error(`${name} in ${open.at(-1)}`)
    for (const each of rule.has) if (!(each in attributes)) throw new Error(`${name} without ${each}`)
    if (name.startsWith('testsuite'))
      said.push({
        tests: Number(attributes['tests']),
        failures: Number(attributes['failures']),
        skipped: Number(attributes['skipped']),
      })
    found[name] = (found[name] ?? 0) + 1
    open.push(name)
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const there = { tests: found['testcase'] ?? 0, failures: found['failure'] ?? 0, skipped: found['skipped'] ?? 0 }
  if (said.some(each => JSON.stringify(each) !== JSON.stringify(there)))
    throw new Error('The counts are not those of the tests.')
  return there
}
