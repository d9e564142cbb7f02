/** Artifacts are there whole or as they were. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-output-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('writes into folders that are not there yet, and leaves nothing beside the file', async () => {
  const output = openOutput(join(folder, 'out'))
  await output.write('press/2022/a.ru.pdf', bytes('one'))
  await output.write('press/2022/a.ru.pdf', bytes('two'))
  expect(await readdir(join(folder, 'out/press/2022'))).toEqual(['a.ru.pdf'])
  expect(await readFile(join(folder, 'out/press/2022/a.ru.pdf'), 'utf8')).toBe('two')
})

test('many at once make the folders that they share, and none takes another’s for a link', async () => {
  for (let round = 0; round < 40; round += 1) {
    const output = openOutput(join(folder, `out-${round}`))
    const paths = Array.from({ length: 12 }, (_, index) => `press/${2000 + (index % 3)}/${index}.ru.txt`)
    await Promise.all(paths.map(path => output.write(path, bytes(path))))
    for (const path of paths) expect(await output.read(path)).toEqual(Buffer.from(path))
  }
})

test('what is not there reads as undefined', async () => {
  expect(await openOutput(folder).read('press/2022/none.pdf')).toBeUndefined()
})

test('removing the last file of a folder removes the folder, and nothing that is not empty', async () => {
  const output = openOutput(folder)
  await output.write('press/2021/a.pdf', bytes('a'))
  await output.write('press/2022/b.pdf', bytes('b'))
  await output.remove('press/2021/a.pdf')
  expect(await readdir(join(folder, 'press'))).toEqual(['2022'])
})

test('nothing outside the folder is touched', async () => {
  await expect(async () => openOutput(folder).write('../escaped.pdf', bytes('x'))).rejects.toThrow(RangeError)
})

test('a file where a folder is needed is told in words', async () => {
  await writeFile(join(folder, 'press'), 'in the way')
  await expect(openOutput(folder).write('press/2022/a.pdf', bytes('x'))).rejects.toThrow(EnvironmentFault)
  expect(await readFile(join(folder, 'press'), 'utf8')).toBe('in the way')
})

test.runIf(platform() !== 'win32')('behind a link that leads out nothing is made, not even a folder', async () => {
  const [out, elsewhere] = [join(folder, 'out'), join(folder, 'elsewhere')]
  for (const each of [out, elsewhere]) await mkdir(each)
  for (const target of [elsewhere, join(folder, 'nothing')]) {
    await symlink(target, join(out, 'press'))
    const writing = openOutput(out).write('press/2022/a.ru.pdf', bytes('one'))
    await expect(writing).rejects.toThrow(/is a link that leads out of the output folder/)
    await rm(join(out, 'press'))
  }
  expect(await readdir(folder, { recursive: true })).toEqual(expect.arrayContaining(['elsewhere', 'out']))
  expect(await readdir(folder, { recursive: true })).toHaveLength(2)
})

test.runIf(platform() !== 'win32')('behind a link that leads out nothing is removed', async () => {
  const [out, elsewhere] = [join(folder, 'out'), join(folder, 'elsewhere')]
  for (const each of [out, elsewhere]) await mkdir(each)
  await writeFile(join(elsewhere, 'a.ru.pdf'), 'precious')
  await symlink(elsewhere, join(out, 'press'))
  await expect(openOutput(out).remove('press/a.ru.pdf')).rejects.toThrow(/is a link that leads out/)
  expect(await readdir(elsewhere)).toEqual(['a.ru.pdf'])
})
