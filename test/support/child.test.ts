/** That a wait for another program ends when the program stands still, and no sooner. */
import { expect, test } from 'vitest'
import { run } from './child.ts'

const script = (text: string) => run(process.execPath, ['-e', text], { patienceMs: 4_000 })

test('what stands still is ended, and all that it has started; what it said is told', async () => {
  const waits = `'setInterval(() => {}, 1000)'`
  const child = `require('node:child_process').spawn(process.execPath, ['-e', ${waits}], { stdio: 'inherit' })`
  await expect(script(`${child}; console.log('once')`)).rejects.toThrow(/nothing happened for 4 s\nonce/)
})

test('what speaks is waited for', async () => {
  const speaks = `let n = 0; const t = setInterval(() => { console.log(++n); if (n === 30) clearInterval(t) }, 200)`
  expect(await script(speaks)).toMatchObject({ code: 0, stdout: expect.stringMatching(/\n30\n$/) })
})

test('what works is waited for', async () => {
  const works = `const end = Date.now() + 9e3; while (Date.now() < end) ;`
  expect(await script(works)).toMatchObject({ code: 0, stdout: '' })
})
