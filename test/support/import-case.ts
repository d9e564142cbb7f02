/**
 * A case of test/cases into which tables are imported. Its `import.yaml` says what the command line would:
 *
 *     files: [projects.csv]      # beside it
 *     mapping: mapping.yaml
 *     set: { type: service }
 *     sheet: …  dates: …  language: …  encoding: …
 *     skip_bad: true
 *     whole: true                # as in a case.yaml
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { writeChanged } from '../../src/pipeline/exchange/files.ts'
import { type Imported, type ImportRequest, importTables } from '../../src/pipeline/exchange/import.ts'
import { casesFolder, layOutCase } from './case-workspace.ts'

export const templates = join(import.meta.dirname, '../../templates')

interface ImportCase {
  readonly files: readonly string[]
  readonly mapping?: string
  readonly set?: { readonly [field: string]: string }
  readonly sheet?: string
  readonly dates?: 'day-first' | 'month-first'
  readonly language?: string
  readonly encoding?: string
  readonly skip_bad?: boolean
}

async function requestOf(name: string): Promise<ImportRequest> {
  const folder = join(casesFolder, name)
  const { files, mapping, set, skip_bad, encoding, sheet, dates, language } = parse(
    await readFile(join(folder, 'import.yaml'), 'utf8'),
  ) as ImportCase
  return {
    files: await Promise.all(files.map(async path => ({ path, bytes: await readFile(join(folder, path)) }))),
    ...(mapping !== undefined && { mapping: { path: mapping, text: await readFile(join(folder, mapping), 'utf8') } }),
    ...(encoding !== undefined && { encoding }),
    wishes: {
      defaults: set ?? {},
      ...(sheet !== undefined && { sheet }),
      ...(dates && { dates }),
      ...(language !== undefined && { language }),
    },
    skipBad: skip_bad === true,
  }
}

/** What an import comes to, and what the same import comes to when all of it is there already. */
export async function importCase(name: string): Promise<{ readonly first: Imported; readonly again: Imported }> {
  const root = await mkdtemp(join(tmpdir(), 'khabar-import-'))
  try {
    await layOutCase(name, root)
    const request = await requestOf(name)
    const first = await importTables(openWorkspace(root, templates), request)
    await writeChanged(root, first.files)
    return { first, again: await importTables(openWorkspace(root, templates), request) }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
