/** Git as a program that answers: what a revision is, which files it has, what they say. It is never asked to change anything. */
import { spawnSync } from 'node:child_process'
import { EnvironmentFault } from '../../model/fault.ts'
import { said, verbatim } from '../../model/said.ts'

const firstLine = (told: string): string => told.split('\n')[0] ?? ''

/** A file or a link in a revision. */
export interface TreeFile {
  /** From the root of the workspace. */
  readonly path: string
  /** `link`: symbolic; `other`: what is no file, such as another repository. */
  readonly kind: 'file' | 'link' | 'other'
  readonly id: string
}

const most = 2 ** 30

function ask(root: string, words: readonly string[], input?: string) {
  const asked = spawnSync('git', ['-C', root, '--no-replace-objects', ...words], {
    ...(input !== undefined && { input }),
    maxBuffer: most,
    windowsHide: true,
  })
  if (asked.error && 'code' in asked.error && asked.error.code === 'ENOENT')
    throw new EnvironmentFault(
      said('git is not installed, or is not on the PATH.'),
      said('Install it, or name two output folders.'),
    )
  if (asked.error) throw asked.error
  return { isRight: asked.status === 0, bytes: asked.stdout, told: asked.stderr.toString().trim() }
}

export interface Commit {
  readonly id: string
  /** Of the workspace in its repository, '' or ending in '/'. */
  readonly prefix: string
}

export function commitNamed(root: string, revision: string): Commit {
  const within = ask(root, ['rev-parse', '--show-prefix'])
  if (!within.isRight)
    throw new EnvironmentFault(
      said('{root} lies in no git repository that can be read, so it has no revision “{revision}”.', {
        root,
        revision,
      }),
      verbatim(firstLine(within.told)),
    )
  const found = ask(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  if (!found.isRight) throw unknown(root, revision)
  return { id: found.bytes.toString().trim(), prefix: within.bytes.toString().replace(/\r?\n$/, '') }
}

function unknown(root: string, revision: string): EnvironmentFault {
  const isShallow = ask(root, ['rev-parse', '--is-shallow-repository']).bytes.toString().trim() === 'true'
  return new EnvironmentFault(
    said('There is no revision “{revision}” in this repository.', { revision }),
    isShallow
      ? said(
          'This is a shallow clone: fetch the rest with git fetch --unshallow; in CI, ask for the whole history (fetch-depth: 0).',
        )
      : said(
          'git fetch brings what others have; git branch --all and git tag name what is there. An output folder has a manifest.json.',
        ),
  )
}

/** Of some folders of the workspace. */
export function filesIn(root: string, { id, prefix }: Commit, folders: readonly string[]): readonly TreeFile[] {
  const paths = folders.map(folder => `${prefix}${folder}`)
  const listed = ask(root, ['ls-tree', '-r', '-z', '--full-tree', id, '--', ...paths])
  if (!listed.isRight) throw unread(id, listed.told)
  return listed.bytes
    .toString()
    .split('\0')
    .flatMap(line => {
      const [facts = '', path = ''] = line.split('\t')
      const [mode = '', , file = ''] = facts.split(' ')
      if (path === '') return []
      const kind = mode === '120000' ? 'link' : mode.startsWith('100') ? 'file' : 'other'
      return [{ path: path.slice(prefix.length), kind, id: file }]
    })
}

/** What objects say, by their ids. */
export function contentsOf(root: string, ids: readonly string[]): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>()
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return contents
  const { bytes, isRight, told } = ask(root, ['cat-file', '--batch'], `${wanted.join('\n')}\n`)
  if (!isRight) throw unread(wanted[0] ?? '', told)
  let at = 0
  for (const id of wanted) {
    const end = bytes.indexOf('\n', at)
    const size = /^[0-9a-f]+ blob ([0-9]+)$/.exec(bytes.toString('latin1', at, end))?.[1]
    if (end === -1 || size === undefined) throw unread(id, 'the object is missing')
    contents.set(id, bytes.subarray(end + 1, end + 1 + Number(size)))
    at = end + 2 + Number(size)
  }
  return contents
}

const unread = (id: string, told: string): EnvironmentFault =>
  new EnvironmentFault(
    said('git cannot read {id}: {why}', { id: id.slice(0, 12), why: firstLine(told) }),
    said('A clone without all objects (--filter) fetches them with git fetch --refetch.'),
  )
