/** In which languages a release is built: where its headline and its lead can be told there. No text is borrowed. */
import { nameIn } from '../language/names.ts'
import { spanOf } from '../model/dataset.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Meeting } from '../model/record/meeting.ts'
import { textIn } from '../model/text.ts'
import { isWorded, organizationOf, type Telling } from './telling.ts'

type Asked = Pick<Telling, 'dataset' | 'subject' | 'release' | 'language' | 'mainLanguage'>

/** Nothing, or why the release is not built in this language. */
export function reasonToSkip(asked: Asked): Diagnostic | undefined {
  const { subject, release, language, mainLanguage } = asked
  const has = (written: Parameters<typeof textIn>[0]) => textIn(written, language, mainLanguage) !== undefined
  if (!has(release.headline)) return skipped(asked, 'its headline has no text there', headlineHint(language))
  if (has(release.lead)) return undefined
  if (!isWorded(subject) || release.lead !== undefined)
    return skipped(asked, 'its lead has no text there', `Add \`${language}: …\` to the lead.`)
  if (!has(subject.data.venue))
    return skipped(asked, 'the venue has no text there', `Add \`${language}: …\` to the venue, or write a lead.`)
  const nameless = namelessParty(asked, subject.data)
  if (nameless === undefined) return undefined
  return skipped(asked, `${nameless} has no name there`, `Add \`${language}: …\` to the name in ${nameless}.`)
}

const headlineHint = (language: string) => `Add \`${language}: …\` to the headline.`

function namelessParty(
  { dataset, language, mainLanguage }: Asked,
  { host, partners }: Pick<Meeting, 'host' | 'partners'>,
): string | undefined {
  const parties = [host, ...partners].map(id => organizationOf(dataset, id))
  return parties.find(each => each && !nameIn(each.data, language, mainLanguage))?.origin.file.path
}

function skipped({ subject, language }: Asked, reason: string, hint: string): Diagnostic {
  return warningAt(
    'release/skipped-language',
    spanOf(subject, '/release/headline'),
    `The release of “${subject.id}” is not built in ${language}: ${reason}.`,
    hint,
  )
}
