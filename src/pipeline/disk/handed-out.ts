/** What comes with Khabar for a new workspace: texts, and the words of releases and reports. */
import { join } from 'node:path'
import { listFiles, openReader } from '../../disk/read-files.ts'

export interface HandedOut {
  /** By path below templates/workspace/. */
  readonly files: ReadonlyMap<string, string>
  /** By language. */
  readonly wording: ReadonlyMap<string, string>
}

/** Below templates/: no template, and so neither read nor told of where templates are. */
export const handedOut = 'templates/workspace'
const largest = 1024 * 1024

/** @param packaged the templates/ of the package */
export function readHandedOut(packaged: string): HandedOut {
  const read = (folder: string): ReadonlyMap<string, string> => {
    const base = join(packaged, '..')
    const reader = openReader()
    const { paths } = listFiles(base, folder) ?? { paths: [] }
    return new Map(
      paths.map(path => [
        path.slice(folder.length + 1),
        reader.read(base, path, largest).bytes()?.toString('utf8') ?? '',
      ]),
    )
  }
  const wording = [...read('templates/wording')].map(([name, text]) => [name.replace(/\.yaml$/, ''), text] as const)
  return { files: read(handedOut), wording: new Map(wording) }
}
