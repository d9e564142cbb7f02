/** The pages and the line for the terminal, as pure functions of what there is. */

import { describe, expect, test } from 'vitest'
import { errorAt } from '../../src/model/diagnostic.ts'
import { inEnglish, verbatim } from '../../src/model/said.ts'
import { stemOf } from '../../src/model/work.ts'
import type { Artifact, BuildReport } from '../../src/pipeline/request.ts'
import { conditionOf, worksIn } from '../../src/watch/catalogue.ts'
import { html, type Markup, type Telling } from '../../src/watch/pages/markup.ts'
import { overviewPage } from '../../src/watch/pages/overview-page.ts'
import { problemsPage } from '../../src/watch/pages/problems-page.ts'
import { firstState, type Rebuild, whenEnded, whenStarted } from '../../src/watch/state.ts'
import { toldRebuild } from '../../src/watch/told.ts'

/** Of a path as it stands in the tests below: what a build says of it as data. */
function artifact(path: string, status: Artifact['status'] = 'built', records: readonly string[] = []): Artifact {
  const [, folder, year, id = '', language = '', format = ''] =
    /^(\w+)\/(\d+)\/([^.]+)\.([^.]+)\.(\w+)$/.exec(path) ?? []
  const work = { kind: folder === 'press' ? 'press' : 'report', year: Number(year), id, language } as const
  return { path, status, records, sha256: path, bytes: 1, work, format }
}
const inWords = (page: Markup): string => page.written(english)
const english: Telling = { language: 'en', tell: inEnglish }
const report = (artifacts: readonly Artifact[], more: Partial<BuildReport> = {}): BuildReport => ({
  outcome: 'done',
  artifacts,
  diagnostics: [],
  ...more,
})
const rebuild = (result: Rebuild['result'], changed: readonly string[] = ['data/x.yaml']): Rebuild => ({
  at: '14:02:11',
  ms: 210,
  changed,
  result,
})

test('what is put into a page is text', () => {
  const hostile = `<script>alert("1")</script>&'`
  expect(html`<p title="${hostile}">${[hostile, html`<b>${1}</b>`]}${false}${undefined}</p>`.written(english)).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;<b>1</b></p>',
  )
})

describe('the line for the terminal', () => {
  const release = (language: string) =>
    ['pdf', 'html', 'txt', 'json'].map(format => artifact(`press/2022/a.${language}.${format}`))
  test.for<readonly [string, Rebuild]>([
    ['data/x.yaml → 4 releases in 0.21 s', rebuild(report(['ru', 'en', 'uz-Latn', 'uz-Cyrl'].flatMap(release)))],
    [
      'data/x.yaml → 1 release, 1 report in 0.21 s',
      rebuild(report([...release('ru'), artifact('reports/2022/icrc.ru.xlsx'), artifact('reports/2022/icrc.ru.pdf')])),
    ],
    ['start → nothing new in 0.21 s', rebuild(report([artifact('press/2022/a.ru.pdf', 'unchanged')]), [])],
    ['data/x.yaml → 1 removed in 0.21 s', rebuild(report([artifact('press/2022/a.ru.pdf', 'removed')]))],
    ['a and 2 more → nothing new in 0.21 s', rebuild(report([]), ['c', 'b', 'a'])],
    [
      'data/x.yaml → 1 release in 0.21 s, 1 mistake elsewhere',
      rebuild({
        ...report([], { outcome: 'refused', diagnostics: [errorAt('yaml/tab', undefined, verbatim('A tab.'))] }),
        meanwhile: release('ru'),
      }),
    ],
    [
      'data/x.yaml → 1 mistake, nothing built (0.21 s)',
      rebuild(report([], { outcome: 'refused', diagnostics: [errorAt('yaml/tab', undefined, verbatim('A tab.'))] })),
    ],
    [
      'data/x.yaml → 1 release, 1 artifact not made in 0.21 s',
      rebuild(
        report(release('ru'), {
          outcome: 'incomplete',
          diagnostics: [errorAt('render/failed', undefined, verbatim('No.'))],
        }),
      ),
    ],
    ['data/x.yaml → not built (0.21 s)', rebuild({ message: verbatim('The disk is full.'), hints: [] })],
  ])('%s', ([line, told]) => {
    expect(inEnglish(toldRebuild(told))).toBe(`14:02:11 ${line}`)
  })
})

