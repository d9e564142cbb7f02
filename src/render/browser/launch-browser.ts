/** One browser process, from its start to the last of its children: its own folder, its own process group, no network. */

import { access, mkdir } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchOptions, Page, Browser as PuppeteerBrowser } from 'puppeteer-core'
import { RenderFailure, reasonOf } from '../../model/fault.ts'
import { type Said, said } from '../../model/said.ts'
import type { FoundBrowser } from './find-browser.ts'
import { endGroup } from './process-group.ts'
import { makeProfileFolder, removeProfileFolder, sweepProfileFolders } from './profile-folder.ts'
import { isSandboxed, type LaunchPlan, launchPlans, type SandboxPolicy, whyNoSandbox } from './sandbox.ts'
import { within } from './time-limit.ts'

export interface RunningBrowser {
  readonly puppeteer: PuppeteerBrowser
  readonly version: string
  readonly plan: LaunchPlan
  /** Why each better plan was given up. */
  readonly givenUp: readonly Said[]
  /**
   * The page with which the browser starts, and then new ones; rejects when the browser goes meanwhile. Puppeteer would
   * wait half a minute for a new one, and the program with it, even if it is over: a browser warmed up for nothing opens none.
   */
  emptyPage(): Promise<Page>
  /** It has nothing to save and is not asked; nothing of it is left afterwards. */
  end(): Promise<void>
}

/** No name resolves and no connection leaves, whatever gets past the page's own defences. */
const networkOff = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]

/** What must be known before one can start. */
export interface Preparation {
  readonly found: FoundBrowser
  readonly plans: readonly LaunchPlan[]
}

/** Asks other processes, and waits for them: begun early, it is done when it is needed. */
export async function prepareLaunch(looking: Promise<FoundBrowser>, policy: SandboxPolicy): Promise<Preparation> {
  const before = [looking, launchPlans(policy), sweepProfileFolders(tmpdir()), import('puppeteer-core')] as const
  const [found, plans] = await Promise.all(before)
  return { found, plans }
}

/** @param whenSpawned is called when there is a process, which has not answered yet */
export async function launchBrowser(
  { found, plans }: Preparation,
  policy: SandboxPolicy,
  whenSpawned: () => void,
): Promise<RunningBrowser> {
  const givenUp: Said[] = []
  for (const plan of plans) {
    try {
      return await launch(found, plan, { givenUp, whenSpawned })
    } catch (thrown) {
      givenUp.push(reasonOf(thrown))
    }
  }
  if (policy === 'require') {
    throw new RenderFailure(
      said("The browser's sandbox was required and cannot be had: {why}.", {
        why: whyNoSandbox(givenUp),
      }),
      [said('Allow unprivileged user namespaces on this machine, or use --sandbox auto.')],
    )
  }
  throw new RenderFailure(
    said('The browser {path} does not start: {why}.', {
      path: found.path,
      why: givenUp.at(-1) ?? said('no reason given'),
    }),
    [said('Run “khabar doctor” to see what is missing, or name another browser with --browser.')],
  )
}

async function launch(
  found: FoundBrowser,
  plan: LaunchPlan,
  { givenUp, whenSpawned }: Pick<RunningBrowser, 'givenUp'> & Pick<Attempt, 'whenSpawned'>,
): Promise<RunningBrowser> {
  const folder = await makeProfileFolder(tmpdir())
  const stop = new AbortController()
  try {
    const puppeteer = await startPiped(found, plan, { folder, signal: stop.signal, whenSpawned })
    const running = supervise({ puppeteer, folder, stop })
    const sandboxed = plan.sandbox ? await rendererIsSandboxed(puppeteer) : true
    if (sandboxed)
      return {
        ...running,
        puppeteer,
        emptyPage: emptyPages(puppeteer),
        version: (await puppeteer.version()).replace(/^[^\d]*/, ''),
        plan,
        givenUp: [...givenUp],
      }
    await running.end()
    throw new Error('the browser started, but its renderer is not sandboxed')
  } catch (thrown) {
    stop.abort()
    await removeProfileFolder(folder)
    throw thrown
  }
}

interface Attempt {
  readonly folder: string
  readonly signal: AbortSignal
  readonly whenSpawned: () => void
}

