/** Parts that a worker was handed lately: every page of a build has the same fonts, and the languages of a release the same photos. */
type Get = (digest: string) => Promise<Uint8Array | undefined>

const mostBytes = 64 * 1024 * 1024

/** The very same bytes each time, which renderers know again. */
export function remembering(get: Get, most = mostBytes): Get {
  const recent = new Map<string, Uint8Array>()
  let held = 0
  return async digest => {
    const part = recent.get(digest) ?? (await get(digest))
    if (!part) return undefined
    if (!recent.delete(digest)) held += part.length
    recent.set(digest, part)
    for (const [oldest, bytes] of recent) {
      if (held <= most || oldest === digest) break
      recent.delete(oldest)
      held -= bytes.length
    }
    return part
  }
}
