/** Poppler and qpdf, asked about a PDF. Where they are missing a test is skipped and says so; CI must have them. */
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import { freshFolder } from './browser-fixtures.ts'

const run = promisify(execFile)

export async function ask(pdf: Uint8Array, command: (file: string) => readonly [string, ...string[]]): Promise<string> {
  const folder = await freshFolder()
  const file = join(folder, 'a.pdf')
  await writeFile(file, pdf)
  const [program, ...options] = command(file)
  try {
    return (await run(program, options)).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

export async function need(ctx: TestContext, ...programs: readonly string[]): Promise<void> {
  for (const program of programs) {
    const isThere = await run('sh', ['-c', `command -v ${program}`]).then(
      () => true,
      () => false,
    )
    if (!isThere && process.env['CI']) throw new Error(`${program} is missing, and CI must have it.`)
    ctx.skip(!isThere, `${program} is not installed`)
  }
}

export const textOf = (pdf: Uint8Array): Promise<string> => ask(pdf, file => ['pdftotext', file, '-'])

export interface PdfFont {
  readonly name: string
  readonly type: string
  readonly isEmbedded: boolean
}

export async function fontsOf(pdf: Uint8Array): Promise<readonly PdfFont[]> {
  const [, , ...rows] = (await ask(pdf, file => ['pdffonts', file])).trim().split('\n')
  return rows.map(row => {
    const [, name = '', type = '', embedded] = /^(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)/.exec(row) ?? []
    return { name: name.replace(/^[A-Z]{6}\+/, ''), type, isEmbedded: embedded === 'yes' }
  })
}

export const factsOf = (pdf: Uint8Array): Promise<string> => ask(pdf, file => ['pdfinfo', file])

export const structureOf = (pdf: Uint8Array): Promise<string> => ask(pdf, file => ['pdfinfo', '-struct-text', file])

export const picturesOf = (pdf: Uint8Array): Promise<string> => ask(pdf, file => ['pdfimages', '-list', file])

export const checkSyntax = (pdf: Uint8Array): Promise<string> => ask(pdf, file => ['qpdf', '--check', file])
