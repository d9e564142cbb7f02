/** When a build is begun: gathered changes, and never two builds at once. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { gather } from '../../src/watch/gather.ts'
import { oneAtATime } from '../../src/watch/one-at-a-time.ts'

describe('gathering', () => {
  const patience = { quietMs: 80, mostMs: 1000 }
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('an editor’s events are one call, when it is quiet', () => {
    const act = vi.fn()
    const gathering = gather(act, patience)
    for (const path of ['a', 'a', 'b']) {
      gathering.add(path)
      vi.advanceTimersByTime(79)
    }
    expect(act).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(act.mock.calls).toEqual([[['a', 'b']]])
    vi.advanceTimersByTime(5000)
    expect(act).toHaveBeenCalledTimes(1)
  })

  test('where it never is quiet, a call a second', () => {
    const act = vi.fn()
    const gathering = gather(act, patience)
    for (let passed = 0; passed < 3000; passed += 50) {
      gathering.add(`${passed}`)
      vi.advanceTimersByTime(50)
    }
    expect(act).toHaveBeenCalledTimes(3)
    expect(new Set(act.mock.calls.flat(2)).size).toBe(60)
  })

  test('cancelled is forgotten', () => {
    const act = vi.fn()
    const gathering = gather(act, patience)
    gathering.add('a')
    gathering.cancel()
    vi.advanceTimersByTime(5000)
    expect(act).not.toHaveBeenCalled()
  })
})

describe('one at a time', () => {
  test('what comes meanwhile is one more run of all of it', async () => {
    const gates: PromiseWithResolvers<void>[] = []
    const runs: (readonly string[])[] = []
    const { request, close } = oneAtATime(
      paths => {
        const gate = Promise.withResolvers<void>()
        gates.push(gate)
        runs.push(paths)
        return gate.promise
      },
      () => {},
    )
    request([])
    expect(runs).toEqual([[]])
    request(['a'])
    request(['b', 'a'])
    expect(runs).toHaveLength(1)
    gates[0]?.resolve()
    await vi.waitUntil(() => runs.length === 2)
    expect(runs[1]).toEqual(['a', 'b'])
    request(['c'])
    gates[1]?.resolve()
    await vi.waitUntil(() => runs.length === 3)
    request(['d'])
    close()
    gates[2]?.resolve()
    await gates[2]?.promise
    request(['e'])
    await new Promise(setImmediate)
    expect(runs).toEqual([[], ['a', 'b'], ['c']])
  })

  test('a request at the very end of a run is not lost', async () => {
    const runs: string[] = []
    const { request } = oneAtATime(
      async paths => {
        runs.push(...paths)
        await Promise.resolve()
      },
      () => {},
    )
    for (let turn = 0; turn < 20; turn += 1) {
      request([`${turn}`])
      for (let micro = 0; micro < turn; micro += 1) await Promise.resolve()
    }
    await vi.waitUntil(() => runs.length === 20)
  })

  test('a bug is told, and ends it', async () => {
    const onBug = vi.fn()
    const run = vi.fn(() => Promise.reject(new Error('bug')))
    const { request } = oneAtATime(run, onBug)
    request([])
    await vi.waitUntil(() => onBug.mock.calls.length === 1)
    request([])
    expect(run).toHaveBeenCalledTimes(1)
  })
})
