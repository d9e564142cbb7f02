/** Workbooks as other programs see them: read by openpyxl, recalculated by LibreOffice. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { run } from './child.ts'

export interface ReadCell {
  readonly formula: string | null
  readonly value: string | number | boolean | null
  readonly note: string | null
  readonly link: string | null
  readonly format: string
  readonly quoted: boolean
}
export interface ReadSheet {
  readonly cells: { readonly [address: string]: ReadCell }
  readonly tables: { readonly [name: string]: string }
  readonly filters: { readonly [name: string]: boolean }
  readonly titles: string | null
  readonly frozen: string | null
  readonly header: string | null
  readonly footer: string | null
  readonly orientation: string | null
  readonly fit: readonly unknown[]
  readonly merged: readonly string[]
  readonly charts: readonly ReadChart[]
  /** By table and column: the formula that a new row is given. */
  readonly calculated: { readonly [table: string]: { readonly [column: string]: string } }
  readonly choices: { readonly [range: string]: string }
  readonly shown_by_size: readonly (readonly [range: string, rule: string])[]
}
/** Ranges with what the file says their cells hold. */
export interface ReadChart {
  readonly kind: string
  readonly direction: string | null
  readonly grouping: string | null
  readonly title: string
  readonly from: readonly [column: number, row: number]
  readonly to: readonly [column: number, row: number]
  readonly series: readonly {
    readonly name: readonly [range: string, texts: readonly string[]]
    readonly categories: readonly [range: string, texts: readonly string[]]
    readonly values: readonly [range: string, points: { readonly [index: string]: number }, count: number]
  }[]
}
export interface ReadWorkbook {
  readonly sheets: { readonly [name: string]: ReadSheet }
  readonly names: { readonly [name: string]: string }
  readonly properties: { readonly [name: string]: string | null }
}

/** Gone when the tests of the file are over: to be called outside them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function readWorkbooks(python: string, paths: readonly string[]): { readonly [path: string]: ReadWorkbook } {
  const script = join(import.meta.dirname, 'read-workbook.py')
  return JSON.parse(execFileSync(python, [script, ...paths], { encoding: 'utf8', maxBuffer: 1 << 28 }))
}

/** By sheet and address; what is not there is empty. */
export interface ReadValues {
  readonly [sheet: string]: { readonly [address: string]: ReadCell['value'] }
}

/** A third of the work, where nothing else is asked. */
export function readValues(python: string, paths: readonly string[]): { readonly [path: string]: ReadValues } {
  const script = join(import.meta.dirname, 'read-workbook.py')
  return JSON.parse(execFileSync(python, [script, '--values', ...paths], { encoding: 'utf8', maxBuffer: 1 << 28 }))
}

/** LibreOffice trusts the values in a file unless this says otherwise. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

/**
 * Works in a folder beside the first of them.
 * @returns paths of the recalculated workbooks, in the order of `paths`
 */
export async function recalculate(soffice: string, paths: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(dirname(paths[0] ?? '.'), 'recalculated-'))
  const profile = join(folder, 'profile')
  const out = join(folder, 'out')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate)
  const target = 'xlsx:Calc MS Excel 2007 XML'
  const own = `-env:UserInstallation=file://${profile}`
  // Numbered, for reports of two years may have one name; and so one start is enough for all.
  const numbered = paths.map((path, at) => {
    const copy = join(folder, `${at}.xlsx`)
    copyFileSync(path, copy)
    return copy
  })
  await run(soffice, [own, '--headless', '--convert-to', target, '--outdir', out, ...numbered], { env: process.env })
  return numbered.map(path => join(out, basename(path)))
}

/** Each formula whose value in the file is not what the other program makes of it. */
export function differences(ours: ReadWorkbook, theirs: ReadValues): readonly string[] {
  return Object.entries(ours.sheets).flatMap(([name, { cells }]) =>
    Object.entries(cells)
      .filter(([, cell]) => cell.formula !== null)
      .flatMap(([address, { value, formula }]) => {
        const other = theirs[name]?.[address] ?? null
        return same(value, other)
          ? []
          : [`${name}!${address} ${formula}: ${String(value)}, recalculated ${String(other)}`]
      }),
  )
}

/** An empty text and nothing at all read the same. */
function same(one: ReadCell['value'], other: ReadCell['value']): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))
  }
  return (one ?? '') === (other ?? '')
}
