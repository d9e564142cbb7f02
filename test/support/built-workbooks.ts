/** Every workbook of this repository's own workspace, as its renderer is handed it. */
import { join } from 'node:path'
import type { Workbook } from '../../src/model/workbook-sheet.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { countingRenderer, memoryOutput } from './memory.ts'

const root = join(import.meta.dirname, '../..')

export async function builtWorkbooks(): Promise<ReadonlyMap<string, Workbook>> {
  const found = new Map<string, Workbook>()
  await build(
    {
      workspace: openWorkspace(root, join(root, 'templates')),
      output: memoryOutput(),
      renderer: countingRenderer(job => {
        if ('workbook' in job) found.set(job.path, job.workbook)
        return undefined
      }),
    },
    {
      selection: { paths: [] },
      asOf: '2023-03-01T00:00:00Z',
      force: false,
      dryRun: false,
      strict: false,
      jobs: 1,
      onProgress: () => {},
    },
  )
  return found
}
