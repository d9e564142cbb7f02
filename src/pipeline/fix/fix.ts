/**
 * What is certain, mended; on one page:
 *
 *     read -> check -> mend the texts -> check what they would be -> … until nothing more is certain
 *
 * Nothing is written here: whoever asked looks first (write-fixed.ts).
 */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { checkWorkspace } from '../check.ts'
import type { MemoFolder } from '../memo/memo-folder.ts'
import type { Workspace } from '../workspace.ts'
import { mendedTexts } from './mended-texts.ts'
import { withOtherTexts } from './other-texts.ts'

export interface FixRequest {
  readonly workspace: Workspace
  /** One for each look, as each command has its own. */
  readonly memo: () => MemoFolder
  readonly asOf: string
  /** Whether a mistake is one that was asked about. */
  readonly isAsked: (told: Diagnostic) => boolean
  /** The text of a file that says itself in which other encoding it is. */
  readonly decoded: (path: string) => Promise<string | undefined>
}

export interface FixedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  /** How many mistakes were mended. */
  readonly count: number
  /** It was no UTF-8, and becomes it. */
  readonly isRecoded: boolean
}

export interface Fixes {
  /** To be written. */
  readonly files: readonly FixedFile[]
  readonly artifacts: number
  /** As it is, and as it would be. */
  readonly before: readonly Diagnostic[]
  readonly after: readonly Diagnostic[]
}

/** A mend may uncover the next: behind what could not be read, and in records that rest on others. */
const mostLooks = 12

export async function fixWorkspace({ workspace, memo, asOf, isAsked, decoded }: FixRequest): Promise<Fixes> {
  const inputs = await workspace.read()
  const files = new Map<string, FixedFile>()
  const look = async () => {
    const texts = new Map([...files].map(([path, { after }]) => [path, after]))
    const read = async () => withOtherTexts(inputs, texts)
    return checkWorkspace({ ...workspace, read }, memo(), asOf)
  }
  const first = await look()
  let now = first
  for (let looks = 1; looks < mostLooks; looks += 1) {
    const asked = now.diagnostics.filter(isAsked)
    const found = [...(await recoded(asked, decoded)), ...textsOf(asked, files)]
    if (found.length === 0) break
    for (const file of found) files.set(file.path, file)
    now = await look()
  }
  const changed = [...files.values()].filter(({ before, after, isRecoded }) => isRecoded || before !== after)
  return { files: changed, artifacts: now.artifacts, before: first.diagnostics, after: now.diagnostics }
}

function textsOf(told: readonly Diagnostic[], known: ReadonlyMap<string, FixedFile>): readonly FixedFile[] {
  const texts = new Map(told.flatMap(({ span }) => (span ? [[span.file.path, span.file.text] as const] : [])))
  return mendedTexts(told).map(({ path, text, count }) => {
    const { before = texts.get(path) ?? '', count: earlier = 0, isRecoded = false } = known.get(path) ?? {}
    return { path, before, after: text, count: earlier + count, isRecoded }
  })
}

async function recoded(told: readonly Diagnostic[], decoded: FixRequest['decoded']): Promise<readonly FixedFile[]> {
  const paths = told.flatMap(({ code, span }) => (code === 'file/encoding' && span ? [span.file.path] : []))
  const found = await Promise.all(paths.map(async path => ({ path, text: await decoded(path) })))
  return found.flatMap(({ path, text }) =>
    text === undefined ? [] : [{ path, before: text, after: text, count: 1, isRecoded: true }],
  )
}
