/** Puppeteer's own browsers: those in its cache, and the one that it pins, fetched on first need where none is embedded. */

import { join } from 'node:path'
import type { InstalledBrowser } from '@puppeteer/browsers'
import { compare } from '../../model/diagnostic.ts'
import { RenderFailure, reasonOf } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import { homeFolder } from './home-folder.ts'
import type { Environment } from './probe-browser.ts'

/** Paths of what is installed: the headless shell before Chrome, the newest before older ones. */
export async function puppeteerBrowsers(environment: Environment): Promise<readonly string[]> {
  const { Browser, getInstalledBrowsers } = await import('@puppeteer/browsers')
  const wanted: readonly string[] = [Browser.CHROMEHEADLESSSHELL, Browser.CHROME]
  const installed = await getInstalledBrowsers({ cacheDir: cacheDir(environment) }).catch(() => [])
  return installed
    .filter(each => wanted.includes(each.browser))
    .toSorted((a, b) => wanted.indexOf(a.browser) - wanted.indexOf(b.browser) || newestFirst(a, b))
    .map(each => each.executablePath)
}

/** The build that this version of puppeteer-core is made for. */
export async function downloadBrowser(
  environment: Environment,
  progress: (done: number, total: number) => void,
): Promise<string> {
  const { Browser, install } = await import('@puppeteer/browsers')
  const { PUPPETEER_REVISIONS } = await import('puppeteer-core/internal/revisions.js')
  const buildId = PUPPETEER_REVISIONS['chrome-headless-shell']
  try {
    const { executablePath } = await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId,
      cacheDir: cacheDir(environment),
      downloadProgressCallback: progress,
    })
    return executablePath
  } catch (thrown) {
    throw new RenderFailure(
      said('chrome-headless-shell {buildId} could not be downloaded: {reason}', { buildId, reason: reasonOf(thrown) }),
      [],
      thrown,
    )
  }
}

const cacheDir = (environment: Environment): string =>
  environment['PUPPETEER_CACHE_DIR'] || join(homeFolder(environment), '.cache', 'puppeteer')

const newestFirst = (a: InstalledBrowser, b: InstalledBrowser): number => compare(padded(b.buildId), padded(a.buildId))

/** 99.0 is older than 153.0. */
const padded = (version: string): string => version.replace(/\d+/g, digits => digits.padStart(8, '0'))
