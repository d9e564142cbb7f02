/** For GitLab: a Code Quality report, which shows mistakes in the diff of a merge request and tells new ones from old. */
import { createHash } from 'node:crypto'
import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import { inEnglish, type Tell } from '../model/said.ts'
import { located, textOf } from './located.ts'

/** One entry of the report, as GitLab's Code Quality takes it (a subset of the CodeClimate specification). */
interface Issue {
  readonly description: string
  readonly check_name: string
  /** The same for the same mistake, wherever in its file it has moved; no two in a report are alike. */
  readonly fingerprint: string
  readonly severity: 'critical' | 'minor'
  /** From the root of the repository; lines count from 1. */
  readonly location: {
    readonly path: string
    readonly lines: { readonly begin: number; readonly end: number }
  }
}

/** What is wrong with no file in particular is shown at the one that every workspace has. */
const anyFile = 'data/society.yaml'

const severities: { readonly [severity in Severity]: Issue['severity'] } = { error: 'critical', warning: 'minor' }

/** @param folder where the workspace lies in the repository, `a/b/`; nothing at its root */
export function printGitlab(diagnostics: readonly Diagnostic[], folder = '', tell: Tell = inEnglish): string {
  const seen = new Map<string, number>()
  const issues = located(diagnostics).map((told): Issue => {
    const { diagnostic, passage } = told
    const { code, message, severity } = diagnostic
    const path = folder + (passage?.file.path ?? anyFile)
    const mistake = JSON.stringify([path, code, inEnglish(message)])
    const before = seen.get(mistake) ?? 0
    seen.set(mistake, before + 1)
    return {
      description: textOf(told, folder, tell),
      check_name: code,
      fingerprint: createHash('sha256').update(`${mistake} ${before}`).digest('hex'),
      severity: severities[severity],
      location: { path, lines: { begin: passage?.start.line ?? 1, end: passage?.end.line ?? 1 } },
    }
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}