const fullDisk = { message: verbatim('The disk is full.'), hints: [verbatim('Make room.')] }

const items = (work: { readonly id: string }) => Promise.resolve({ title: `“${work.id}”`, created: '' })

describe('what there is', () => {
  const shown = [
    artifact('press/2021/old.ru.html', 'built', ['old']),
    artifact('press/2022/a.ru.html', 'built', ['a', 'icrc']),
    artifact('press/2022/a.en.html', 'built', ['a', 'icrc']),
    artifact('press/2022/b.ru.html', 'built', ['b']),
  ]

  test('the latest year and the language of most; another when asked for; nonsense is not', async () => {
    const overview = async (year: string | null, language: string | null, of = shown) =>
      inWords(await overviewPage(firstState(of), { year, language }, items))
    const first = await overview(null, null)
    expect(first).toMatch(/“a”[\s\S]*“b”/)
    expect(first).toContain('lang="ru"')
    expect(await overview('2021', null)).toContain('“old”')
    expect(await overview('<i>', '"><i>')).not.toContain('<i>')
    expect(await overview(null, null, [])).toContain('Nothing is built yet')
  })

  test('a release is being built while what it rests on has changed', () => {
    const state = whenStarted(firstState(shown), ['data/organizations/icrc.yaml'])
    const conditions = worksIn(state.artifacts.values()).map(work => [stemOf(work), conditionOf(work, state)])
    expect(conditions).toEqual([
      ['press/2021/old.ru', 'built'],
      ['press/2022/a.en', 'building'],
      ['press/2022/a.ru', 'building'],
      ['press/2022/b.ru', 'built'],
    ])
  })

  test('an error in a list of records is that of one of them', () => {
    const file = { path: 'data/activities/2022/all.yaml', text: '- id: a\n  name: A\n- id: b\n  nme: B\n' }
    const mistake = errorAt(
      'record/unknown-field',
      { file, start: file.text.indexOf('nme'), end: 30 },
      verbatim('“nme”?'),
    )
    const state = whenEnded(firstState(shown), rebuild(report([], { outcome: 'refused', diagnostics: [mistake] })))
    const inError = worksIn(state.artifacts.values()).filter(work => conditionOf(work, state) === 'error')
    expect(inError.map(work => work.id)).toEqual(['b'])
  })

  test('what could not be made anew stays as it was, and says so', () => {
    const failed = errorAt(
      'render/failed',
      undefined,
      verbatim('press/2022/b.ru.pdf could not be made (record b): no.'),
    )
    const result = report([artifact('press/2022/a.ru.html'), artifact('press/2021/old.ru.html', 'removed')], {
      outcome: 'incomplete',
      diagnostics: [failed],
    })
    const state = whenEnded(firstState(shown), rebuild(result))
    expect(state.isOld).toBe(true)
    expect([...state.artifacts.keys()].toSorted()).toEqual([
      'press/2022/a.en.html',
      'press/2022/a.ru.html',
      'press/2022/b.ru.html',
    ])
    const b = worksIn(state.artifacts.values()).find(work => work.id === 'b')
    expect(b && conditionOf(b, state)).toBe('error')
  })

  test('a fault of the machine is told among the problems, and ends with the next build', () => {
    const state = whenEnded(firstState(shown), rebuild(fullDisk))
    expect(inWords(problemsPage(state))).toMatch(/The disk is full\.[\s\S]*Make room\./)
    expect(inWords(problemsPage(whenEnded(state, rebuild(report(shown)))))).toContain('No mistakes found')
  })
})
