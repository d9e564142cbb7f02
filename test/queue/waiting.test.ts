/** Who goes when, what is asked for again, and where a server is: without one. */
import { expect, test } from 'vitest'
import { inEnglish } from '../../src/model/said.ts'
import { addressOf } from '../../src/queue/address.ts'
import type { Outcome } from '../../src/queue/outcome.ts'
import { Turns } from '../../src/queue/turns.ts'
import { differences, digestOfTools } from '../../src/queue/versions.ts'
import { WaitingList } from '../../src/queue/waiting-list.ts'

test('who asks to be alone is alone, and is not passed by', async () => {
  const turns = new Turns()
  const log: string[] = []
  const free = new Map<string, () => void>()
  const take = (name: string, alone: boolean) =>
    turns.take(alone, () => {
      log.push(name)
      return new Promise<void>(resolve => free.set(name, resolve))
    })
  const all = [take('a', false), take('b', false), take('alone', true), take('c', false), take('d', false)]
  const settled = () => new Promise(resolve => setImmediate(resolve))
  await settled()
  expect(log).toEqual(['a', 'b'])
  free.get('a')?.()
  await settled()
  expect(log).toEqual(['a', 'b'])
  free.get('b')?.()
  await settled()
  expect(log).toEqual(['a', 'b', 'alone'])
  free.get('alone')?.()
  await settled()
  expect(log).toEqual(['a', 'b', 'alone', 'c', 'd'])
  for (const each of ['c', 'd']) free.get(each)?.()
  await Promise.all(all)
})

test('work that fails gives its turn back', async () => {
  const turns = new Turns()
  await expect(turns.take(true, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await turns.take(true, async () => 1)).toBe(1)
})

const made: Outcome = { kind: 'made', sha256: 'x', remarks: [] }

test('a job that is neither queued nor made is put in again; one that is queued is not', async () => {
  const there = { outcome: undefined as Outcome | undefined, queued: true }
  const list = new WaitingList({
    outcomes: async jobs => jobs.map(() => there.outcome),
    isQueued: async () => there.queued,
  })
  let puts = 0
  const waiting = list.wait('job', async () => {
    puts += 1
  })
  await list.lookAtAll()
  expect(puts).toBe(1)
  there.queued = false
  await list.lookAtAll()
  expect(puts).toBe(2)
  there.outcome = made
  await list.lookAtAll()
  expect(await waiting).toEqual(made)
  expect(list.length).toBe(0)
})

test('word of a job is enough; a fault is that of all who wait', async () => {
  const list = new WaitingList({
    outcomes: async jobs => jobs.map(job => (job === 'a' ? made : undefined)),
    isQueued: async () => true,
  })
  const both = [list.wait('a', async () => {}), list.wait('b', async () => {})]
  await list.lookAt('a')
  expect(await both[0]).toEqual(made)
  list.fail(new Error('away'))
  await expect(both[1]).rejects.toThrow('away')
  await expect(list.wait('c', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(list.length).toBe(0)
})

test.each([
  ['redis://localhost', { host: 'localhost', port: 6379, db: 0, isTls: false, shown: 'redis://localhost:6379/0' }],
  [
    'rediss://u:p%40x@r.example:7000/3',
    {
      host: 'r.example',
      port: 7000,
      db: 3,
      username: 'u',
      password: 'p@x',
      isTls: true,
      shown: 'rediss://r.example:7000/3',
    },
  ],
  ['redis://[::1]:7/', { host: '::1', port: 7, db: 0, isTls: false, shown: 'redis://[::1]:7/0' }],
])('%s', (text, address) => expect(addressOf(text)).toEqual(address))

test.each(['redis:/host', 'http://host', 'redis://host/one', 'redis://:secret%@host', 'host:6379', ''])(
  '%j names no server, and is not said again',
  text => {
    expect(() => addressOf(text)).toThrow(/^--queue does not name a server\.$/)
  },
)

test('a password of its own goes before that of the environment', () => {
  expect(addressOf('redis://:own@h', 'other').password).toBe('own')
  expect(addressOf('redis://h', 'other').password).toBe('other')
})

test('versions are the same in whichever order; what differs is named, code only where nothing else does', () => {
  expect(digestOfTools({ a: '1', b: '2' })).toBe(digestOfTools({ b: '2', a: '1' }))
  expect(digestOfTools({ a: '1' })).not.toBe(digestOfTools({ a: '2' }))
  const told = (...both: Parameters<typeof differences>) => differences(...both).map(inEnglish)
  expect(told({ a: '1', code: 'x' }, { a: '2', b: '3', code: 'y' })).toEqual(['a 1 instead of 2', 'b – instead of 3'])
  expect(told({ a: '1', code: 'x' }, { a: '1', code: 'y' })).toEqual(['the code of Khabar was changed'])
})
