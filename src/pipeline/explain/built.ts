/** Whether what was built is of the records and templates as they are now: by the fingerprint that the manifest has. */
import type { Content, Renderer } from '../../model/render-job.ts'
import { type Format, pathOf, type Work, workItself } from '../../model/work.ts'
import { digestOf, fingerprint } from '../fingerprint.ts'
import { readManifest } from '../manifest.ts'
import type { OutputFolder } from '../workspace.ts'

export interface BuiltBefore {
  readonly output: OutputFolder
  readonly renderer: Renderer
  /** Day that dates every artifact (SOURCE_DATE_EPOCH). */
  readonly date: string | undefined
}

/** A format of the work that needs no browser stands for all of them. */
export interface Made {
  readonly work: Work
  readonly format: Format
  readonly content: Content
}

/** Nothing where it was not built yet. */
export async function isOfOthers({ work, format, content }: Made, built: BuiltBefore): Promise<boolean | undefined> {
  const { output, renderer, date } = built
  const path = pathOf(work, format)
  const entry = (await readManifest(output)).artifacts.find(each => each.path === path)
  if (!entry || !(await output.read(path))) return undefined
  if ('html' in content) throw new TypeError(`${format} is of a browser or of photos`)
  const job = { ...workItself(work), ...(date !== undefined && { date }), format, path, ...content }
  return fingerprint(digestOf(job), await renderer.versions(format)) !== entry.fingerprint
}
