/** What a release is called, off the item for agencies that was built with it. Read once for each content. */
import type { OutputFolder } from '../build/workspace.ts'
import type { Work } from './catalogue.ts'

export type HeadlineOf = (work: Work) => Promise<string>

/** Falls back on the id: an index must never fail for a file that is not there. */
export function headlinesIn(output: OutputFolder): HeadlineOf {
  const known = new Map<string, string>()
  return async work => {
    const file = work.files.json
    if (!file) return work.id
    const headline = known.get(file.sha256) ?? titleIn(await output.read(file.path).catch(() => undefined))
    if (headline === undefined) return work.id
    known.set(file.sha256, headline)
    return headline
  }
}

function titleIn(bytes: Uint8Array | undefined): string | undefined {
  try {
    const item: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const isItem = typeof item === 'object' && item !== null && 'title' in item && typeof item.title === 'string'
    return isItem && typeof item.title === 'string' ? item.title : undefined
  } catch {
    return undefined
  }
}
