/** Which releases there are: each record with a release block, in each language it can be told in. */
import { type Dataset, daysOf, type Subject, spanOf, subjectsIn } from '../model/dataset.ts'
import { compare, type Diagnostic, type Outcome, warningAt } from '../model/diagnostic.ts'
import type { ReleaseModel } from '../model/document.ts'
import type { Language } from '../model/text.ts'
import type { WorkOf } from '../model/work.ts'
import { reasonToSkip } from './languages.ts'
import { dayOfIssue, releaseModelOf } from './release.ts'
import type { Surrounding, Telling } from './telling.ts'

/** Withheld releases are built nowhere. */
export function subjectsOf(dataset: Dataset): readonly Subject[] {
  return subjectsIn(dataset).filter(({ data: { release } }) => release && release.status !== 'withheld')
}

/** In each language of the society in which it can be told. */
export function releasesOf(subject: Subject, dataset: Surrounding): Outcome<readonly WorkOf<ReleaseModel>[]> {
  const told = dataset.society.data.languages.map(language => tell(dataset, subject, language))
  return { value: told.flatMap(each => each.value ?? []), diagnostics: told.flatMap(each => each.diagnostics) }
}

function tell(dataset: Surrounding, subject: Subject, language: Language): Outcome<WorkOf<ReleaseModel> | undefined> {
  const { release } = subject.data
  const [mainLanguage = language] = dataset.society.data.languages
  if (!release) return { value: undefined, diagnostics: [] }
  const telling: Telling = { dataset, subject, release, language, mainLanguage, diagnostics: [], records: new Set() }
  const skipped = reasonToSkip(telling)
  if (skipped) return { value: undefined, diagnostics: [skipped] }
  const model = releaseModelOf(telling)
  const value = {
    kind: 'press' as const,
    year: Number(daysOf(subject).first.slice(0, 4)),
    id: subject.id,
    language,
    date: dayOfIssue(subject),
    records: [subject.id, ...[...telling.records].filter(id => id !== subject.id).toSorted(compare)],
    model,
  }
  return { value, diagnostics: [...awaitingReview(telling), ...telling.diagnostics] }
}

function awaitingReview({ subject, release, language }: Telling): Diagnostic[] {
  const index = (release.awaiting_review ?? []).indexOf(language)
  if (index === -1) return []
  return [
    warningAt(
      'release/awaiting-review',
      spanOf(subject, `/release/awaiting_review/${index}`),
      `The ${language} release of “${subject.id}” awaits a native editor.`,
      `Take \`${language}\` out of the list when it has been read.`,
    ),
  ]
}
