/** What may be said on the command line, checked and turned into what a build is asked for. */

import { existsSync, realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { relative, resolve, sep } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { EnvironmentFault } from '../model/fault.ts'
import { inEnglish, type Said, said } from '../model/said.ts'
import type { Selection } from '../pipeline/select.ts'
import type { TerminalOptions } from './terminal.ts'

export interface GlobalOptions extends TerminalOptions {
  readonly root: string
}

export interface SelectionOptions {
  readonly only?: 'press' | 'report' | 'workbook'
  readonly year?: number
  readonly partner?: string
  readonly lang?: readonly string[]
  readonly release?: boolean
}

/** How a command tells of mistakes; each but `human` for a program. */
export const formats = ['human', 'concise', 'json', 'github', 'gitlab', 'junit', 'sarif'] as const
export type Format = (typeof formats)[number]

/** Told in the language of the reader where commander's own words are (`wrong-use.ts`). */
const refused = (why: Said): InvalidArgumentError => new InvalidArgumentError(inEnglish(why))

export const defaultJobs = Math.min(4, availableParallelism())

export function wholeNumber(text: string): number {
  if (!/^[0-9]{1,4}$/.test(text) || Number(text) < 1) throw refused(said('It takes a whole number above zero.'))
  return Number(text)
}

export function port(text: string): number {
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535)
    throw refused(said('It takes a port from 1 to 65535, for example 4321.'))
  return Number(text)
}

export function year(text: string): number {
  if (!/^[0-9]{4}$/.test(text)) throw refused(said('It takes a year, for example 2022.'))
  return Number(text)
}

export function languages(text: string): readonly string[] {
  const tags = text
    .split(',')
    .map(tag => tag.trim())
    .filter(Boolean)
  if (tags.length === 0) throw refused(said('It takes language tags, for example ru,en.'))
  return tags
}

/** `area=first-aid`, gathered over several options. */
export function fieldValue(text: string, before: unknown): { readonly [field: string]: string } {
  const [, field, value] = /^([a-z_]+)=(.+)$/s.exec(text) ?? []
  if (field === undefined || value === undefined)
    throw refused(said('It takes a field and its value, for example type=training.'))
  return { ...(typeof before === 'object' ? before : {}), [field]: value }
}

export function encoding(text: string): string {
  try {
    return new TextDecoder(text).encoding
  } catch {
    throw refused(said('It takes the name of an encoding, for example windows-1251 or utf-16le.'))
  }
}

/** @param clock what SOURCE_DATE_EPOCH says, or the system's time. */
export function selectionOf(
  paths: readonly string[],
  root: string,
  options: SelectionOptions,
  clock: () => Date,
): Selection {
  const { only, year: inYear, partner, lang, release } = options
  return {
    paths: paths.map(path => belowRoot(path, root)),
    ...(only && { only }),
    ...(inYear !== undefined && { year: inYear }),
    ...(partner && { partner }),
    ...(lang && { languages: lang }),
    ...(release && { releaseAsOf: clock().toISOString() }),
  }
}

/** Folders of a workspace that are read, or kept from one build to the next. */
const taken = ['data', 'templates', '.khabar']

/** Where artifacts go; never among what they are made of. */
export function outputBelow(root: string, out: string): string {
  const folder = resolve(root, out)
  const real = existsSync(folder) ? realpathSync(folder) : folder
  const below = taken.find(name => [folder, real].some(each => isBelow(each, resolve(root, name))))
  if (below !== undefined)
    throw new EnvironmentFault(
      said('--out {out} lies in {below}/, among what is built from.', { out, below }),
      said('Name another: --out output.'),
    )
  return folder
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)

/** A path as the person wrote it, from the root or from where they are, as a '/'-separated path from the root. */
export function belowRoot(path: string, root: string): string {
  const full = [resolve(root, path), resolve(path)].find(each => existsSync(each))
  if (!full)
    throw new EnvironmentFault(said('There is no {path}.', { path }), said('Name a file or folder of the workspace.'))
  const below = relative(root, full)
  if (below.startsWith('..'))
    throw new EnvironmentFault(
      said('{path} lies outside the workspace {root}.', { path, root }),
      said('Name the workspace with --root.'),
    )
  return below.split(sep).join('/')
}

/** Seconds since 1970, as reproducible builds agree on (SOURCE_DATE_EPOCH); else the system's clock. */
export function clockOf(epoch: string | undefined): () => Date {
  if (!epoch) return () => new Date()
  if (!/^[0-9]{1,12}$/.test(epoch))
    throw new EnvironmentFault(
      said('SOURCE_DATE_EPOCH is “{epoch}”.', { epoch }),
      said('It takes whole seconds since 1970.'),
    )
  return () => new Date(Number(epoch) * 1000)
}
