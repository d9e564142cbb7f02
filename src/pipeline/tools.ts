/** Names and versions of what decides the bytes of each format that is asked for. */
import type { Renderer, RenderJob, Tools } from '../model/render-job.ts'

export type ToolsOf = { readonly [format in RenderJob['format']]?: Tools }

const formats = ['txt', 'json', 'html', 'xlsx', 'pdf'] as const

/** A browser is looked for only where there is a page to print. */
export async function toolsFor(wanted: ReadonlySet<string>, renderer: Renderer): Promise<ToolsOf> {
  const tools: { [format in RenderJob['format']]?: Tools } = {}
  for (const format of formats) if (wanted.has(format)) tools[format] = await renderer.versions(format)
  return tools
}
