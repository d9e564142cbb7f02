/** khabar doctor: what of this machine works, what does not, and what to do. */

import { access, constants } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { reasonOf } from '../../model/fault.ts'
import { inTurn, type Said, said, type Tell, verbatim } from '../../model/said.ts'
import { type BrowserWords, rendererFor } from '../renderer.ts'
import type { Setting } from '../setting.ts'
import type { Terminal } from '../terminal.ts'

export interface DoctorOptions extends BrowserWords {
  readonly out: string
  readonly format: 'human' | 'json'
}

interface Finding {
  readonly what: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly detail: Said
  readonly hint?: Said
}

export async function doctor(setting: Setting, options: DoctorOptions): Promise<number> {
  const { root, terminal } = setting
  const findings = [
    node(),
    await browser(setting, options),
    await workspace(root),
    await output(resolve(root, options.out)),
  ].flat()
  if (options.format === 'json')
    terminal.result(JSON.stringify({ findings: findings.map(each => toldOf(each, terminal.tell)) }, null, 2))
  else for (const each of findings) terminal.result(lineOf(each, terminal))
  return findings.some(each => each.state === 'fault') ? 2 : 0
}

const toldOf = ({ what, state, detail, hint }: Finding, tell: Tell) => ({
  what,
  state,
  detail: tell(detail),
  ...(hint && { hint: tell(hint) }),
})

function lineOf(finding: Finding, { colour, tell }: Pick<Terminal, 'colour' | 'tell'>): string {
  const { state, what, detail, hint } = toldOf(finding, tell)
  const [mark, code] = ({ ok: ['✓', 32], warning: ['!', 33], fault: ['✗', 31] } as const)[state]
  const sign = colour ? `\u001b[${code}m${mark}\u001b[0m` : mark
  return `${sign} ${what.padEnd(10)} ${detail}${hint ? `\n             ${hint}` : ''}`
}

/** All lines of it, where it is not ours. */
const wholeReasonOf = (thrown: unknown): Said =>
  thrown instanceof Error && !('said' in thrown) ? verbatim(thrown.message) : reasonOf(thrown)

function node(): Finding {
  return {
    what: 'Node',
    state: 'ok',
    detail: verbatim(`${process.versions.node}, ${process.platform} ${process.arch}`),
  }
}

async function browser(setting: Setting, words: BrowserWords): Promise<readonly Finding[]> {
  const renderer = rendererFor(setting, words, 1)
  try {
    const facts = await renderer.diagnose()
    const [told] = renderer.diagnostics()
    return [
      { what: 'browser', state: 'ok', detail: verbatim(`${facts.version} (${facts.kind}), ${facts.path}`) },
      told
        ? { what: 'sandbox', state: 'warning', detail: told.message, hint: inTurn(told.hints, ' ') }
        : { what: 'sandbox', state: 'ok', detail: facts.hasOwnNetwork ? said('on, without any network') : said('on') },
      {
        what: 'fonts',
        state: facts.fonts.length > 0 ? 'ok' : 'fault',
        detail: said('{count} to fall back on, in {folder}', { count: facts.fonts.length, folder: facts.cacheFolder }),
      },
    ]
  } catch (thrown) {
    return [
      {
        what: 'browser',
        state: 'fault',
        detail: wholeReasonOf(thrown),
        hint: said('Reports can be built without it: khabar build --only report.'),
      },
    ]
  } finally {
    await renderer.close()
  }
}

async function workspace(root: string): Promise<Finding> {
  const isThere = await can(resolve(root, 'data', 'society.yaml'), constants.R_OK)
  if (isThere) return { what: 'workspace', state: 'ok', detail: verbatim(root) }
  const hint = said('Run khabar where data/ is, or name the place with --root.')
  return {
    what: 'workspace',
    state: 'fault',
    detail: said('There is no data/society.yaml that can be read in {root}.', { root }),
    hint,
  }
}

/** The folder itself need not be there yet: then the nearest one above it must take it. */
async function output(folder: string): Promise<Finding> {
  let at = folder
  while (!(await can(at, constants.F_OK)) && dirname(at) !== at) at = dirname(at)
  if (await can(at, constants.W_OK))
    return { what: 'output', state: 'ok', detail: said('{folder} can be written', { folder }) }
  return {
    what: 'output',
    state: 'fault',
    detail: said('{folder} cannot be written.', { folder: at }),
    hint: said('Build elsewhere: khabar build --out DIR.'),
  }
}

function can(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}
