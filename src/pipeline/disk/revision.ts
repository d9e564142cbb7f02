/**
 * The workspace of a revision: data/ and templates/ as they are there, the working tree untouched. Of a photo only its
 * name is read: it is in no figure and in no text.
 */
import { join, posix, resolve } from 'node:path'
import { type Listed, openReader, type RawFile } from '../../disk/read-files.ts'
import { whileReading } from '../../disk/refusal.ts'
import { compare } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { Workspace } from '../workspace.ts'
import { inputsOf } from './disk.ts'
import { type Commit, contentsOf, filesIn, type TreeFile } from './git.ts'
import { diskTree, type Tree } from './tree.ts'

/** @param name as it was asked for */
export function openRevision(root: string, packagedTemplates: string, named: Named): Workspace {
  return {
    read: () =>
      whileReading(async () => {
        const reader = openReader()
        const packaged = diskTree(join(packagedTemplates, '..'), reader)
        return inputsOf(treeOf(root, named), packaged, () => `${named.commit.id} ${reader.digest()}`)
      }),
    readMedia: async path => {
      throw new EnvironmentFault(said('Photos of a revision are not read: {path}.', { path }))
    },
  }
}

export interface Named {
  readonly name: string
  readonly commit: Commit
}

function treeOf(root: string, { name, commit }: Named): Tree {
  const all = filesIn(root, commit, ['data', 'templates'])
  const files = new Map(all.filter(({ kind }) => kind === 'file').map(file => [file.path, file]))
  const links = linkedIn(root, all, files)
  const found = new Map([...files, ...links])
  const contents = contentsOf(
    root,
    [...found].flatMap(([path, { id }]) => (isMedia(path) ? [] : [id])),
  )
  const isBelow = (folder: string) => (path: string) => path.startsWith(`${folder}/`)
  const pathsOf = (kind: TreeFile['kind']) => all.filter(each => each.kind === kind).map(({ path }) => path)
  return {
    name: said('the revision {name}', { name }),
    root: resolve(root),
    list(folder): Listed | undefined {
      const isIn = isBelow(folder)
      const paths = [...found.keys()].filter(isIn).toSorted(compare)
      const strays = pathsOf('link').filter(path => isIn(path) && !links.has(path))
      return paths.length > 0 ? { paths, strays, odd: pathsOf('other').filter(isIn) } : undefined
    },
    read(path, largest): RawFile {
      const bytes = contents.get(found.get(path)?.id ?? '')
      return { path, bytes: () => (bytes && bytes.length <= largest ? bytes : undefined) }
    },
    media: path => ({
      path: path.slice('data/'.length),
      digest: found.get(path)?.id ?? '',
      kind: /\.(jpe?g|png|webp)$/i.test(path) ? 'picture' : 'unknown',
    }),
  }
}

const isMedia = (path: string): boolean => path.startsWith('data/media/')

/** Links to a file of the same revision, with what they lead to. */
function linkedIn(
  root: string,
  all: readonly TreeFile[],
  files: ReadonlyMap<string, TreeFile>,
): ReadonlyMap<string, TreeFile> {
  const links = all.filter(({ kind }) => kind === 'link')
  const targets = contentsOf(
    root,
    links.map(({ id }) => id),
  )
  return new Map(
    links.flatMap(({ path, id }) => {
      const target = posix.join(posix.dirname(path), targets.get(id)?.toString() ?? '')
      const file = files.get(target)
      return file ? [[path, file] as const] : []
    }),
  )
}
