/** Each printer over one set of diagnostics. */

import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { printGithub } from '../../src/diagnostics/github.ts'
import { printGitlab } from '../../src/diagnostics/gitlab.ts'
import { printHuman } from '../../src/diagnostics/human.ts'
import { allToJson } from '../../src/diagnostics/json.ts'
import { printJunit } from '../../src/diagnostics/junit.ts'
import { printSarif } from '../../src/diagnostics/sarif.ts'
import { summaryOf } from '../../src/diagnostics/summary.ts'
import { besides, errorAt, mendedBy } from '../../src/model/diagnostic.ts'
import { inEnglish, verbatim } from '../../src/model/said.ts'
import { positionAt } from '../../src/model/source.ts'
import { sample, spanOf } from './sample.ts'
import sarifSchema from './sarif.schema.json' with { type: 'json' }

test('human', () => {
  expect(printHuman(sample, { color: false })).toMatchInlineSnapshot(`
    "error[build/not-selected] Nothing is selected.
         = hint: Name a file below data/.

    warning[record/inconsistent] Odd title.
       --> data/meetings/2022/a.yaml:1:8
         |
      1  | title: Встреча
         |        ^^^^^^^
         = hint: Write another.

    error[record/wrong-value] “workng” is not a value of “kind”.
       --> data/meetings/2022/a.yaml:2:7
         |
      2  | kind: workng # 😀
         |       ^^^^^^
         = hint: Did you mean “working”?
         = hint: It takes: working.

    error[yaml/tab] A tab stands here.
       --> data/meetings/2022/a.yaml:3:6
         |
      3  | host:→ "漢字" x
         |      ^^
         = hint: Indent with spaces.

    error[yaml/syntax] The text ended before this.
       --> data/meetings/2022/a.yaml:3:12
         |
      3  | host:→ "漢字" x
         |               ^
         = hint: Quote the whole.

    error[record/wrong-type] “list” takes one value.
       --> data/meetings/2022/a.yaml:5:3
         |
      5  |   - a
         |   ^^^
         = hint: Write one.

    error[record/missing-field] This record has no “name”: 100%.
       --> data/people/a:b,c 100%.yaml:1:1
         = hint: Add it. Really.

    6 errors, 1 warning in 2 files
    "
  `)
})

describe('human, more closely', () => {
  test('colour adds codes and changes nothing else', () => {
    const coloured = printHuman(sample, { color: true })
    expect(coloured).toContain('\u001b[1;31merror[record/wrong-value]\u001b[0m')
    // oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(printHuman(sample, { color: false }))
  })

  test('a long line is cut around the mistake', () => {
    const text = `${'a'.repeat(500)}WRONG${'b'.repeat(500)}`
    const span = { file: { path: 'data/x.yaml', text }, start: 500, end: 505 }
    const printed = printHuman([errorAt('yaml/syntax', span, verbatim('Wrong.'))], { color: false }).split('\n')
    const line = printed.find(each => each.includes('WRONG')) ?? ''
    const marks = printed.find(each => each.includes('^')) ?? ''
    expect(line.length).toBeLessThan(180)
    expect(line.indexOf('WRONG')).toBe(marks.indexOf('^'))
    expect(marks.trim()).toMatch(/^\| +\^{5}$/)
  })

  test('what a terminal would obey is not let through', () => {
    const span = { file: { path: 'data/x.yaml', text: 'a\u001b[2J\u202eb' }, start: 0, end: 1 }
    // oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
    const told = [errorAt('yaml/syntax', span, verbatim('Wrong \u001b[2J\n::error::x'), verbatim('Mend\n::error::y'))]
    for (const printed of [printHuman(told, { color: false }), printConcise(told), printGithub(told)]) {
      expect(printed).not.toMatch(/[\u202e]|\n::error::/)
    }
    expect(printHuman(told, { color: false })).not.toContain('\u001b')
    expect(printConcise(told)).not.toContain('\u001b')
  })

  test('nothing to tell is told with nothing', () => {
    expect(printHuman([], { color: false })).toBe('')
    expect(inEnglish(summaryOf([]))).toBe('No errors, no warnings')
  })
})

