/**
 * Which browser was found last time, so that a build of nothing need not start it to be told its version: the wish that led
 * to it, and what the kernel says of its file, which a new version would change. Only of a browser that nothing found
 * meanwhile would be preferred to.
 */
import { stampOf } from '../../disk/stamp.ts'
import type { BrowserWish, FoundBrowser } from './find-browser.ts'

type Wish = Pick<BrowserWish, 'browserPath' | 'environment'>

export function trailOf({ path, kind }: Pick<FoundBrowser, 'path' | 'kind'>, wish: Wish): string | undefined {
  const stamp = stampOf(path)?.text
  return stamp && (kind === 'embedded' || kind === 'given') ? JSON.stringify([wishOf(wish), path, stamp]) : undefined
}

export function leadsStill(trail: string, wish: Wish): boolean {
  const [then, path, stamp]: readonly unknown[] = JSON.parse(trail)
  return then === wishOf(wish) && typeof path === 'string' && stamp === stampOf(path)?.text
}

const wishOf = ({ browserPath, environment }: Wish): string =>
  browserPath ?? environment['PUPPETEER_EXECUTABLE_PATH'] ?? ''
