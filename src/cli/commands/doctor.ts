/** khabar doctor: what of this machine works, what does not, and what to do. */
import { access, constants } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type BrowserWords, rendererFor } from '../renderer.ts'
import type { Setting } from '../setting.ts'

export interface DoctorOptions extends BrowserWords {
  readonly out: string
  readonly format: 'human' | 'json'
}

interface Finding {
  readonly what: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly detail: string
  readonly hint?: string
}

export async function doctor(setting: Setting, options: DoctorOptions): Promise<number> {
  const { root, terminal } = setting
  const findings = [
    node(),
    await browser(setting, options),
    await workspace(root),
    await output(resolve(root, options.out)),
  ].flat()
  if (options.format === 'json') terminal.result(JSON.stringify({ findings }, null, 2))
  else for (const each of findings) terminal.result(lineOf(each, terminal.colour))
  return findings.some(each => each.state === 'fault') ? 2 : 0
}

function lineOf({ state, what, detail, hint }: Finding, colour: boolean): string {
  const [mark, code] = ({ ok: ['✓', 32], warning: ['!', 33], fault: ['✗', 31] } as const)[state]
  const sign = colour ? `\u001b[${code}m${mark}\u001b[0m` : mark
  return `${sign} ${what.padEnd(10)} ${detail}${hint ? `\n             ${hint}` : ''}`
}

function node(): Finding {
  return { what: 'Node', state: 'ok', detail: `${process.versions.node}, ${process.platform} ${process.arch}` }
}

async function browser(setting: Setting, words: BrowserWords): Promise<readonly Finding[]> {
  const renderer = rendererFor(setting, words, 1)
  try {
    const facts = await renderer.diagnose()
    const [told] = renderer.diagnostics()
    return [
      { what: 'browser', state: 'ok', detail: `${facts.version} (${facts.kind}), ${facts.path}` },
      told
        ? { what: 'sandbox', state: 'warning', detail: told.message, hint: told.hints.join(' ') }
        : { what: 'sandbox', state: 'ok', detail: facts.hasOwnNetwork ? 'on, without any network' : 'on' },
      {
        what: 'fonts',
        state: facts.fonts.length > 0 ? 'ok' : 'fault',
        detail: `${facts.fonts.length} to fall back on, in ${facts.cacheFolder}`,
      },
    ]
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return [
      {
        what: 'browser',
        state: 'fault',
        detail: message,
        hint: 'Reports can be built without it: khabar build --only report.',
      },
    ]
  } finally {
    await renderer.close()
  }
}

async function workspace(root: string): Promise<Finding> {
  const isThere = await can(resolve(root, 'data', 'society.yaml'), constants.R_OK)
  if (isThere) return { what: 'workspace', state: 'ok', detail: root }
  const hint = 'Run khabar where data/ is, or name the place with --root.'
  return {
    what: 'workspace',
    state: 'fault',
    detail: `There is no data/society.yaml that can be read in ${root}.`,
    hint,
  }
}

/** The folder itself need not be there yet: then the nearest one above it must take it. */
async function output(folder: string): Promise<Finding> {
  let at = folder
  while (!(await can(at, constants.F_OK)) && dirname(at) !== at) at = dirname(at)
  if (await can(at, constants.W_OK)) return { what: 'output', state: 'ok', detail: `${folder} can be written` }
  return {
    what: 'output',
    state: 'fault',
    detail: `${at} cannot be written.`,
    hint: 'Build elsewhere: khabar build --out DIR.',
  }
}

function can(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}
