/** What killed builds leave of their browsers is swept by the next; what is in use, or not ours to judge, stays. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { thisProcess } from '../../src/disk/process-identity.ts'
import { makeProfileFolder, sweepProfileFolders } from '../../src/render/browser/profile-folder.ts'

let temporary = ''
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'khabar-profiles-'))
})
afterEach(() => rmSync(temporary, { recursive: true, force: true }))

function plant(name: string, owner: unknown): void {
  mkdirSync(join(temporary, name, 'profile'), { recursive: true })
  writeFileSync(join(temporary, name, 'profile/file'), 'x')
  writeFileSync(join(temporary, name, 'owner.json'), typeof owner === 'string' ? owner : JSON.stringify(owner))
}
const swept = async (): Promise<readonly string[]> => {
  await sweepProfileFolders(temporary)
  return readdirSync(temporary).toSorted()
}

test('of a process that was killed, by its number or by its start', async () => {
  const script = `import { makeProfileFolder } from ${JSON.stringify(join(import.meta.dirname, '../../src/render/browser/profile-folder.ts'))}
    console.log(await makeProfileFolder(${JSON.stringify(temporary)}))
    setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const [name = ''] = readdirSync(temporary)
  expect(await swept()).toEqual([name])
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(await swept()).toEqual([])
})

test.runIf(platform() === 'linux')('of a process whose number another one has now', async () => {
  plant('khabar-browser-aaaaaa', { ...(await thisProcess()), start: '1' })
  expect(await swept()).toEqual([])
})

test('half removed before: by its name', async () => {
  plant('khabar-browser-aaaaaa.gone', 'nobody')
  rmSync(join(temporary, 'khabar-browser-aaaaaa.gone/owner.json'))
  expect(await swept()).toEqual([])
})

test('all that is in use, from elsewhere, or unknown stays', async () => {
  const own = await thisProcess()
  const gone = { ...own, start: '1' }
  await makeProfileFolder(temporary)
  plant('khabar-browser-bbbbbb', { ...gone, boot: 'another machine' })
  plant('khabar-browser-cccccc', { ...gone, space: 'another container' })
  plant('khabar-browser-dddddd', '{"pid":')
  plant('khabar-browser-eeeeee', { pid: -1 })
  plant('khabar-browser-ffffffff', gone)
  plant('khabar-other-aaaaaa', gone)
  plant('khabar-browser-aaaaaa.more', gone)
  mkdirSync(join(temporary, 'khabar-browser-gggggg'))
  writeFileSync(join(temporary, 'khabar-browser-hhhhhh'), '')
  const before = readdirSync(temporary).toSorted()
  expect(await swept()).toEqual(before)
})

test.runIf(platform() !== 'win32')('a link is neither followed nor removed; a pipe not waited for', async () => {
  plant('precious', { ...(await thisProcess()), start: '1' })
  symlinkSync(join(temporary, 'precious'), join(temporary, 'khabar-browser-aaaaaa'))
  symlinkSync(join(temporary, 'precious'), join(temporary, 'khabar-browser-bbbbbb.gone'))
  mkdirSync(join(temporary, 'khabar-browser-cccccc'))
  execFileSync('mkfifo', [join(temporary, 'khabar-browser-cccccc/owner.json')])
  mkdirSync(join(temporary, 'khabar-browser-dddddd'))
  symlinkSync(join(temporary, 'precious/owner.json'), join(temporary, 'khabar-browser-dddddd/owner.json'))
  const before = readdirSync(temporary).toSorted()
  expect(await swept()).toEqual(before)
  expect(readFileSync(join(temporary, 'precious/profile/file'), 'utf8')).toBe('x')
})

test('many at once remove each folder once, and nothing else', async () => {
  const gone = { ...(await thisProcess()), start: '1' }
  for (let at = 0; at < 20; at += 1) plant(`khabar-browser-aaaa${10 + at}`, gone)
  const used = await makeProfileFolder(temporary)
  await Promise.all(Array.from({ length: 5 }, () => sweepProfileFolders(temporary)))
  expect(existsSync(join(used, 'owner.json'))).toBe(true)
  if (platform() === 'linux') expect(readdirSync(temporary)).toHaveLength(1)
})
