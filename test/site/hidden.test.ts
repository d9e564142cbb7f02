import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { meeting, now, type SiteTrial, siteTrial } from '../support/site.ts'

let trial: SiteTrial
beforeEach(async () => {
  trial = await siteTrial()
})
afterEach(() => trial.close())

const page = (path = 'index.en.html'): string => trial.output.files.get(path) ?? ''
const everything = (): string => [...trial.files().values(), ...trial.files().keys()].join('\n')

const secret = 'Unripe plum'
const hidden = [
  ['a draft', (text: string) => text.replace('status: approved', 'status: draft')],
  ['one that is withheld', (text: string) => text.replace('status: approved', 'status: withheld')],
  [
    'one whose embargo has not ended',
    (text: string) => text.replace('status: approved', 'status: approved\n  embargo_until: 2023-01-01T09:00:00+05:00'),
  ],
] as const

test.each(hidden)('%s: not a word, a name or a picture of it, also where it lies in the folder', async (_, hide) => {
  await trial.add('2022-10-10-plum', text => hide(text.replace('The Society received partners', secret)))
  await trial.build({ release: false })
  const { outcome, unlisted } = await trial.site()
  expect(outcome).toBe('done')
  const made = [...trial.output.files.keys()].filter(path => path.startsWith('press/2022/2022-10-10-plum'))
  expect(unlisted).toEqual(made.toSorted())
  expect(everything()).not.toContain('plum')
  expect(everything()).not.toContain(secret)
  expect(everything()).toContain('2022-08-15-icrc')
})

test('one that has become public, and lies there as the draft that it was', async () => {
  await trial.add('2022-10-10-plum', text => text.replace('status: approved', 'status: draft'))
  await trial.build({ release: false })
  await trial.edit('data/meetings/2022/2022-10-10-plum.yaml', text => text.replace('status: draft', 'status: approved'))
  await expect(trial.site()).rejects.toThrow(EnvironmentFault)
  await expect(trial.site()).rejects.toThrow('press/2022/2022-10-10-plum.')
  expect(trial.files().size).toBe(0)
})

test('an embargo that has ended by the clock that is given lets it in, and the clock is in no byte', async () => {
  const [before, after, later] = ['2022-12-31T03:59:59Z', '2023-01-01T04:00:00Z', '2023-06-01T00:00:00Z']
  await trial.add('2022-10-10-plum', text => hidden[2][1](text.replace('The Society received partners', secret)))
  await trial.build({ release: false })
  await trial.site({ asOf: now })
  const then = new Map(trial.files())
  await trial.site({ asOf: before })
  expect(trial.files()).toEqual(then)
  await trial.site({ asOf: after })
  expect(everything()).toContain(secret)
  expect(trial.files().has('site/2022/2022-10-10-plum.en.webp')).toBe(true)
  const open = new Map(trial.files())
  await trial.site({ asOf: later })
  expect(trial.files()).toEqual(open)
  // Of the moment itself a reader is told when it was published, not the day of issue.
  expect(trial.output.files.get('feed.en.atom')).toContain('<published>2023-01-01T09:00:00+05:00</published>')
})

test('what is not built, or is behind its record: no index is made of it, and the one before stays', async () => {
  const files = new Map(trial.output.files)
  trial.output.files.clear()
  await expect(trial.site()).rejects.toThrow('must be built first')
  for (const [path, text] of files) trial.output.files.set(path, text)
  await trial.site()
  const before = new Map(trial.files())
  await trial.edit(meeting, text => text.replace('The Society received partners', 'The Society met'))
  await expect(trial.site()).rejects.toThrow(/behind the records: press\/2022\/2022-08-15-icrc\.en/)
  expect(trial.files()).toEqual(before)
})

test('what somebody has changed in the folder', async () => {
  trial.output.files.set('press/2022/2022-08-15-icrc.en.json', '{}')
  await expect(trial.site()).rejects.toThrow('press/2022/2022-08-15-icrc.en.json')
})

test('a headline is text, whatever it holds', async () => {
  const nasty = `<img src=x onerror=alert(1)> </script><script>alert(2)</script> {{secret}} & "q"`
  await trial.edit(meeting, text => text.replace('en: The Society received partners', `en: '${nasty}'`))
  await trial.build()
  await trial.site()
  expect(page()).not.toContain('<img src=x')
  expect(page()).not.toContain('<script>alert')
  expect(page().match(/<script/g)).toHaveLength(1)
  expect(page()).toMatch(/<bdi>&lt;img\s.*&lt;\/script&gt;.*<\/bdi>/)
  expect(trial.output.files.get('feed.en.atom')).not.toContain('<script')
})
