/**
 * A memo on disk: `.khabar/` beside data/, one file a kind of finding; records, which are most of it, lie in sixteen, so that
 * one changed record does not rewrite all. Deleting it is always safe.
 *
 *     khabar <digest of the code> <name of the file> <digest of all that follows>
 *     <runs since it was last asked for> <key> <value as JSON>
 *     …
 *
 * A file that does not fit its digest to the last bit, or was written by other code, counts as empty: a spoilt memo costs
 * time, never truth. It lies outside the output folder, which is published, and tells git to ignore it: it holds what
 * records say, private fields included. Where it cannot be written, the next run is slower, and that is all.
 */
import { hash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readRegularNow, toReadOwn } from '../../disk/regular-file.ts'
import { writeWholeNow } from '../../disk/whole-file.ts'
import type { Memo, MemoKind } from '../../model/memo.ts'
import { codeDigest } from './code-digest.ts'
import { openPhotoFolder, type PhotoFolder } from './photo-folder.ts'

export interface MemoFolder extends Memo {
  /** Writes what has been kept since; a file to which nothing was added stays as it is. */
  save(): void
  readonly photos?: PhotoFolder
  /**
   * Files for others to read, in a folder of their own; where they cannot be written, others have older ones or none.
   *
   * @param of all that they are made from besides the code: where that is the same, they are not made
   */
  keepBeside?(name: string, of: string, files: () => ReadonlyMap<string, string>): void
}

/** As bytes, since most are carried from one file to the next unread. */
interface Line {
  readonly unused: number
  readonly json: Buffer
}

interface Shelf {
  /** By key, in the order of the file. */
  readonly lines: Map<string, Line>
  readonly asked: Set<string>
  isChanged: boolean
}

/** So often a kind may be written again before what nobody asked for is dropped: long enough for check and build in turn. */
const patience = 8

export const memoOf = (root: string): MemoFolder => openMemo(join(root, '.khabar'), codeDigest())

/** @param code digest of all that decides besides the key: khabar's own code and its libraries. */
export function openMemo(folder: string, code: string): MemoFolder {
  const shelves = new Map<string, Shelf>()
  const shelfOf = (kind: MemoKind, key: string): Shelf => {
    const name = shelfNamed(kind, key)
    const known = shelves.get(name) ?? {
      lines: readLines(join(folder, name), { name, code }),
      asked: new Set(),
      isChanged: false,
    }
    shelves.set(name, known)
    return known
  }
  return {
    photos: openPhotoFolder(join(folder, 'photos'), code),
    keepBeside(name, of, files) {
      const [place, madeOf] = [join(folder, name), hash('sha256', `${code} ${of}`)]
      if (readIfThere(join(place, 'made-of'))?.toString() === madeOf) return
      for (const [file, text] of [...files(), ['made-of', madeOf] as const])
        if (!saved(place, file, Buffer.from(text))) return
    },
    recall(kind, key) {
      const { lines, asked } = shelfOf(kind, key)
      const line = lines.get(key)
      if (!line) return undefined
      asked.add(key)
      return JSON.parse(line.json.toString())
    },
    keep(kind, key, value) {
      if (!isPlain(value)) return
      const shelf = shelfOf(kind, key)
      shelf.asked.add(key)
      const json = Buffer.from(JSON.stringify(value))
      if (shelf.lines.get(key)?.json.equals(json)) return
      shelf.lines.set(key, { unused: 0, json })
      shelf.isChanged = true
    },
    save() {
      for (const [name, shelf] of shelves) {
        if (!shelf.isChanged) continue
        const isSaved = saved(folder, name, bytesOf(shelf, { name, code }))
        shelf.isChanged = !isSaved
      }
    },
  }
}

/** Keys of records end in a digest, whose last digit spreads them evenly. */
const shelfNamed = (kind: MemoKind, key: string): string =>
  kind === 'record' ? `record-${/[0-9a-f]$/.exec(key)?.[0] ?? '0'}` : kind

function readLines(path: string, of: Owner): Map<string, Line> {
  const bytes = readIfThere(path)
  const end = bytes?.indexOf(newline) ?? -1
  if (!bytes || end === -1 || bytes.toString('latin1', 0, end) !== headOf(of, bytes.subarray(end + 1))) return new Map()
  const lines = new Map<string, Line>()
  for (let start = end + 1, stop = 0; start < bytes.length; start = stop + 1) {
    stop = bytes.indexOf(newline, start)
    const first = bytes.indexOf(tab, start)
    const second = bytes.indexOf(tab, first + 1)
    const unused = Number(bytes.toString('latin1', start, first))
    lines.set(bytes.toString('utf8', first + 1, second), { unused, json: bytes.subarray(second + 1, stop) })
  }
  return lines
}

const [newline, tab] = [10, 9]

/** The name stands within: a file that was moved to another one's name is not taken for that. */
interface Owner {
  readonly name: string
  readonly code: string
}

const headOf = ({ name, code }: Owner, body: Uint8Array): string => `khabar ${code} ${name} ${hash('sha256', body)}`

const lineEnd = Buffer.from('\n')
const ignoreAll = Buffer.from('*\n')

/** What nobody has asked for in a while falls out. */
function bytesOf(shelf: Shelf, of: Owner): Buffer {
  const pieces: Buffer[] = []
  for (const [key, { unused, json }] of shelf.lines) {
    const age = shelf.asked.has(key) ? 0 : unused + 1
    if (age > patience) shelf.lines.delete(key)
    else {
      shelf.lines.set(key, { unused: age, json })
      pieces.push(Buffer.from(`${age}\t${key}\t`), json, lineEnd)
    }
  }
  shelf.asked.clear()
  const body = Buffer.concat(pieces)
  return Buffer.concat([Buffer.from(`${headOf(of, body)}\n`), body])
}

/** Not flushed: what a power cut leaves of it does not fit its digest. Where it cannot be, the next run works it out again. */
function saved(folder: string, name: string, bytes: Uint8Array): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    if (!isOwnFolder(folder)) return false
    writeWholeNow(join(folder, '.gitignore'), ignoreAll)
    writeWholeNow(join(folder, name), bytes)
    return true
  } catch {
    return false
  }
}

/** A link would lead what is written, and what records say with it, to where nobody asked for it. */
const isOwnFolder = (folder: string): boolean => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false

/** What cannot be read is not there. */
function readIfThere(path: string): Buffer | undefined {
  try {
    return isOwnFolder(dirname(path)) ? readRegularNow(path, toReadOwn) : undefined
  } catch {
    return undefined
  }
}

/** YAML knows numbers that JSON does not: they would come back as others. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isPlain)
}
