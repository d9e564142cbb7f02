/** In which languages a release is built: where its headline and its lead can be told there. No text is borrowed. */

import { spanOf } from '../model/dataset.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Meeting } from '../model/record/meeting.ts'
import { type Said, said } from '../model/said.ts'
import { textIn } from '../model/text.ts'
import { isWorded, organizationOf, type Telling } from './telling.ts'

type Asked = Pick<Telling, 'dataset' | 'subject' | 'release' | 'language' | 'mainLanguage'>

/** Nothing, or why the release is not built in this language. */
export function reasonToSkip(asked: Asked): Diagnostic | undefined {
  const { subject, release, language, mainLanguage } = asked
  const has = (written: Parameters<typeof textIn>[0]) => textIn(written, language, mainLanguage) !== undefined
  if (!has(release.headline)) return skipped(asked, said('its headline has no text there'), headlineHint(language))
  if (has(release.lead)) return undefined
  if (!isWorded(subject) || release.lead !== undefined)
    return skipped(asked, said('its lead has no text there'), said('Add `{language}: …` to the lead.', { language }))
  if (!has(subject.data.venue))
    return skipped(
      asked,
      said('the venue has no text there'),
      said('Add `{language}: …` to the venue, or write a lead.', { language }),
    )
  const nameless = namelessParty(asked, subject.data)
  if (nameless === undefined) return undefined
  return skipped(
    asked,
    said('{nameless} has no name there', { nameless }),
    said('Add `{language}: …` to the name in {nameless}.', { language, nameless }),
  )
}

const headlineHint = (language: string) => said('Add `{language}: …` to the headline.', { language })

function namelessParty(
  { dataset, language, mainLanguage }: Asked,
  { host, partners }: Pick<Meeting, 'host' | 'partners'>,
): string | undefined {
  const parties = [host, ...partners].map(id => organizationOf(dataset, id))
  return parties.find(each => each && textIn(each.data.name, language, mainLanguage) === undefined)?.origin.file.path
}

function skipped({ subject, language }: Asked, reason: Said, hint: Said): Diagnostic {
  return warningAt(
    'release/skipped-language',
    spanOf(subject, '/release/headline'),
    said('The release of “{id}” is not built in {language}: {reason}.', { id: subject.id, language, reason }),
    hint,
  )
}
