/** What paper alone needs: words that a line may break. Hyphenation is loaded when there is a page to print, and not before. */
import type { RenderJob } from '../model/render-job.ts'
import { withLineBreaks } from '../render/words/line-breaks.ts'

/** What goes in is in the fingerprint; so it is enough to do this for what is printed. */
export async function forPaper(job: RenderJob): Promise<RenderJob> {
  if (!('names' in job) || !job.names) return job
  const { hyphenator } = await import('../press/hyphenator.ts')
  return { ...job, html: withLineBreaks(job.html, await hyphenator(job.hyphenation, job.names)) }
}
