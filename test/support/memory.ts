/** Doubles for the doors of a build: an output folder in memory, and a renderer that counts. */

import type { Renderer, RenderJob } from '../../src/model/render-job.ts'
import type { OutputFolder } from '../../src/pipeline/workspace.ts'

export interface MemoryOutput extends OutputFolder {
  readonly files: Map<string, string>
}

/** @param there what lies in it already */
export function memoryOutput(there: ReadonlyMap<string, string> = new Map()): MemoryOutput {
  const files = new Map(there)
  return {
    files,
    read: async path => {
      const text = files.get(path)
      return text === undefined ? undefined : new TextEncoder().encode(text)
    },
    write: async (path, bytes) => {
      files.set(path, new TextDecoder().decode(bytes))
    },
    remove: async path => {
      files.delete(path)
    },
  }
}

export interface CountingRenderer extends Renderer {
  /** Paths, in the order in which they were rendered. */
  readonly rendered: string[]
}

/** "Renders" a job into its own words; `fails` says which path cannot be made. */
export function countingRenderer(fails?: (job: RenderJob) => Error | undefined): CountingRenderer {
  const rendered: string[] = []
  return {
    rendered,
    versions: async format => ({ [format]: '1' }),
    render: async job => {
      const failure = fails?.(job)
      if (failure) throw failure
      rendered.push(job.path)
      return new TextEncoder().encode(wordsOf(job))
    },
    diagnostics: () => [],
    close: async () => {},
  }
}

function wordsOf(job: RenderJob): string {
  if ('workbook' in job) return JSON.stringify(job.workbook)
  return 'html' in job ? job.html : job.text
}
