import { afterEach, beforeEach, expect, test } from 'vitest'
import { inEnglish } from '../../src/model/said.ts'
import { drawingRenderer, meeting, type SiteTrial, siteTrial } from '../support/site.ts'

let trial: SiteTrial
beforeEach(async () => {
  trial = await siteTrial()
})
afterEach(() => trial.close())

const everything = (): string => [...trial.files().values(), ...trial.files().keys()].join('\n')

test('a second time nothing is drawn and nothing is written', async () => {
  await trial.site()
  const before = new Map(trial.output.files)
  const again = drawingRenderer()
  const { artifacts } = await trial.site({}, again)
  expect(again.drawn()).toBe(0)
  expect(artifacts.every(({ status }) => status === 'unchanged')).toBe(true)
  expect(trial.output.files).toEqual(before)
})

test('of what has changed alone a picture is drawn', async () => {
  await trial.add('2022-10-10-plum')
  await trial.build()
  await trial.site()
  await trial.edit(meeting, text => text.replace('The Society received partners', 'The Society met'))
  await trial.build()
  const again = drawingRenderer()
  const { artifacts } = await trial.site({}, again)
  expect(again.drawn()).toBe(1)
  const built = artifacts.filter(({ status }) => status === 'built').map(({ path }) => path)
  expect(built).toContain('site/2022/2022-08-15-icrc.en.webp')
  expect(built.filter(path => path.includes('plum'))).toEqual([])
})

test('what is withdrawn goes, picture and all; what is not listed stays', async () => {
  await trial.add('2022-10-10-plum')
  await trial.build()
  await trial.site()
  trial.output.files.set('site/2022/mine.webp', 'mine')
  await trial.edit('data/meetings/2022/2022-10-10-plum.yaml', text => text.replace('approved', 'withheld'))
  await trial.build()
  const { artifacts } = await trial.site()
  const removed = artifacts.filter(({ status }) => status === 'removed').map(({ path }) => path)
  expect(removed).toEqual(['site/2022/2022-10-10-plum.en.webp', 'site/2022/2022-10-10-plum.ru.webp'])
  expect([...trial.output.files.keys()].filter(path => path.includes('plum'))).toEqual([])
  expect(everything()).not.toContain('plum')
  expect(trial.output.files.get('site/2022/mine.webp')).toBe('mine')
})

test.each([
  [
    'names what is not of an index',
    (path: string) => `{"files":[{"path":"${path}","sha256":"","bytes":0,"fingerprint":""}]}`,
  ],
  ['is no list', () => 'spoilt'],
])('a list that %s is not believed', async (_, written) => {
  for (const path of ['press/2022/2022-08-15-icrc.en.pdf', '../out.html', 'manifest.json', 'site/../manifest.json']) {
    trial.output.files.set('site.json', written(path))
    const manifest = trial.output.files.get('manifest.json')
    expect((await trial.site()).outcome).toBe('done')
    expect(trial.output.files.has('press/2022/2022-08-15-icrc.en.pdf')).toBe(true)
    expect(trial.output.files.get('manifest.json')).toBe(manifest)
  }
})

test('one that broke off half-way is finished or cleared away by the next', async () => {
  await trial.add('2022-10-10-plum')
  await trial.build()
  await expect(
    trial.site(
      {},
      drawingRenderer(drawn => drawn === 3),
    ),
  ).rejects.toThrow('no picture')
  const half = [...trial.output.files.keys()].filter(path => path.startsWith('site/'))
  expect(half).toHaveLength(2)
  await trial.edit(meeting, text => text.replace('approved', 'withheld'))
  await trial.build()
  await trial.site()
  const pictures = [...trial.output.files.keys()].filter(path => path.startsWith('site/'))
  const of = (id: string) => ['en', 'ru'].map(language => `site/2022/${id}.${language}.webp`)
  expect(pictures.toSorted()).toEqual([...of('2022-10-10-plum'), ...of('volunteer-drill')])
})

test('a build leaves the index alone, and its manifest does not know of it', async () => {
  const manifest = trial.output.files.get('manifest.json')
  await trial.site()
  const files = new Map(trial.files())
  await trial.build()
  expect(trial.files()).toEqual(files)
  expect(trial.output.files.get('manifest.json')).toBe(manifest)
})

test('templates that are wrong are told, and the index stays as it was', async () => {
  await trial.site()
  const before = new Map(trial.files())
  const { mkdir, writeFile } = await import('node:fs/promises')
  await mkdir(`${trial.root}/templates/site`, { recursive: true })
  await writeFile(`${trial.root}/templates/site/page.hbs`, '<p>{{socity.name}}</p>')
  await trial.build()
  const { outcome, diagnostics } = await trial.site()
  expect(outcome).toBe('refused')
  expect(diagnostics.map(({ code, hints }) => [code, hints[0] && inEnglish(hints[0])])).toContainEqual([
    'template/unknown-name',
    'Did you mean “society”?',
  ])
  expect(trial.files()).toEqual(before)
})
