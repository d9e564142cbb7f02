/** The packaged templates as a build reads them, with their digests: what is handed out and what is told to people are none. */
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../src/model/source.ts'

export const templatesFolder = join(import.meta.dirname, '../../templates')

export const sourceOf = (path: string, text: string): SourceFile => ({ path, text, digest: hash('sha256', text) })

export const templates: readonly SourceFile[] = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.(hbs|css|yaml)$/.test(path) && !/^(?:workspace|messages)[\\/]/.test(path))
  .toSorted()
  .map(path => sourceOf(`templates/${path.replaceAll('\\', '/')}`, readFileSync(join(templatesFolder, path), 'utf8')))

export const templateTexts: ReadonlyMap<string, string> = new Map(templates.map(({ path, text }) => [path, text]))
