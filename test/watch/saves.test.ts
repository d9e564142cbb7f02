/** What editors and git do to files, and that each of it is one rebuild with the right result. */

import { cpSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { verbatim } from '../../src/model/said.ts'
import { type Watching, watching } from '../support/watching.ts'

const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
const release = '/files/press/2022/2022-08-15-icrc.en.html'
const headline = 'The Society received partners'
const named = (name: string) => (text: string) => text.replace(headline, name)

/** Until the release shows it: a save may be two rebuilds where the machine is slow, but it must end well. */
async function shows(watch: Watching, text: string): Promise<void> {
  while (!(await watch.page(release)).includes(text)) await watch.rebuild()
}

test('truncated and written', async () => {
  const watch = await watching()
  await watch.edit(meeting, named('Written'))
  const { changed, result } = await watch.rebuild()
  expect(changed).toEqual([meeting])
  expect(result).toMatchObject({ outcome: 'done' })
  await shows(watch, 'Written')
})

test('truncated, and written only later: empty is an error, whole is none', async () => {
  const watch = await watching()
  const text = readFileSync(join(watch.root, meeting), 'utf8')
  await writeFile(join(watch.root, meeting), '')
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'refused' })
  await writeFile(join(watch.root, meeting), named('Later')(text))
  await shows(watch, 'Later')
})

test('written beside and renamed over, with an editor’s swap files and locks (vim, emacs, VS Code, sed -i)', async () => {
  const watch = await watching()
  const path = join(watch.root, meeting)
  const folder = join(path, '..')
  const text = readFileSync(path, 'utf8')
  await symlink('someone@somewhere.4242:1660000000', join(folder, '.#2022-08-15-icrc.yaml'))
  await writeFile(join(folder, '.2022-08-15-icrc.yaml.swp'), 'b0VIM')
  await writeFile(join(folder, '4913'), '')
  await unlink(join(folder, '4913'))
  await rename(path, `${path}~`)
  await writeFile(path, named('Renamed over')(text))
  await unlink(`${path}~`)
  await writeFile(join(folder, 'sedXa7Kq2'), named('Renamed twice')(text))
  await rename(join(folder, 'sedXa7Kq2'), path)
  const { changed, result } = await watch.rebuild()
  expect(result).toMatchObject({ outcome: 'done' })
  expect(changed).toEqual([meeting])
  await shows(watch, 'Renamed twice')
})

test('a link in a circle, in place of a record and of data/ itself, is told and ends nothing', async () => {
  const watch = await watching()
  const data = join(watch.root, 'data')
  await symlink('circle.yaml', join(data, 'meetings/2022/circle.yaml'))
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'refused' })
  await unlink(join(data, 'meetings/2022/circle.yaml'))
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'done' })
  await rename(data, `${data}.aside`)
  await symlink('data', data)
  while (!('message' in (await watch.rebuild()).result));
  await unlink(data)
  await rename(`${data}.aside`, data)
  await watch.edit(meeting, named('After the circle'))
  await shows(watch, 'After the circle')
})

test('deleted: its artifacts go; written again: they come back', async () => {
  const watch = await watching()
  const path = join(watch.root, meeting)
  const text = readFileSync(path, 'utf8')
  await unlink(path)
  await watch.rebuild()
  expect((await fetch(watch.address + release)).status).toBe(404)
  await writeFile(path, text)
  await shows(watch, headline)
})

