/** `check` looks at the templates and words of the index as at those of releases: nobody waits for `khabar site` to hear of them. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { everything, templates } from '../support/two-builds.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-index-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** What is told of templates, twice alike: the second time it is remembered. */
async function told(): Promise<readonly string[]> {
  const once = async () => {
    const memo = openMemo(join(root, '.khabar'), 'this code')
    const { diagnostics } = await checkWorkspace(openWorkspace(root, templates), memo, everything.asOf)
    return printConcise(diagnostics)
      .split('\n')
      .filter(line => line.startsWith('templates/'))
  }
  const cold = await once()
  expect(await once()).toEqual(cold)
  return cold
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

const page = await readFile(join(templates, 'site/page.hbs'), 'utf8')

test('of the packaged ones nothing is told', async () => {
  expect(await told()).toEqual([])
})

test.for([
  ['a block that is not closed', '{{/each}}', '', /page\.hbs:\d+:\d+ error template\/syntax /],
  [
    'a name that no page has',
    '{{society.name}}',
    '{{society.nam}}',
    /page\.hbs:\d+:\d+ error template\/unknown-name .*nam/,
  ],
  [
    'a word that no language has',
    '{{t "site.none"}}',
    '{{t "site.nothing"}}',
    /error template\/missing-wording .*site\.nothing/,
  ],
  [
    'a value that not every society has',
    '{{#if contact}}',
    '{{#if society}}',
    /page\.hbs:\d+:\d+ error template\/missing-value .*contact/,
  ],
  [
    'what a page may not hold',
    '<main>',
    '<main><script>x()</script>',
    /page\.hbs:\d+:\d+ error template\/active-content /,
  ],
] as const)('a template with %s', async ([, from, to, expected]) => {
  expect(page).toContain(from)
  await put('templates/site/page.hbs', page.replace(from, to))
  const found = await told()
  expect(found.filter(line => expected.test(line))).toHaveLength(1)
})

test('words that nobody asks for, that cannot be read, and that name what no page has', async () => {
  await put('templates/wording/en.yaml', 'site:\n  headng: "x"\n  title: "{{#if society}}"\n  skip: "{{nothing}}"\n')
  expect(await told()).toEqual([
    expect.stringMatching(/^templates\/wording\/en\.yaml:2:3 warning template\/unknown-wording .*site\.headng/),
    expect.stringMatching(/^templates\/wording\/en\.yaml:3:\d+ error template\/syntax /),
    expect.stringMatching(/^templates\/wording\/en\.yaml:4:\d+ error template\/unknown-name .*nothing/),
  ])
})

test('a language that lacks its words is told which, once', async () => {
  const society = await readFile(join(root, 'data/society.yaml'), 'utf8')
  await put('data/society.yaml', society.replace('languages: [ru, en]', 'languages: [ru, en, az]'))
  await put('templates/wording/az.yaml', 'press:\n  page:\n    language: Azərbaycan\nsite:\n  heading: Xəbərlər\n')
  const ofIndex = (await told()).filter(line => line.includes('words of the index'))
  expect(ofIndex).toEqual([
    expect.stringMatching(/warning template\/missing-wording \d+ words of the index in az are said in English/),
  ])
})
