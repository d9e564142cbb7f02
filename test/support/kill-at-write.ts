/**
 * Put before a program (`node --import`): it is killed at one moment of one of its writes below data/, or below
 * KILL_BELOW, as by a power cut.
 * `KILL_AT=2:halfway`: the second file that is written beside its place, when half of its bytes are there.
 */
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

export type Moment = 'halfway' | 'written' | 'renamed'

const [wanted, moment] = (process.env['KILL_AT'] ?? '').split(':')
const { writeFile, rename } = files
let seen = 0

const below = `/${process.env['KILL_BELOW'] ?? 'data'}/`
const isOurs = (path: unknown): path is string =>
  typeof path === 'string' && path.includes(below) && path.endsWith('.part')
const dies = (at: Moment): boolean => seen === Number(wanted) && moment === at

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('a killed process goes on')
}

files.writeFile = async (path, bytes, options) => {
  if (isOurs(path)) {
    seen += 1
    if (dies('halfway') && bytes instanceof Uint8Array) {
      await writeFile(path, bytes.subarray(0, bytes.length / 2), options)
      die()
    }
  }
  await writeFile(path, bytes, options)
}

files.rename = async (from, to) => {
  if (isOurs(from) && dies('written')) die()
  await rename(from, to)
  if (isOurs(from) && dies('renamed')) die()
}

syncBuiltinESMExports()
