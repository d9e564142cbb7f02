/** A case of a name that is asked for and not certain is told at the name, with the field that would tell it. */

import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish } from '../../src/model/said.ts'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-forms-'))
  await layOutCase('_base', root)
  await mkdir(join(root, 'templates/press/partials'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true, force: true }))

const asking = (cases: string) =>
  writeFile(
    join(root, 'templates/press/partials/participants.hbs'),
    `{{#each participants}}{{#each people}}<p>{{#if forms}}${cases}{{/if}}</p>{{/each}}{{/each}}`,
  )

async function attending(...people: readonly string[]): Promise<void> {
  const path = join(root, meeting)
  const lines = people.map(person => `  - { organization: icrc, role: { ru: врач, en: doctor }, ${person} }\n`)
  await writeFile(path, (await readFile(path, 'utf8')).replace('participants:\n', `participants:\n${lines.join('')}`))
}

async function missing(): Promise<readonly Diagnostic[]> {
  const workspace = openWorkspace(root, join(import.meta.dirname, '../../templates'))
  const memo = openMemo(join(root, '.khabar'), 'this code')
  const { diagnostics } = await checkWorkspace(workspace, memo, '2022-12-31T00:00:00Z')
  return diagnostics.filter(each => each.code === 'record/missing-form')
}

test('each name is told at its own line, in whichever record it stands', async () => {
  await attending(
    'name: { ru: Иван Орёл, en: I. Oryol }, gender: male',
    'name: { ru: Татьяна Непомнящая, en: T. Nepomnyashchaya }, gender: female',
    'name: { ru: Ж. Умаров, en: Zh. Umarov }',
  )
  await asking('{{forms.dative}}')
  const found = (await missing()).filter(each => inEnglish(each.message).includes(' in ru '))
  expect(printConcise(found).replaceAll('\u00a0', ' ').split('\n')).toEqual([
    `${meeting}:11:71 error record/missing-form The dative of “Иван Орёл” in ru is neither certain nor stored, and templates/press/partials/participants.hbs asks for it.`,
    `${meeting}:13:71 error record/missing-form The dative of “Ж. Умаров” in ru is not certain without a gender, and templates/press/partials/participants.hbs asks for it.`,
    'data/people/director.yaml:1:13 error record/missing-form The dative of “А. Намунаев” in ru is not certain without a gender, and templates/press/partials/participants.hbs asks for it.',
    '',
  ])
  const all = '`forms: { ru: { genitive: …, dative: …, accusative: …, instrumental: …, prepositional: … } }`'
  expect(inWords(found).map(each => each.hints)).toEqual([
    [`Add beside it ${all}.`],
    ['Add beside it `gender: female` or `gender: male`, which is never published.', `Add beside it ${all}.`],
    ['Add beside it `gender: female` or `gender: male`, which is never published.', `Add beside it ${all}.`],
  ])
})

test('the line is that of today, though what is told was remembered', async () => {
  await attending('name: { ru: Иван Орёл, en: I. Oryol }, gender: male')
  await asking('{{forms.dative}}')
  const [before] = await missing()
  await writeFile(join(root, meeting), `# A comment.\n${await readFile(join(root, meeting), 'utf8')}`)
  const [after] = await missing()
  expect(after?.span?.start).toBe((before?.span?.start ?? 0) + '# A comment.\n'.length)
})

test('nothing is told of a case that is certain, or stored, or that no template asks for', async () => {
  await attending(
    'name: { ru: Вера Смородина, en: V. Smorodina }, gender: female, forms: { en: { accusative: V. Smorodina } }',
    'name: { ru: Иван Орёл, en: I. Oryol }, gender: male, forms: { ru: { accusative: Ивана Орла }, en: { accusative: I. Oryol } }',
  )
  await appendFile(
    join(root, 'data/people/director.yaml'),
    'gender: male\nforms: { en: { accusative: A. Namunaev } }\n',
  )
  expect(await missing()).toEqual([])
  await asking('{{forms.accusative}}')
  expect(await missing()).toEqual([])
  await asking('{{forms.genitive}}')
  expect(
    inWords(await missing())
      .map(each => each.message)
      .filter(each => each.includes(' in ru ')),
  ).toHaveLength(2)
})
