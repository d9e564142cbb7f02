/** The browser's life: started sandboxed, replaced when it dies, gone without a trace. */

import { readFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { descendants, living } from '../../bench/process-tree.ts'
import { RenderFailure } from '../../src/model/fault.ts'
import { inEnglish } from '../../src/model/said.ts'
import type { Browser } from '../../src/render/browser/browser.ts'
import { findBrowser } from '../../src/render/browser/find-browser.ts'
import { launchBrowser, prepareLaunch } from '../../src/render/browser/launch-browser.ts'
import { launchPlans } from '../../src/render/browser/sandbox.ts'
import type { Tab } from '../../src/render/browser/tab.ts'
import { printPdf } from '../../src/render/pdf.ts'
import { run } from '../support/child.ts'
import { inWords } from '../support/in-words.ts'
import { disguised, finished, freshFolder, job, open, temporaryBrowserFolders } from './browser-fixtures.ts'

const isLinux = platform() === 'linux'
// Other test files run at the same time: only what lies in this folder is this file's.
process.env['TMPDIR'] = await freshFolder()

const opened: Browser[] = []
const track = (browser: Browser): Browser => {
  opened.push(browser)
  return browser
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map(browser => browser.close()))
})

const hello = job({ body: '<h1>Встреча</h1><p>Текст</p>' })

/** The kernel's word on every renderer below a process. */
const seccompOfRenderers = (pid: number): readonly (string | undefined)[] =>
  descendants(pid)
    .filter(each => each.command.includes('--type=renderer'))
    .map(each => /^Seccomp:\s*(\d)/m.exec(each.status)?.[1])

describe.runIf(isLinux)('the sandbox', () => {
  test('is on where it can be had: the kernel filters the renderer’s calls', async ctx => {
    const plans = await launchPlans('require')
    ctx.skip(!plans.some(plan => plan.before.length > 0), 'this machine gives no user namespaces')
    const browser = track(open({ sandbox: 'require' }))
    await printPdf(hello, browser)
    const facts = await browser.diagnose()
    expect(facts).toMatchObject({ sandbox: true, sandboxReason: '' })
    const renderers = seccompOfRenderers(facts.pid ?? 0)
    expect(renderers.length).toBeGreaterThan(0)
    expect(new Set(renderers)).toEqual(new Set(['2']))
    expect(browser.diagnostics()).toEqual([])
  })

  test('off is never silent', async () => {
    const browser = track(open({ sandbox: 'off' }))
    await printPdf(hello, browser)
    const facts = await browser.diagnose()
    expect(new Set(seccompOfRenderers(facts.pid ?? 0))).toEqual(new Set(['0']))
    expect(browser.diagnostics()).toMatchObject([{ code: 'render/sandbox-off', severity: 'warning' }])
    expect(facts.sandboxReason).toMatch(/--sandbox off/)
  })

  test('that is required and cannot be had is an error with the reason; on auto a warning with it', async () => {
    // A browser that refuses to start unless it is told to do without.
    const picky = await disguised(
      'picky',
      `case "$*" in *--no-sandbox*|--version) ;; *)
        echo '[1:1:FATAL:zygote.cc(1)] No usable sandbox! If you are running on Ubuntu' >&2; exit 1;; esac`,
    )
    await expect(printPdf(hello, track(open({ sandbox: 'require', browserPath: picky })))).rejects.toThrow(
      /required and cannot be had: .*No usable sandbox!/,
    )
    const lenient = track(open({ sandbox: 'auto', browserPath: picky }))
    expect((await printPdf(hello, lenient)).length).toBeGreaterThan(1000)
    expect(inWords(lenient.diagnostics())[0]?.message).toMatch(/without its sandbox: .*No usable sandbox!/)
  })

  test('a user whom no list of users knows, as containers have them, starts it too', async ctx => {
    const sandbox = join(import.meta.dirname, '../../src/render/browser/sandbox.ts')
    const asked = `import(${JSON.stringify(sandbox)}).then(async each => console.log((await each.launchPlans('auto')).length))`
    const words = ['--user', '--map-user=54321', '--map-group=54321', '--', process.execPath, '-e', asked]
    const ran = await run('unshare', words, { cwd: import.meta.dirname, env: { PATH: process.env['PATH'] } })
    ctx.skip(/unshare.*failed|Operation not permitted/.test(ran.stderr), 'this machine gives no user namespaces')
    expect(ran).toMatchObject({ code: 0 })
    expect(Number(ran.stdout)).toBeGreaterThan(0)
  })

  test('as root goes through a namespace in which it is nobody', async ctx => {
    ctx.skip(process.getuid?.() !== 0, 'not root')
    const plans = await launchPlans('require')
    ctx.skip(plans.length === 0, 'this machine gives no user namespaces')
    expect(plans.every(plan => plan.before.includes('--map-user=65534'))).toBe(true)
  })
})

