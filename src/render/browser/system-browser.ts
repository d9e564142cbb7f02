/** Browsers that the machine already has: Chromium on the PATH, Chrome, and Edge, which every Windows has. */
import { access, constants } from 'node:fs/promises'
import { platform } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Environment } from './probe-browser.ts'

/** Those that exist, the best first. */
export async function systemBrowsers(environment: Environment): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of candidates(environment)) if (await isExecutable(path)) found.push(path)
  return found
}

function candidates(environment: Environment): readonly string[] {
  if (platform() === 'darwin') return onMac
  if (platform() === 'win32') return onWindows(environment)
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(folder => folder.startsWith('/'))
  const onPath = onLinux.flatMap(name => folders.map(folder => join(folder, name)))
  return [...onPath, '/opt/google/chrome/chrome']
}

const onLinux = ['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']

const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

function onWindows(environment: Environment): readonly string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(name => environment[name])
  const programs = [
    join('Google', 'Chrome', 'Application', 'chrome.exe'),
    join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]
  return programs.flatMap(program => roots.flatMap(root => (root ? [join(root, program)] : [])))
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