test('concise', () => {
  expect(printConcise(sample)).toMatchInlineSnapshot(`
    "error build/not-selected Nothing is selected.
    data/meetings/2022/a.yaml:1:8 warning record/inconsistent Odd title.
    data/meetings/2022/a.yaml:2:7 error record/wrong-value “workng” is not a value of “kind”.
    data/meetings/2022/a.yaml:3:6 error yaml/tab A tab stands here.
    data/meetings/2022/a.yaml:3:12 error yaml/syntax The text ended before this.
    data/meetings/2022/a.yaml:5:3 error record/wrong-type “list” takes one value.
    data/people/a:b,c 100%.yaml:1:1 error record/missing-field This record has no “name”: 100%.
    "
  `)
})

test('github', () => {
  expect(printGithub(sample)).toMatchInlineSnapshot(`
    "::error title=build/not-selected::Nothing is selected.%0AName a file below data/.
    ::warning file=data/meetings/2022/a.yaml,line=1,col=8,endLine=1,endColumn=15,title=record/inconsistent::Odd title.%0AWrite another.
    ::error file=data/meetings/2022/a.yaml,line=2,col=7,endLine=2,endColumn=13,title=record/wrong-value::“workng” is not a value of “kind”.%0ADid you mean “working”?%0AIt takes: working.
    ::error file=data/meetings/2022/a.yaml,line=3,col=6,endLine=3,endColumn=7,title=yaml/tab::A tab stands here.%0AIndent with spaces.
    ::error file=data/meetings/2022/a.yaml,line=3,col=12,endLine=3,endColumn=14,title=yaml/syntax::The text ended before this.%0AQuote the whole.
    ::error file=data/meetings/2022/a.yaml,line=5,col=3,endLine=6,endColumn=6,title=record/wrong-type::“list” takes one value.%0AWrite one.
    ::error file=data/people/a%3Ab%2Cc 100%25.yaml,line=1,col=1,endLine=1,endColumn=1,title=record/missing-field::This record has no “name”: 100%25.%0AAdd it.%0AReally.
    "
  `)
})

describe('json', () => {
  test('has every key, with or without a place', () => {
    expect(allToJson(sample).slice(0, 3)).toMatchInlineSnapshot(`
      [
        {
          "code": "build/not-selected",
          "column": null,
          "endColumn": null,
          "endLine": null,
          "file": null,
          "hints": [
            "Name a file below data/.",
          ],
          "line": null,
          "message": "Nothing is selected.",
          "severity": "error",
        },
        {
          "code": "record/inconsistent",
          "column": 8,
          "endColumn": 15,
          "endLine": 1,
          "file": "data/meetings/2022/a.yaml",
          "hints": [
            "Write another.",
          ],
          "line": 1,
          "message": "Odd title.",
          "severity": "warning",
        },
        {
          "code": "record/wrong-value",
          "column": 7,
          "endColumn": 13,
          "endLine": 2,
          "file": "data/meetings/2022/a.yaml",
          "hints": [
            "Did you mean “working”?",
            "It takes: working.",
          ],
          "line": 2,
          "message": "“workng” is not a value of “kind”.",
          "severity": "error",
        },
      ]
    `)
    const keys = ['code', 'severity', 'message', 'file', 'line', 'column', 'endLine', 'endColumn', 'hints']
    for (const each of allToJson(sample)) expect(Object.keys(each)).toEqual(keys)
  })

  test('counts lines and columns as the model does', () => {
    for (const diagnostic of sample) {
      const { line, column, endLine, endColumn } = allToJson([diagnostic])[0] ?? {}
      const { span } = diagnostic
      if (!span) continue
      expect({ line, column }).toEqual(positionAt(span.file.text, span.start))
      expect({ line: endLine, column: endColumn }).toEqual(positionAt(span.file.text, span.end))
    }
  })
})

