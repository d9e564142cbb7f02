/** What a release is called and when it was, off what agencies are sent of it. Read once for each content. */
import type { OutputFolder } from '../pipeline/workspace.ts'
import type { ShownWork } from './catalogue.ts'

export interface Title {
  readonly title: string
  /** ISO 8601, or nothing. */
  readonly created: string
}

export type TitleOf = (work: ShownWork) => Promise<Title>

/** Falls back on the id: an index must not fail for a file that is not there. */
export function titlesIn(output: OutputFolder): TitleOf {
  const known = new Map<string, Title>()
  return async work => {
    const file = work.files.get('json')
    const title = file && (known.get(file.sha256) ?? titleIn(await output.read(file.path).catch(() => undefined)))
    if (title) known.set(file.sha256, title)
    return title ?? { title: work.id, created: '' }
  }
}

function titleIn(bytes: Uint8Array | undefined): Title | undefined {
  try {
    const item: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof item !== 'object' || item === null || !('title' in item) || typeof item.title !== 'string')
      return undefined
    const created = 'contentCreated' in item && typeof item.contentCreated === 'string' ? item.contentCreated : ''
    return { title: item.title, created }
  } catch {
    return undefined
  }
}
