/**
 * A job's fingerprint: SHA-256 of exactly what the renderer is handed, and of the tools that decide the bytes. In two steps,
 * since a memo knows the first of what was handed over before, and the tools may be others today. Of what is signed, the
 * certificate too: by the same one nothing is signed twice, at whatever time.
 */
import { createHash } from 'node:crypto'
import { recurring } from '../model/recurring.ts'
import type { AwaitedJob, PrintedContent, Tools } from '../model/render-job.ts'
import type { Cell, Workbook } from '../model/workbook-sheet.ts'
import { sha256 } from './digest.ts'

export const fingerprint = (handed: string, tools: Tools, signedBy?: string): string =>
  sha256(JSON.stringify([tools, handed, ...(signedBy === undefined ? [] : [signedBy])]))

export function digestOf(job: AwaitedJob): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([job.format, job.language, job.date]))
  if ('workbook' in job) for (const text of textsOf(job.workbook)) hash.update(text)
  else if ('text' in job) hash.update(job.text)
  else {
    hash.update(job.html)
    for (const asset of job.assets) hash.update(`\n${asset.path} ${asset.type} ${asset.digest}`)
    if ('attachments' in job) hash.update(carried(job))
  }
  return hash.digest('hex')
}

/** A row at a time: a register as one text would be longer than a text may be. */
function* textsOf({ sheets, ...workbook }: Workbook): Generator<string> {
  yield JSON.stringify(workbook)
  for (const { rows, ...sheet } of sheets) {
    yield JSON.stringify(sheet)
    const lasting = recurring((cell: Cell | null) => JSON.stringify(cell))
    for (const [index, { cells, ...row }] of rows.entries()) {
      const numbers = rows.numbersAt?.(index)
      const texts = cells.map((cell, column) =>
        // Formulas are of their rows.
        cell?.kind === 'formula' ? JSON.stringify(cell) : lasting(cell, column, numbers),
      )
      const rest = JSON.stringify(row).slice(1)
      yield `{"cells":[${texts.join()}]${rest === '}' ? '' : ','}${rest}`
    }
  }
}

function carried({ facts, names, attachments }: PrintedContent): string {
  const files = attachments.map(({ name, mime, description, bytes }) => [name, mime, description, sha256(bytes)])
  return JSON.stringify([facts, names, files])
}
