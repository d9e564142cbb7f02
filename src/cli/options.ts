/** What may be said on the command line, checked and turned into what a build is asked for. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { relative, resolve, sep } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { EnvironmentFault } from '../model/fault.ts'
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

export const defaultJobs = Math.min(4, availableParallelism())

export function wholeNumber(text: string): number {
  if (!/^[0-9]{1,4}$/.test(text) || Number(text) < 1)
    throw new InvalidArgumentError('It takes a whole number above zero.')
  return Number(text)
}

export function port(text: string): number {
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535)
    throw new InvalidArgumentError('It takes a port from 1 to 65535, for example 4321.')
  return Number(text)
}

export function year(text: string): number {
  if (!/^[0-9]{4}$/.test(text)) throw new InvalidArgumentError('It takes a year, for example 2022.')
  return Number(text)
}

export function languages(text: string): readonly string[] {
  const tags = text
    .split(',')
    .map(tag => tag.trim())
    .filter(Boolean)
  if (tags.length === 0) throw new InvalidArgumentError('It takes language tags, for example ru,en.')
  return tags
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

/** A path as the person wrote it, from the root or from where they are, as a '/'-separated path from the root. */
export function belowRoot(path: string, root: string): string {
  const full = [resolve(root, path), resolve(path)].find(each => existsSync(each))
  if (!full) throw new EnvironmentFault(`There is no ${path}.`, 'Name a file or folder of the workspace.')
  const below = relative(root, full)
  if (below.startsWith('..'))
    throw new EnvironmentFault(`${path} lies outside the workspace ${root}.`, 'Name the workspace with --root.')
  return below.split(sep).join('/')
}

/** Seconds since 1970, as reproducible builds agree on (SOURCE_DATE_EPOCH); else the system's clock. */
export function clockOf(epoch: string | undefined): () => Date {
  if (!epoch) return () => new Date()
  if (!/^[0-9]{1,12}$/.test(epoch))
    throw new EnvironmentFault(`SOURCE_DATE_EPOCH is “${epoch}”.`, 'It takes whole seconds since 1970.')
  return () => new Date(Number(epoch) * 1000)
}
