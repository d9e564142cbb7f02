/** JSON pointers (RFC 6901), as Ajv writes them. */

export function pointerTo(name: string): string {
  return /[~/]/.test(name) ? `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${name}`
}

export function namesIn(pointer: string): readonly string[] {
  const names = pointer.split('/').slice(1)
  return pointer.includes('~') ? names.map(name => name.replaceAll('~1', '/').replaceAll('~0', '~')) : names
}
