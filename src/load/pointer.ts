/** JSON pointers (RFC 6901), as Ajv writes them. */

export function pointerTo(name: string): string {
  return /[~/]/.test(name) ? `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${name}`
}

/** Of every record the same fields are asked for. */
const parted = new Map<string, readonly string[]>()
const mostParted = 10_000

export function namesIn(pointer: string): readonly string[] {
  const known = parted.get(pointer)
  if (known) return known
  const names = pointer.split('/').slice(1)
  const meant = pointer.includes('~') ? names.map(name => name.replaceAll('~1', '/').replaceAll('~0', '~')) : names
  if (parted.size === mostParted) parted.clear()
  parted.set(pointer, meant)
  return meant
}