/** A pipe, not a port that any user of the machine could speak to; only then nobody hears why a start failed, so it is asked again. */
async function startPiped(found: FoundBrowser, plan: LaunchPlan, attempt: Attempt): Promise<PuppeteerBrowser> {
  const { default: puppeteer } = await import('puppeteer-core')
  const options = await optionsFor(found, plan, attempt)
  try {
    const launching = puppeteer.launch({ ...options, pipe: true })
    // Puppeteer does not tell; it waits for nothing that takes longer before it spawns.
    setTimeout(attempt.whenSpawned, 20)
    return await launching
  } catch (thrown) {
    const second = await puppeteer.launch({ ...options, pipe: false }).catch((reason: unknown) => {
      throw new Error(reasonInLog(reason instanceof Error ? reason.message : String(reason)), { cause: thrown })
    })
    await second.close()
    throw thrown
  }
}

async function optionsFor(found: FoundBrowser, plan: LaunchPlan, attempt: Attempt): Promise<LaunchOptions> {
  const { default: puppeteer } = await import('puppeteer-core')
  const home = join(attempt.folder, 'home')
  await mkdir(home)
  const own = found.kind === 'embedded' ? { HOME: home, TMPDIR: home, LANG: 'C.UTF-8', TZ: 'UTC' } : {}
  const extra = [...networkOff, '--lang=en-US', ...(plan.sandbox ? [] : ['--no-sandbox'])]
  const usual = await puppeteer.defaultArgs({
    headless: 'shell',
    userDataDir: join(attempt.folder, 'profile'),
    args: extra,
  })
  const all = usual.filter(argument => argument !== '--no-sandbox' || !plan.sandbox)
  const [program, ...before] = [...plan.before, found.path]
  return {
    executablePath: await located(program ?? found.path, found.env),
    ignoreDefaultArgs: true,
    args: [...before, ...all],
    env: { ...found.env, ...own },
    signal: attempt.signal,
    timeout: 30_000,
    protocolTimeout: 120_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  }
}

/** Puppeteer wants a path where a shell would take a name. */
async function located(program: string, env: FoundBrowser['env']): Promise<string> {
  if (program.includes('/') || platform() === 'win32') return program
  for (const folder of (env['PATH'] ?? '/usr/bin:/bin').split(':')) {
    const path = join(folder, program)
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  throw new Error(`there is no program ${program}`)
}

/** The kernel is asked, not the browser: a flag in the environment can switch the sandbox off behind our back. */
async function rendererIsSandboxed(puppeteer: PuppeteerBrowser): Promise<boolean> {
  if (platform() !== 'linux') return true
  const answered = puppeteer.pages().then(([page]) => page?.evaluate('0')) // A renderer exists only once it has had to answer.
  const [session] = await Promise.all([puppeteer.target().createCDPSession(), answered])
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  session.detach().catch(() => undefined)
  const renderers = processInfo.filter(each => each.type === 'renderer')
  const answers = await Promise.all(renderers.map(each => isSandboxed(each.id)))
  return renderers.length > 0 && !answers.includes(false)
}

function emptyPages(puppeteer: PuppeteerBrowser): () => Promise<Page> {
  const gone = Promise.withResolvers<never>()
  gone.promise.catch(() => undefined)
  puppeteer.once('disconnected', () => gone.reject(new Error('the browser is gone')))
  let isFirst = true
  return async () => {
    const pages = isFirst ? puppeteer.pages() : undefined
    isFirst = false
    const [first] = (await pages) ?? []
    return first ?? Promise.race([puppeteer.newPage(), gone.promise])
  }
}

function supervise(browser: {
  readonly puppeteer: PuppeteerBrowser
  readonly folder: string
  readonly stop: AbortController
}): Pick<RunningBrowser, 'end'> {
  const leader = browser.puppeteer.process()
  const end = async (): Promise<void> => {
    const closed = browser.puppeteer.close().catch(() => undefined)
    browser.stop.abort()
    if (leader?.pid && platform() !== 'win32') await endGroup(leader.pid)
    await within(2_000, closed, () => undefined)
    await removeProfileFolder(browser.folder)
  }
  let ending: Promise<void> | undefined
  return {
    end: () => {
      ending ??= end()
      return ending
    },
  }
}

/** Out of Puppeteer's message, which holds all that the browser wrote, the line that says why. */
function reasonInLog(message: string): string {
  const lines = message.split('\n').map(line => line.trim())
  const telling = /No usable sandbox|without --no-sandbox|error while loading shared|FATAL/
  const line = lines.find(each => telling.test(each)) ?? lines.find(each => each !== '') ?? 'no reason given'
  return line.replace(/^\[[^\]]*\]\s*/, '').replace(/\s*If you (?:are|want).*$/, '')
}
