/**
 * The story of a build, on one page:
 *
 *     read -> nothing new (note.ts)? done
 *          -> load -> press, report -> works in words (compile.ts) -> jobs and their digests (jobs.ts)
 *             | render what is due -> artifacts -> manifest -> note (rebuild.ts)
 *
 * Everything left of the bar is pure but for reading, and is done anew wherever the memo does not know it by its content.
 * What is not needed to see that nothing is new is loaded only when something is.
 */
import { timed } from '../disk/spans.ts'
import { noMemo } from '../model/memo.ts'
import type { Renderer } from '../model/render-job.ts'
import type { Desk } from './desk.ts'
import { sha256 } from './digest.ts'
import { thereOf } from './disk/artifacts.ts'
import { leftUnfinished } from './disk/unfinished.ts'
import { manifestIn, manifestPath } from './manifest.ts'
import { builtNotes, type Note, noteKey, stillTold } from './memo/note.ts'
import { reportOf, stops } from './report.ts'
import type { BuildOptions, BuildReport, Doors } from './request.ts'
import { printedWith, type ToolsOf, toolsFor } from './tools.ts'

export async function build(doors: Doors, options: BuildOptions): Promise<BuildReport> {
  const memo = doors.memo ?? noMemo
  const note = options.force ? undefined : builtNotes(memo).recall(noteKey(options, doors))
  // Where the browser must be asked for its version, it answers while the inputs are read.
  const tools = note && toolsAsNoted(note, doors.renderer)
  const desk: Desk = {
    workspace: doors.workspace,
    inputs: await timed('read', undefined, () => doors.workspace.read()),
    memo: options.force ? { ...memo, recall: () => undefined } : memo,
  }
  try {
    const unchanged = note && (await nothingNew(note, { desk, doors, options, tools: await tools }))
    if (unchanged) return unchanged
    const { rebuild } = await import('./rebuild.ts')
    return await rebuild(desk, doors, options)
  } finally {
    doors.memo?.save()
  }
}

/** The browser is not asked again where it is the same file. */
async function toolsAsNoted({ tools, trail }: Note, renderer: Renderer): Promise<ToolsOf> {
  const isSame = trail !== undefined && renderer.leadsStill?.(trail) === true
  return toolsFor(Object.keys(tools), renderer, isSame ? printedWith(tools) : {})
}

interface Looking {
  readonly desk: Desk
  readonly doors: Doors
  readonly options: BuildOptions
  readonly tools: ToolsOf | undefined
}

async function nothingNew(note: Note, { desk, doors, options, tools }: Looking): Promise<BuildReport | undefined> {
  const told = stillTold(note, desk.inputs, options.asOf)
  if (!told || stops(told, options) || JSON.stringify(tools) !== JSON.stringify(note.tools)) return undefined
  if ((await leftUnfinished(doors.output)).length > 0) return undefined
  const bytes = await doors.output.read(manifestPath)
  if (!bytes || sha256(bytes) !== note.manifest) return undefined
  const asked = note.artifacts && new Set(note.artifacts)
  const entries = (manifestIn(bytes)?.artifacts ?? []).filter(({ path }) => asked?.has(path) ?? true)
  const all = [...entries, note.sums]
  const there = await thereOf(all, doors.output, desk.memo)
  if (there.size < all.length) return undefined
  return { outcome: 'done', artifacts: reportOf({ fresh: entries }), diagnostics: told }
}
