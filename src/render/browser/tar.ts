/**
 * TAR -> FILES: as much of the format as the browser's archives use.
 *
 *   header (512 bytes)   name 0-99 · size 124-135, octal · kind 156 · prefix 345-499
 *   contents             padded to 512
 */

export interface TarFile {
  readonly path: string
  readonly bytes: Uint8Array
}

const block = 512

/** Regular files only. A name that leads out of the folder it is unpacked into is refused. */
export function readTar(archive: Uint8Array): readonly TarFile[] {
  const files: TarFile[] = []
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + block)
    const size = Number.parseInt(textOf(header, 124, 12), 8)
    const start = at + block
    if (!Number.isSafeInteger(size) || start + size > archive.length) throw new Error('The tar archive is cut short.')
    const kind = textOf(header, 156, 1)
    if (kind === '0' || kind === '')
      files.push({ path: safePath(header), bytes: archive.subarray(start, start + size) })
    at = start + Math.ceil(size / block) * block
  }
  return files
}

function safePath(header: Uint8Array): string {
  const prefix = textOf(header, 345, 155)
  const path = prefix ? `${prefix}/${textOf(header, 0, 100)}` : textOf(header, 0, 100)
  const parts = path.split('/')
  if (path.startsWith('/') || path.includes('\\') || parts.includes('..'))
    throw new Error(`The tar archive has a file outside its folder: ${path}`)
  return parts.filter(part => part !== '' && part !== '.').join('/')
}

function textOf(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return Buffer.from(end === -1 ? field : field.subarray(0, end))
    .toString('utf8')
    .trim()
}
