/** khabar explain as a person runs it: a figure, a sentence and a record, in English and in Russian, and as JSON. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { khabar } from '../support/khabar.ts'

const root = join(import.meta.dirname, '../..')
const explain = (...words: readonly string[]) => khabar(['--root', root, 'explain', ...words])

it('a figure is told with its rule, and with each record, its amount, rate, file and line', async () => {
  const { code, stdout } = await explain('reports/2022/icrc-2022.en.xlsx#Budget!I6')
  expect(code).toBe(0)
  expect(stdout).toContain('reports/2022/icrc-2022.en.xlsx#Budget!I6\n')
  expect(stdout).toMatch(/^ {2}[\d\u00a0.]+: A sum\.$/m)
  expect(stdout).toMatch(
    /9\u00a0010\.43 {2}\(9\u00a0760 USD × 0\.9232\) {2}activity {2}2022-icrc-epr-radios {2}data\/activities\/2022\/icrc-epr\.yaml:\d+/,
  )
})

it('a release is told paragraph by paragraph, in the language of the reader', async () => {
  const { code, stdout } = await explain('press/2022/2022-08-15-icrc.ru.pdf', '--messages', 'ru')
  expect(code).toBe(0)
  expect(stdout).toContain('    meeting 2022-08-15-icrc  release/headline/ru  data/meetings/2022/2022-08-15-icrc.yaml:')
  expect(stdout).toContain('    фраза из templates/wording/: press.lead.working')
})

it('a record is told with the cells and the paragraphs that it goes into; JSON has the same', async () => {
  const [human, json] = [await explain('2022-08-15-icrc'), await explain('2022-08-15-icrc', '--format', 'json')]
  expect([human.code, json.code]).toEqual([0, 0])
  const { records, cells, diagnostics } = JSON.parse(json.stdout) as {
    records: { id: string; releases: { file: string }[]; reports: { file: string }[] }[]
    cells: object[]
    diagnostics: object[]
  }
  expect([cells, diagnostics]).toEqual([[], []])
  const files = records.flatMap(({ releases, reports }) => [...releases, ...reports].map(({ file }) => file))
  expect(files.length).toBeGreaterThan(4)
  for (const file of files) expect(human.stdout).toContain(`  ${file}\n`)
})

it('what there is not ends with 2, and a hint', async () => {
  const { code, stdout, stderr } = await explain('nothing-of-the-kind')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('Name a file below output/')
})
