/** khabar export: the activities as a table that an import takes back, or the empty table to be filled. */

import { resolve } from 'node:path'
import { printHuman } from '../../diagnostics/human.ts'
import { allToJson } from '../../diagnostics/json.ts'
import { said } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { exportTable } from '../../pipeline/exchange/export.ts'
import { writeExported } from '../../pipeline/exchange/files.ts'
import { outputBelow } from '../options.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface ExportOptions {
  readonly out?: string
  readonly language?: string
  readonly year?: number
  readonly template: boolean
  readonly force: boolean
  readonly format: 'xlsx' | 'csv'
  readonly json: boolean
}

export async function exportCommand(setting: Setting, options: ExportOptions): Promise<number> {
  const { root, terminal } = setting
  const { language, year, template, out } = options
  const format = /\.csv$/i.test(out ?? '') ? 'csv' : options.format
  const path = outputBelow(root, out ?? `activities.${format}`)
  const { bytes, activities, diagnostics } = await exportTable(openWorkspace(root, packagedTemplates), {
    format,
    isTemplate: template,
    ...(language !== undefined && { language }),
    ...(year !== undefined && { year }),
  })
  if (bytes) await writeExported(resolve(path), bytes, options.force)
  if (options.json) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length
    const summary = { errors, warnings: diagnostics.length - errors, activities }
    terminal.result(
      JSON.stringify({ ...(bytes && { path }), summary, diagnostics: allToJson(diagnostics, terminal.tell) }, null, 2),
    )
  } else {
    terminal.complain(printHuman(diagnostics, { color: terminal.colour, tell: terminal.tell }))
    if (bytes) terminal.result(path)
    if (bytes)
      terminal.say(said('{activities} activities exported; khabar import takes the table back', { activities }))
  }
  return bytes ? 0 : 1
}
