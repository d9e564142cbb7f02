/**
 * WHICH BROWSER: the first of these that starts.
 *
 *   named (--browser PATH, PUPPETEER_EXECUTABLE_PATH)   or nothing: a wish is never quietly replaced
 *   embedded                     Linux x64: the same bytes everywhere; `--browser system` passes it over
 *   Puppeteer's cache, then its download                elsewhere
 *   the system's own Chromium, Chrome or Edge
 */

import { access } from 'node:fs/promises'
import { RenderFailure, reasonOf } from '../../model/fault.ts'
import { inTurn, type Said, said } from '../../model/said.ts'
import { type EmbeddedFonts, embeddedBrowser, embeddedFonts, isEmbeddedSupported } from './embedded-browser.ts'
import { type Environment, type Probe, probeBrowser } from './probe-browser.ts'
import { downloadBrowser, puppeteerBrowsers } from './puppeteer-cache.ts'
import { systemBrowsers } from './system-browser.ts'

export interface BrowserWish {
  /** A path, or `system`. */
  readonly browserPath?: string | undefined
  readonly environment: Environment
  /** Where to unpack; by default beside the packages, then in the user's cache. */
  readonly cacheDirs?: readonly string[] | undefined
  readonly onProgress?: ((task: Said, done?: number, total?: number) => void) | undefined
}

export interface FoundBrowser {
  readonly path: string
  readonly kind: 'embedded' | 'given' | 'puppeteer' | 'system'
  /** Empty where only the running browser can tell. */
  readonly version: string
  /** For the browser's own process, and no other. */
  readonly env: { readonly [name: string]: string }
  readonly fonts: EmbeddedFonts
  /** Folders to remove when the browser is done with. */
  readonly temporary: readonly string[]
}

/** A browser that may serve. */
interface Candidate {
  readonly path: string
  readonly kind: FoundBrowser['kind']
  readonly libraries?: string
  readonly temporary?: string | undefined
}

type Try = () => Promise<readonly Candidate[]>

export async function findBrowser(wish: BrowserWish): Promise<FoundBrowser> {
  const fonts = await embeddedFonts(foldersOf(wish))
  const tried: Said[] = []
  for (const attempt of await attempts(wish)) {
    for (const candidate of await attempt().catch(refused(tried))) {
      const { probe, env } = await start(candidate, {
        ...inherited(candidate, wish),
        FONTCONFIG_FILE: fonts.configuration,
      })
      const temporary = [fonts.temporary, candidate.temporary].filter(path => path !== undefined)
      if (probe.starts) {
        return { path: candidate.path, kind: candidate.kind, version: probe.version ?? '', env, fonts, temporary }
      }
      tried.push(
        said('{path} ({kind}) does not start: {reason}', {
          path: candidate.path,
          kind: candidate.kind,
          reason: probe.reason ?? said('no reason given'),
        }),
      )
    }
  }
  throw notFound(tried, wish)
}

async function attempts(wish: BrowserWish): Promise<readonly Try[]> {
  const named = wish.browserPath ?? wish.environment['PUPPETEER_EXECUTABLE_PATH']
  if (named && named !== 'system') return [() => given(named)]
  const installed: Try = async () =>
    (await puppeteerBrowsers(wish.environment)).map(path => ({ path, kind: 'puppeteer' }))
  const system: Try = async () => (await systemBrowsers(wish.environment)).map(path => ({ path, kind: 'system' }))
  if (named === 'system') return [system, installed]
  if (await isEmbeddedSupported()) return [() => embedded(wish), installed, system]
  return [installed, () => downloaded(wish), system]
}

async function given(path: string): Promise<readonly Candidate[]> {
  await access(path).catch(() => {
    throw new RenderFailure(said('there is no file {path}', { path }))
  })
  return [{ path, kind: 'given' }]
}

async function embedded(wish: BrowserWish): Promise<readonly Candidate[]> {
  const tell = wish.onProgress
  const folder = await embeddedBrowser(foldersOf(wish), (done, total) =>
    tell?.(said('Unpacking the browser'), done, total),
  )
  return [{ path: folder.executable, kind: 'embedded', libraries: folder.libraries, temporary: folder.temporary }]
}

async function downloaded(wish: BrowserWish): Promise<readonly Candidate[]> {
  const tell = wish.onProgress
  const path = await downloadBrowser(wish.environment, (done, total) =>
    tell?.(said('Downloading the browser'), done, total),
  )
  return [{ path, kind: 'puppeteer' }]
}

/** Ours needs nothing; others are started by scripts and snaps that want their user's environment. */
function inherited(candidate: Candidate, wish: BrowserWish): { [name: string]: string } {
  const known = Object.entries(wish.environment).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(candidate.kind === 'embedded' ? known.filter(([name]) => name === 'PATH') : known)
}

/** A machine without NSS and expat gets ours, by the child's environment only. */
async function start(
  candidate: Candidate,
  env: { [name: string]: string },
): Promise<{ probe: Probe; env: typeof env }> {
  const probe = await probeBrowser(candidate.path, env)
  if (probe.starts || !probe.lacksLibraries || !candidate.libraries) return { probe, env }
  const withLibraries = { ...env, LD_LIBRARY_PATH: candidate.libraries }
  return { probe: await probeBrowser(candidate.path, withLibraries), env: withLibraries }
}

const foldersOf = (wish: BrowserWish) => ({
  environment: wish.environment,
  ...(wish.cacheDirs && { parents: wish.cacheDirs }),
})

/** What could not even be looked at is one line of the final message. */
function refused(tried: Said[]): (thrown: unknown) => readonly Candidate[] {
  return thrown => {
    tried.push(reasonOf(thrown))
    return []
  }
}

function notFound(tried: readonly Said[], wish: BrowserWish): RenderFailure {
  const named = wish.browserPath ?? wish.environment['PUPPETEER_EXECUTABLE_PATH']
  const lines = tried.length > 0 ? tried : [said('no Chromium, Chrome or Edge is installed')]
  if (named && named !== 'system') {
    const by = wish.browserPath ? '--browser' : 'PUPPETEER_EXECUTABLE_PATH'
    const hint = said('Correct {by}, or leave it out: Khabar then finds a browser itself.', { by })
    return new RenderFailure(
      said('The browser named by {by} cannot be used: {lines}.', { by, lines: inTurn(lines, '; ') }),
      [hint],
    )
  }
  return new RenderFailure(
    said('No browser was found to print with. Tried: {lines}.', { lines: inTurn(lines, '; ') }),
    [
      said('Install one with: npx @puppeteer/browsers install chrome-headless-shell@stable --path ~/.cache/puppeteer'),
      said('Or name an installed Chromium, Chrome or Edge with --browser PATH.'),
    ],
  )
}
