/** A good workspace, a mistake in it, and each hint done as it says: in bytes, as they lie on a disk. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish } from '../../src/model/said.ts'
import { positionAt } from '../../src/model/source.ts'
import { readCase } from '../support/case-workspace.ts'
import type { Mistake, Step } from './mistake.ts'

export type Files = ReadonlyMap<string, Uint8Array>

/** What is told of a workspace. */
export type Telling = (files: Files) => Promise<readonly Diagnostic[]>

export const meeting = 'data/meetings/2022/2022-10-05-ifrc.yaml'

export async function goodFiles(): Promise<Files> {
  const own = [meeting, 'data/organizations/ifrc.yaml'].map(
    async path => [path, new Uint8Array(await readFile(join(import.meta.dirname, 'base', path)))] as const,
  )
  return new Map([...(await readCase('_base')), ...(await Promise.all(own))])
}

export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** All that is not as the mistake says: nothing where it is. */
export async function complaints(mistake: Mistake, good: Files, telling: Telling): Promise<readonly string[]> {
  const found: string[] = []
  const path = mistake.file ?? meeting
  let files = spoilt(mistake, good, found)
  const steps: readonly Step[] = [mistake, ...(mistake.then ?? [])]
  for (const [index, step] of steps.entries()) {
    const told = await telling(files)
    if (told.length > steps.length - index) found.push(`told beside it: ${told.map(brief).join('; ')}`)
    const [first] = told
    if (!first) return [...found, 'nothing is told']
    if (first.code !== step.told || lineOf(first) !== step.line) found.push(`told otherwise: ${brief(first)}`)
    if (!first.hints.some(hint => inEnglish(hint).includes(step.hint)))
      found.push(`hinted otherwise: ${first.hints.map(inEnglish).join(' | ')}`)
    files = step.rename
      ? renamed(files, mistake.named ?? path, step.rename)
      : mended(mistake, step, { files, found, path })
  }
  const left = (await telling(files)).filter(
    ({ severity }) => severity === 'error' || mistake.told.startsWith('editorial/'),
  )
  if (left.length > 0) found.push(`still told: ${left.map(brief).join('; ')}`)
  return found
}

const lineOf = ({ span }: Diagnostic): number => (span ? positionAt(span.file.text, span.start).line : 0)
const brief = (told: Diagnostic): string => `${lineOf(told)} ${told.code} ${inEnglish(told.message)}`

export function spoilt(mistake: Mistake, good: Files, found: string[]): Files {
  const { file = meeting, from, to = '', named = file, encoding, adds = {} } = mistake
  const text = textOf(good.get(file))
  if (from !== undefined && text.split(from).length !== 2) found.push(`“${from}” does not stand once`)
  const typed = from === undefined ? text : text.replace(from, () => to)
  const added = Object.entries(adds).map(
    ([path, what]) =>
      [path, 'text' in what ? bytesOf(what.text) : new Uint8Array(Buffer.from(what.base64, 'base64'))] as const,
  )
  const others = [...good].filter(([path]) => path !== file)
  return new Map([...others, [named, encoding ? encoded(typed, encoding) : bytesOf(typed)], ...added])
}

function renamed(files: Files, from: string, to: string): Files {
  return new Map([...files].map(([path, bytes]) => [path === from ? to : path, bytes] as const))
}

function mended(
  mistake: Mistake,
  step: Step,
  { files, found, path }: { readonly files: Files; readonly found: string[]; readonly path: string },
): Files {
  // What is saved anew, as UTF-8, is the text that it was.
  if (mistake.encoding) {
    const text = new TextDecoder(mistake.encoding.replace('-unmarked', '')).decode(files.get(path))
    return new Map([...files, [path, bytesOf(text)]])
  }
  const { over = mistake.to ?? '', put = step.hint } = step
  const text = textOf(files.get(path))
  if (over === '' || !text.includes(over)) found.push(`“${over}” is nowhere to be mended`)
  return new Map([...files, [path, bytesOf(text.replace(over, () => put))]])
}

/** Node decodes what it does not encode. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const little = Buffer.from(encoding.endsWith('unmarked') ? text : `\ufeff${text}`, 'utf16le')
    return new Uint8Array(encoding === 'utf-16be' ? little.swap16() : little)
  }
  const decoder = new TextDecoder(encoding)
  const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, letter => codes.get(letter) ?? 63)
}
