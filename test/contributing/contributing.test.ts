/**
 * What CONTRIBUTING.md says is to be touched is enough: each change that stands here as a YAML file is made in a copy of
 * the repository, and the copy compiles, passes the tests that the change concerns, and shows or tells what is new.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { type Change, copyOfTheRepository } from './a-copy.ts'

interface Row {
  /** As the first column of the table in CONTRIBUTING.md has it. */
  readonly row: string
  /** In the repository. */
  readonly changes: readonly Change[]
  /** How many files of `src` and templates that is at most, wording apart. */
  readonly files: number
  /** In a workspace that makes use of it. */
  readonly records?: readonly Change[]
  readonly scripts?: readonly string[]
  /** Of the copy: those that must stay green. */
  readonly tests?: readonly string[]
  readonly build?: readonly string[]
  /** By artifact: what must stand in it. */
  readonly shows?: { readonly [path: string]: string }
  /** A code that `check` must tell. */
  readonly tells?: string
}

const rows = readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('.yaml'))
  .map(name => parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Row)
const table = readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8')

const touched = (change: Change): string => ('in' in change ? change.in : change.new)

/** Paths in backticks: `<kind>` stands for any name, a folder for all that lies in it. */
function named(row: string): readonly RegExp[] {
  const line = table.split('\n').find(each => each.startsWith(`| ${row} |`))
  if (!line) throw new Error(`CONTRIBUTING.md has no row “${row}”`)
  return [...line.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => {
    const pattern = path.replace(/[.]/g, '\\.').replace(/<[a-z]+>/g, '[^/]+')
    return new RegExp(`^${pattern}${path.endsWith('/') ? '' : '$'}`)
  })
}

/** On one processor: several check much of it once each. */
const compiler = ['node_modules/typescript/bin/tsc', '-p', '.', '--singleThreaded']

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'khabar-contributing-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

describe.for(rows)(
  '$row',
  ({ row, changes, files, records = [], scripts = [], tests = [], build, shows = {}, tells }) => {
    test('CONTRIBUTING.md names what it touches, and that is not much', () => {
      const paths = new Set(changes.map(touched))
      for (const path of paths)
        expect(
          named(row).some(each => each.test(path)),
          path,
        ).toBe(true)
      const counted = [...paths].filter(
        path => /^(src|templates)\//.test(path) && !/\/(?:wording|messages)\//.test(path),
      )
      expect(counted.length, counted.join(', ')).toBeLessThanOrEqual(files)
    })

    test('the change is enough', async () => {
      const copy = await copyOfTheRepository(folder())
      copy.change(changes)
      copy.record(records)
      for (const script of scripts) expect(await copy.node(script)).toMatchObject({ code: 0 })
      expect(await copy.node(...compiler)).toMatchObject({ code: 0, stdout: '' })
      if (tests.length > 0) {
        const ran = await copy.node('node_modules/vitest/vitest.mjs', 'run', '--project', 'quick', ...tests)
        expect(ran.code, ran.stdout + ran.stderr).toBe(0)
      }
      const { code, stdout } = await copy.khabar('check', '--format', 'concise')
      if (tells !== undefined) expect(stdout).toContain(` ${tells} `)
      else expect(stdout + code).toBe('0')
      if (build) expect(await copy.khabar('build', ...build)).toMatchObject({ code: 0 })
      for (const [path, words] of Object.entries(shows)) expect(copy.text(join('output', path))).toContain(words)
    })
  },
)
