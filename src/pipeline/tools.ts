/** Names and versions of what decides the bytes of each format that is asked for. */
import { codeTool, type Renderer, type Tools } from '../model/render-job.ts'
import type { Format } from '../model/work.ts'
import { formats } from '../render/formats.ts'
import { codeDigest } from './memo/code-digest.ts'

export type ToolsOf = { readonly [format: Format]: Tools }

/**
 * A browser is looked for only where there is a page to print.
 *
 * @param known is not asked for again
 */
export async function toolsFor(wanted: Iterable<Format>, renderer: Renderer, known: ToolsOf = {}): Promise<ToolsOf> {
  const asked = new Set(wanted)
  const tools: { [format: Format]: Tools } = {}
  for (const format of Object.keys(formats))
    if (asked.has(format)) tools[format] = known[format] ?? (await renderer.versions(format))
  return tools
}

/** What the browser is among. */
export const printedWith = (tools: ToolsOf): ToolsOf =>
  Object.fromEntries(Object.entries(tools).filter(([format]) => formats[format]?.isPrinted))

/** Of all formats together, with the code and Node, which packs what is written: who has the same makes the same bytes. */
export async function everyTool(renderer: Renderer): Promise<Tools> {
  const tools = await toolsFor(Object.keys(formats), renderer)
  return { ...Object.assign({}, ...Object.values(tools)), node: process.versions.node, [codeTool]: codeDigest() }
}