describe('a browser that dies', () => {
  test('is replaced, and the next document prints', async () => {
    const browser = track(open())
    const before = await browser.diagnose()
    const first = await finished(hello, browser)
    process.kill(before.pid ?? 0, 'SIGKILL')
    expect(Buffer.compare(await finished(hello, browser), first)).toBe(0)
    expect((await browser.diagnose()).pid).not.toBe(before.pid)
  })

  test('in the middle of documents costs none of them', async () => {
    const browser = track(open({ tabs: 2 }))
    const { pid = 0 } = await browser.diagnose()
    let killed = false
    const works = [1, 2, 3, 4].map(() =>
      browser.use(async tab => {
        await tab.show(hello)
        if (!killed) process.kill(pid, 'SIGKILL')
        killed = true
        return tab.print()
      }),
    )
    for (const pdf of await Promise.all(works)) expect(pdf.length).toBeGreaterThan(1000)
  })

  test('twice under the same document fails it, in words', async () => {
    const browser = track(open())
    const always = browser.use(async tab => {
      process.kill((await browser.diagnose()).pid ?? 0, 'SIGKILL')
      return tab.print()
    })
    await expect(always).rejects.toThrow(RenderFailure)
    await expect(always).rejects.toThrow(/broke off twice/)
    expect((await printPdf(hello, browser)).length).toBeGreaterThan(1000)
  })

  test.runIf(isLinux)('only in its renderer is replaced too', async () => {
    const browser = track(open())
    const { pid = 0 } = await browser.diagnose()
    let kills = 0
    const pdf = await browser.use(async tab => {
      await tab.show(hello)
      kills += 1
      if (kills === 1)
        for (const each of descendants(pid))
          if (each.command.includes('--type=renderer')) process.kill(each.pid, 'SIGKILL')
      return tab.print()
    })
    expect(pdf.length).toBeGreaterThan(1000)
  })

  test('by its time limit fails its document, and the next one prints', async () => {
    const browser = track(open({ timeoutMs: 3_000 }))
    await browser.diagnose()
    await expect(browser.use(() => new Promise(() => undefined))).rejects.toThrow(/not printed within 3 s/)
    expect((await printPdf(hello, browser)).length).toBeGreaterThan(1000)
  })
})

describe('a browser that is done with', () => {
  test.runIf(isLinux)('leaves no process and no folder', async () => {
    const folders = temporaryBrowserFolders()
    const browser = open({ tabs: 2 })
    const { pid = 0 } = await browser.diagnose()
    await Promise.all([printPdf(hello, browser), printPdf(hello, browser)])
    const ours = [pid, ...descendants(pid).map(each => each.pid)]
    expect(ours.length).toBeGreaterThan(2)
    expect(temporaryBrowserFolders().length).toBeGreaterThan(folders.length)
    await browser.close()
    // Its own children end by themselves once it is gone.
    await vi.waitFor(() => expect(living().filter(each => ours.includes(each.pid))).toEqual([]), 60_000)
    expect(temporaryBrowserFolders().filter(name => !folders.includes(name))).toEqual([])
    await expect(printPdf(hello, browser)).rejects.toThrow(/has been closed/)
  })

  test.runIf(isLinux)('leaves none either when it was killed', async () => {
    const folders = temporaryBrowserFolders()
    const browser = open()
    const { pid = 0 } = await browser.diagnose()
    const ours = descendants(pid).map(each => each.pid)
    process.kill(pid, 'SIGKILL')
    await printPdf(hello, browser)
    await browser.close()
    expect(living().filter(each => ours.includes(each.pid))).toEqual([])
    expect(temporaryBrowserFolders().filter(name => !folders.includes(name))).toEqual([])
  })

  test('was perhaps never needed: closing starts nothing', async () => {
    const folders = temporaryBrowserFolders()
    await open().close()
    expect(temporaryBrowserFolders()).toEqual(folders)
  })
})

describe('a browser that was warm', () => {
  test('and is not needed: nothing is told of it, and it leaves no process and no folder', async () => {
    const folders = temporaryBrowserFolders()
    const browser = open({ sandbox: 'off' })
    await browser.warm()
    expect(descendants(process.pid)).not.toEqual([])
    expect(browser.diagnostics()).toEqual([])
    await browser.close()
    expect(descendants(process.pid)).toEqual([])
    expect(temporaryBrowserFolders()).toEqual(folders)
  })

  test('has its first tab, and what it lacks is told when it is used', async () => {
    const browser = track(open({ sandbox: 'off' }))
    await browser.warm()
    expect((await printPdf(hello, browser)).length).toBeGreaterThan(1000)
    expect(browser.diagnostics()).toHaveLength(1)
  })

  test('opens none beside the page with which it starts: the program would wait half a minute for it', async () => {
    const browser = track(open({ sandbox: 'off', tabs: 2 }))
    await browser.warm()
    const pages = (tab: Tab) => tab.page.browser().pages()
    expect(await browser.use(pages)).toHaveLength(1)
    const { promise: both, resolve } = Promise.withResolvers<void>()
    const other = browser.use(() => both)
    expect(await browser.use(pages)).toHaveLength(2)
    resolve()
    await other
  })

  test('and is warmed again, as by each save: its tab, which has its fonts, serves on', async () => {
    const browser = track(open({ sandbox: 'off' }))
    const tabs = new Set<Tab>()
    for (let save = 0; save < 3; save += 1) {
      await browser.warm()
      tabs.add(await browser.use(tab => Promise.resolve(tab)))
    }
    expect(tabs.size).toBe(1)
  })
})