describe('what mends a mistake for certain', () => {
  const [tab] = sample.filter(({ code }) => code === 'yaml/tab')
  const start = tab?.span?.start ?? 0
  const told = tab ? [mendedBy(tab, [{ start, end: start + 1, text: ' ' }])] : []

  test('is places and text, in JSON and in SARIF', () => {
    const edit = { line: 3, column: 6, endLine: 3, endColumn: 7, text: ' ' }
    expect(allToJson(told)[0]?.fix).toEqual([edit])
    const log = JSON.parse(printSarif(told, { version: '1', folder: 'a b/' })) as {
      readonly runs: readonly { readonly results: readonly { readonly fixes: unknown }[] }[]
    }
    const { line, column, endLine, endColumn, text } = edit
    const deletedRegion = { startLine: line, startColumn: column, endLine, endColumn }
    expect(log.runs[0]?.results[0]?.fixes).toEqual([
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'a%20b/data/meetings/2022/a.yaml', uriBaseId: 'ROOT' },
            replacements: [{ deletedRegion, insertedContent: { text } }],
          },
        ],
      },
    ])
  })

  test('is nothing where there is none', () => {
    expect(tab && mendedBy(tab, [])).toBe(tab)
    expect(printSarif(sample, { version: '1' })).not.toContain('fixes')
  })
})

describe('other places that have to do with a mistake', () => {
  const first = errorAt('yaml/duplicate-key', spanOf('漢字'), verbatim('It stands twice.'), verbatim('Keep one.'))
  const twice = [besides(first, { span: spanOf('workng'), message: verbatim('The first one stands here.') })]

  test('stand under the line, before the hints', () => {
    expect(printHuman(twice, { color: false })).toMatchInlineSnapshot(`
      "error[yaml/duplicate-key] It stands twice.
         --> data/meetings/2022/a.yaml:3:8
           |
        3  | host:→ "漢字" x
           |         ^^^^
         ::: data/meetings/2022/a.yaml:2:7 The first one stands here.
           = hint: Keep one.

      1 error in 1 file
      "
    `)
  })

  test('are told in every report, from the root of the repository', () => {
    const place = 'a b/data/meetings/2022/a.yaml:2:7: The first one stands here.'
    expect(printGithub(twice, 'a b/')).toContain(`It stands twice.%0A${place}%0AKeep one.`)
    expect(printGitlab(twice, 'a b/')).toContain(`It stands twice.\\n${place}\\nKeep one.`)
    expect(printJunit(twice, { strict: false, folder: 'a b/' })).toContain(`It stands twice.\n${place}\nKeep one.`)
    expect(allToJson(twice)[0]?.related).toEqual([
      {
        file: 'data/meetings/2022/a.yaml',
        line: 2,
        column: 7,
        endLine: 2,
        endColumn: 13,
        message: 'The first one stands here.',
      },
    ])
  })

  test('are related locations in SARIF', () => {
    const log: unknown = JSON.parse(printSarif(twice, { version: '1', folder: 'a b/' }))
    expect(log).toMatchObject({
      runs: [
        {
          results: [
            {
              relatedLocations: [
                {
                  message: { text: 'The first one stands here.' },
                  physicalLocation: {
                    artifactLocation: { uri: 'a%20b/data/meetings/2022/a.yaml' },
                    region: { startLine: 2, startColumn: 7 },
                  },
                },
              ],
            },
          ],
        },
      ],
    })
    expect(isLog(log), JSON.stringify(isLog.errors)).toBe(true)
  })

  test('are nothing where there are none', () => {
    expect(besides(first)).toBe(first)
    expect(printSarif(sample, { version: '1' })).not.toContain('relatedLocations')
  })
})

const isLog = new Ajv({ allErrors: true }).compile(sarifSchema)

describe('sarif', () => {
  test('as it is', () => {
    const log: unknown = JSON.parse(printSarif(sample, { version: '1.2.3' }))
    expect(log).toMatchSnapshot()
    expect(isLog(log), JSON.stringify(isLog.errors)).toBe(true)
  })

  test('the schema refuses what is not SARIF', () => {
    const log = printSarif(sample, { version: '1' })
    for (const [right, wrong] of [
      ['"level": "error"', '"level": "fatal"'],
      ['"startLine": 1', '"startLine": 0'],
      ['"ruleId"', '"rule"'],
      ['"message"', '"text"'],
      ['"2.1.0"', '"2.0.0"'],
    ] as const)
      expect(isLog(JSON.parse(log.replace(right, wrong))), wrong).toBe(false)
  })
})

test('the order in which diagnostics come does not matter', () => {
  const reversed = sample.toReversed()
  expect(printHuman(reversed, { color: false })).toBe(printHuman(sample, { color: false }))
  expect(printSarif(reversed, { version: '1' })).toBe(printSarif(sample, { version: '1' }))
})