test('a folder deleted and made again is watched like any other, and so is a new one', async () => {
  const watch = await watching()
  const text = readFileSync(join(watch.root, meeting), 'utf8')
  for (const name of ['Once', 'Twice']) {
    await rm(join(watch.root, 'data/meetings'), { recursive: true })
    await mkdir(join(watch.root, 'data/meetings/2022'), { recursive: true })
    await writeFile(join(watch.root, meeting), named(`${name} made`)(text))
    await shows(watch, `${name} made`)
    await writeFile(join(watch.root, meeting), named(`${name} edited`)(text))
    await shows(watch, `${name} edited`)
  }
  await mkdir(join(watch.root, 'templates/wording'), { recursive: true })
  const wording = readFileSync(join(import.meta.dirname, '../../templates/press/page.css'), 'utf8')
  await mkdir(join(watch.root, 'templates/press'), { recursive: true })
  await writeFile(join(watch.root, 'templates/press/page.css'), `${wording}\n.mine { color: teal }\n`)
  await shows(watch, '.mine')
  await rm(join(watch.root, 'templates'), { recursive: true })
  while ((await watch.page(release)).includes('.mine')) await watch.rebuild()
})

test('a whole data folder swapped for another', async () => {
  const watch = await watching()
  cpSync(join(watch.root, 'data'), join(watch.root, 'next'), { recursive: true })
  const text = readFileSync(join(watch.root, meeting), 'utf8')
  await writeFile(join(watch.root, meeting.replace('data', 'next')), named('Swapped')(text))
  await rename(join(watch.root, 'data'), join(watch.root, 'before'))
  await rename(join(watch.root, 'next'), join(watch.root, 'data'))
  await shows(watch, 'Swapped')
  await watch.edit(meeting, changed => changed.replace('Swapped', 'Edited after'))
  await shows(watch, 'Edited after')
})

test('data/ gone for a while is a fault that mends itself', async () => {
  const watch = await watching()
  await rename(join(watch.root, 'data'), join(watch.root, 'away'))
  expect((await watch.rebuild()).result).toMatchObject({
    message: { sentence: expect.stringContaining('no data/ folder') },
  })
  expect(await watch.page('/problems')).toContain('no data/ folder')
  expect(await watch.page(release)).toContain(headline)
  await rename(join(watch.root, 'away'), join(watch.root, 'data'))
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'done' })
})

test('500 files of a git checkout are one or two rebuilds', async () => {
  const watch = await watching()
  const names = Array.from({ length: 500 }, (_, index) => `drill-${index}`)
  const text = (name: string): string =>
    `name: { ru: Учения ${name}, en: Drill ${name} }\narea: first-aid\ntype: simulation\nstart: 2022-10-03\nend: 2022-10-04\nplaces: [uz-tk]\n`
  const folder = join(watch.root, 'data/activities/2022')
  await Promise.all(names.map(name => writeFile(join(folder, `${name}.yaml`), text(name))))
  const told = new Set<string>()
  let rebuilds = 0
  while (told.size < names.length) {
    for (const path of (await watch.rebuild()).changed) told.add(path)
    rebuilds += 1
  }
  expect(rebuilds).toBeLessThanOrEqual(2)
  expect(await readdir(folder)).toHaveLength(502)
})

test('a change during a build is built after it', async () => {
  let during: (() => Promise<void>) | undefined
  const watch = await watching({
    onProgress: () => {
      void during?.()
      during = undefined
    },
  })
  during = () => watch.edit(meeting, text => text.replace('First', 'Second'))
  await watch.edit(meeting, named('First'))
  await shows(watch, 'Second')
})

test('what is in the way outside the data is tried again by itself, and told once', async () => {
  let isFull = false
  let tries = 0
  const full = async (): Promise<never> => {
    tries += 1
    if (tries === 3) isFull = false
    throw new EnvironmentFault(verbatim('The disk is full.'), verbatim('Make room.'))
  }
  const watch = await watching({ patience: { quietMs: 20, mostMs: 200, retryMs: 20 } }, build =>
    isFull ? full() : build(),
  )
  isFull = true
  await watch.edit(meeting, named('After all'))
  expect((await watch.rebuild()).result).toEqual({
    message: verbatim('The disk is full.'),
    hints: [verbatim('Make room.')],
  })
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'done' })
  expect(tries).toBe(3)
  await shows(watch, 'After all')
})