describe('a tab', () => {
  test('is replaced after its share of documents', async () => {
    const browser = track(open({ documentsPerTab: 2 }))
    const tabs = new Set()
    for (let count = 0; count < 5; count += 1) {
      await browser.use(async tab => {
        tabs.add(tab)
        await tab.show(hello)
        return tab.print()
      })
    }
    expect(tabs.size).toBe(3)
  })
})

describe('a browser that is worn out', () => {
  const pidOf = async (browser: Browser): Promise<number> => (await browser.diagnose()).pid ?? 0

  /** Prints until another process has taken over. */
  async function printUntilReplaced(browser: Browser): Promise<number> {
    const before = await pidOf(browser)
    let printed = 0
    for (; printed < 1_000 && (await pidOf(browser)) === before; printed += 1) await printPdf(hello, browser)
    return printed
  }

  test('is replaced after its share of documents, without one that waits or fails', async () => {
    const folders = temporaryBrowserFolders()
    const browser = track(open({ documentsPerBrowser: 3, tabs: 2 }))
    const first = await pidOf(browser)
    const all = await Promise.all(Array.from({ length: 20 }, () => finished(hello, browser)))
    for (const pdf of all) expect(Buffer.compare(pdf, all[0] ?? pdf)).toBe(0)
    expect(await printUntilReplaced(browser)).toBeLessThan(1_000)
    await browser.close()
    expect(living().filter(each => each.pid === first)).toEqual([])
    expect(temporaryBrowserFolders().filter(name => !folders.includes(name))).toEqual([])
  })

  test.runIf(isLinux)('is replaced when it holds too much memory, and not before', async () => {
    const browser = track(open({ memoryLimit: 1 }))
    const printed = await printUntilReplaced(browser)
    expect(printed).toBeGreaterThanOrEqual(100)
    expect(printed).toBeLessThan(1_000)
    const light = track(open())
    const before = await pidOf(light)
    for (let count = 0; count < 101; count += 1) await printPdf(hello, light)
    expect(await pidOf(light)).toBe(before)
  })

  test('stays where no other can be started', async () => {
    const once = join(await freshFolder(), 'once')
    const lines = `case "$*" in *--version) ;; *) [ -e '${once}' ] && exit 1; touch '${once}';; esac`
    const browser = track(open({ sandbox: 'off', documentsPerBrowser: 2, browserPath: await disguised('only', lines) }))
    const before = await pidOf(browser)
    for (let count = 0; count < 8; count += 1) await printPdf(hello, browser)
    expect(await pidOf(browser)).toBe(before)
  })
})

describe('which browser', () => {
  test('a named one is used or is an error, never quietly replaced', async () => {
    await expect(findBrowser({ browserPath: '/nowhere/chrome', environment: process.env })).rejects.toThrow(
      /named by --browser cannot be used: there is no file \/nowhere\/chrome/,
    )
    const environment = { ...process.env, PUPPETEER_EXECUTABLE_PATH: '/bin/false' }
    await expect(findBrowser({ environment })).rejects.toThrow(
      /PUPPETEER_EXECUTABLE_PATH cannot be used: .*\/bin\/false/,
    )
  })

  test('nothing found names what was tried and how to get one', async () => {
    const environment = { PATH: '/nowhere', HOME: await freshFolder() }
    const thrown = await findBrowser({ browserPath: 'system', environment }).catch((reason: unknown) => reason)
    if (!(thrown instanceof RenderFailure)) return expect(thrown).toMatchObject({ kind: 'system' })
    expect(thrown.message).toMatch(/^No browser was found to print with\. Tried: /)
    expect(thrown.hints.map(inEnglish).join(' ')).toContain(
      'npx @puppeteer/browsers install chrome-headless-shell@stable',
    )
  })

  test.runIf(isLinux)('system takes what is on the PATH', async () => {
    const chromium = await disguised('chromium', '')
    const environment = { ...process.env, PATH: `${dirname(chromium)}:${process.env['PATH']}` }
    const found = await findBrowser({ browserPath: 'system', environment })
    expect(found).toMatchObject({ kind: 'system', path: chromium })
    expect(found.version).toMatch(/^\d+\./)
  })
})

test.runIf(isLinux)('nothing of the user’s environment reaches the embedded browser', async ctx => {
  const found = await findBrowser({ environment: { ...process.env, SECRET_TOKEN: 'hush' } })
  ctx.skip(found.kind !== 'embedded', 'no embedded browser here')
  const running = await launchBrowser(await prepareLaunch(Promise.resolve(found), 'auto'), 'auto', () => undefined)
  try {
    const own = await readFile(`/proc/${running.puppeteer.process()?.pid}/environ`, 'utf8')
    expect(own).not.toContain('hush')
    expect(own).toContain('FONTCONFIG_FILE=')
  } finally {
    await running.end()
  }
})
