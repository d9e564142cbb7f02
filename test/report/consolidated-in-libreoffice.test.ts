/** The report over all partners as other programs read it. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { apart, consolidated, converted } from '../support/consolidated-dataset.ts'
import { judge, withoutIcu } from '../support/judges.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'
import { sampleDataset } from '../support/sample-dataset.ts'
import { differences, readValues, readWorkbooks, recalculate, temporaryFolder } from '../support/spreadsheet.ts'

const folder = temporaryFolder()

describe('the workbook', () => {
  const cases = { shared: sampleDataset(), converted: converted(), apart: apart() }

  it('holds what other programs calculate and accept, whichever currencies it is in', async ctx => {
    const templates = packagedTemplates()
    const paths: string[] = []
    for (const [name, of] of Object.entries(cases)) {
      for (const language of ['ru', 'uz-Latn']) {
        const { value, diagnostics } = resolveWorkbook(consolidated(of, language), templates)
        expect(diagnostics, name).toEqual([])
        const path = join(folder, `${name}.${language}.xlsx`)
        writeFileSync(path, await writeXlsx(value, '2022-12-31'))
        paths.push(path)
      }
    }
    const again = await recalculate(judge('soffice', ctx), paths)
    const python = judge('openpyxl', ctx)
    const read = readWorkbooks(python, paths)
    const recalculated = readValues(python, again)
    const validator = judge('ooxml-validator', ctx)
    paths.forEach((path, at) => {
      const [ours, theirs] = [read[path], recalculated[again[at] ?? '']]
      if (!ours || !theirs) throw new Error(`${path} was not read`)
      expect(differences(ours, theirs), path).toEqual([])
      const { stdout } = spawnSync(validator, [path, 'Microsoft365'], { encoding: 'utf8', env: withoutIcu })
      expect((JSON.parse(stdout) as { errors: unknown[] }).errors, path).toEqual([])
    })
  })
})
