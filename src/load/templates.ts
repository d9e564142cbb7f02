/** What templates/ holds -> a TemplateSet: wording flattened to keys, report layouts checked, the rest as it is. */
import type { Origin } from '../model/dataset.ts'
import { compare, type Diagnostic, errorAt, inOrder, type Outcome } from '../model/diagnostic.ts'
import { reportLayout } from '../model/report-layout.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import type { ReportLayout, TemplateSet, Wording } from '../model/templates.ts'
import { languagePattern } from '../model/text.ts'
import { activeContent } from './active-content.ts'
import { readLayout } from './layout.ts'
import { parse } from './parse.ts'
import { validate } from './validate.ts'
import { readPhrases } from './wording.ts'

/**
 * @param texts with paths such as `templates/press/release.hbs`, in any order
 * @param fonts by path below templates/: `fonts/SourceSerif4-Regular.ttf`
 */
export function loadTemplates(
  texts: readonly SourceFile[],
  fonts: ReadonlyMap<string, Uint8Array>,
): Outcome<TemplateSet> {
  const plain = new Map<string, SourceFile>()
  const wording = new Map<string, Wording>()
  const layouts = new Map<string, ReportLayout>()
  const diagnostics: Diagnostic[] = []
  for (const file of texts.toSorted((a, b) => compare(a.path, b.path))) {
    const path = file.path.replace(/^templates\//, '')
    const [, folder, name] = /^(wording|report)\/([^/]+)\.ya?ml$/.exec(path) ?? []
    const found =
      name === undefined
        ? addPlain(plain, file, path)
        : folder === 'wording'
          ? addWording(wording, file, name)
          : addLayout(layouts, file, name)
    diagnostics.push(...found)
  }
  return { value: { texts: plain, fonts, wording, layouts }, diagnostics: inOrder(diagnostics) }
}

function addPlain(to: Map<string, SourceFile>, file: SourceFile, path: string): readonly Diagnostic[] {
  to.set(path, file)
  return activeContent(file)
}

function addWording(to: Map<string, Wording>, file: SourceFile, name: string): readonly Diagnostic[] {
  const misnamed = wrongName(file, name)
  if (misnamed) return [misnamed]
  if (!new RegExp(languagePattern).test(name)) {
    const message = `“${name}” is not a language tag, so this wording is not read.`
    return [
      errorAt('file/not-read', spanOfFile(file), message, 'Name the file after its language: ru.yaml, uz-Latn.yaml.'),
    ]
  }
  const { value, diagnostics } = readPhrases(file)
  to.set(name, { language: name, file, phrases: value })
  return diagnostics
}

function addLayout(to: Map<string, ReportLayout>, file: SourceFile, name: string): readonly Diagnostic[] {
  const misnamed = wrongName(file, name)
  if (misnamed) return [misnamed]
  const parsed = parse(file)
  if (parsed.value === undefined) return parsed.diagnostics
  const origin: Origin = { file, pointer: '', spans: parsed.spans }
  const found = [...parsed.diagnostics, ...validate(reportLayout, parsed.value, origin)]
  if (found.length === 0) to.set(name, readLayout(parsed.value, name, origin))
  return found
}

function wrongName(file: SourceFile, name: string): Diagnostic | undefined {
  if (file.path.endsWith('.yaml')) return undefined
  const message = 'This file is not read: wording and layouts end in “.yaml”.'
  return errorAt('file/not-read', spanOfFile(file), message, `Rename it to ${name}.yaml.`)
}
