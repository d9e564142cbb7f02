/** Which releases there are: each record with a release block, in each language it can be told in. */

import { type Dataset, daysOf, type Subject, spanOf, subjectsIn } from '../model/dataset.ts'
import { compare, type Diagnostic, type Outcome, warningAt } from '../model/diagnostic.ts'
import type { ReleaseModel } from '../model/document.ts'
import { packOf } from '../model/language-pack.ts'
import { said } from '../model/said.ts'
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
  if (!release || release.without?.includes(language)) return { value: undefined, diagnostics: [] }
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

function awaitingReview({ dataset, subject, release, language }: Telling): Diagnostic[] {
  const index = (release.awaiting_review ?? []).indexOf(language)
  if (index === -1) return wordsAwaitingReview(dataset, subject, language)
  return [
    warningAt(
      'release/awaiting-review',
      spanOf(subject, `/release/awaiting_review/${index}`),
      said('The {language} release of “{id}” awaits a native editor.', { language, id: subject.id }),
      said('Take `{language}` out of the list when it has been read.', { language }),
    ),
  ]
}

/** Told once a language, at the first of its releases: all of them print the same words. */
function wordsAwaitingReview({ packs }: Surrounding, subject: Subject, language: Language): Diagnostic[] {
  if (!packOf(language, packs).awaiting_review) return []
  const told = warningAt(
    'release/awaiting-review',
    spanOf(subject, `/release/headline/${language}`),
    said('No native editor has read the words in {language} that every release prints.', { language }),
    said(
      'Let one read templates/wording/{language}.yaml, then write `awaiting_review: false` into templates/languages/{language}.yaml of the workspace.',
      { language },
    ),
  )
  return [{ ...told, once: `words in ${language}` }]
}
