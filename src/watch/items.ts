/** What a release is called and when it was, off the item for agencies built with it. Read once for each content. */
import type { OutputFolder } from '../pipeline/workspace.ts'
import type { ShownWork } from './catalogue.ts'

export interface Item {
  readonly title: string
  /** ISO 8601, or nothing. */
  readonly created: string
}

export type ItemOf = (work: ShownWork) => Promise<Item>

/** Falls back on the id: an index must not fail for a file that is not there. */
export function itemsIn(output: OutputFolder): ItemOf {
  const known = new Map<string, Item>()
  return async work => {
    const file = work.files.get('json')
    const item = file && (known.get(file.sha256) ?? itemIn(await output.read(file.path).catch(() => undefined)))
    if (item) known.set(file.sha256, item)
    return item ?? { title: work.id, created: '' }
  }
}

function itemIn(bytes: Uint8Array | undefined): Item | undefined {
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
