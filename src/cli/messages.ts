/** The language in which a person is told things: what they ask for, else that of their system. */
import { inEnglish, type Tell } from '../model/said.ts'

export const messageLanguages = ['en', 'ru', 'uz-Latn', 'uz-Cyrl'] as const
export type MessageLanguage = (typeof messageLanguages)[number]

/** A language, and how a sentence is told in it. */
export interface Telling {
  readonly language: MessageLanguage
  readonly tell: Tell
}

export const english: Telling = { language: 'en', tell: inEnglish }

type Environment = { readonly [name: string]: string | undefined }

/**
 * `--messages`, `KHABAR_MESSAGES`, then what POSIX says of a locale: the first of LC_ALL, LC_MESSAGES and LANG that is set.
 * Windows sets none: there it is the language of the system.
 */
export function messageLanguage(words: readonly string[], environment: Environment): MessageLanguage {
  const known = [saidIn(words), environment['KHABAR_MESSAGES']].find(isMessageLanguage)
  if (known) return known
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map(name => environment[name]).find(Boolean)
  return ofLocale(locale ?? (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : ''))
}

/** Before commander reads the words: its own mistakes are told in the language, too. */
function saidIn(words: readonly string[]): string | undefined {
  const at = words.findLastIndex(word => word === '--messages' || word.startsWith('--messages='))
  const word = words[at]
  return word === '--messages' ? words[at + 1] : word?.slice('--messages='.length)
}

const isMessageLanguage = (tag: string | undefined): tag is MessageLanguage =>
  messageLanguages.some(language => language === tag)

/** `uz_UZ.UTF-8@cyrillic`, `uz-Cyrl-UZ`, `ru_RU.UTF-8` */
function ofLocale(locale: string): MessageLanguage {
  if (/^ru(?![a-z])/i.test(locale)) return 'ru'
  if (!/^uz(?![a-z])/i.test(locale)) return 'en'
  return /cyr/i.test(locale) ? 'uz-Cyrl' : 'uz-Latn'
}

/** @param templates the folder that has `messages/`; English needs none. */
export async function tellFor(language: MessageLanguage, templates: string): Promise<Tell> {
  if (language === 'en') return inEnglish
  const { fieldWordsIn, messagesIn } = await import('../pipeline/messages.ts')
  const { formIn, tellIn } = await import('../diagnostics/messages.ts')
  const entries = [...messagesIn(templates, language)].flatMap(([sentence, written]) => {
    const form = formIn(written)
    return form === undefined ? [] : [[sentence, form] as const]
  })
  const { wordsByDescription } = await import('../author/field-blocks.ts')
  let ofFields: ReadonlyMap<string, string> | undefined
  return tellIn(language, new Map(entries), description => {
    ofFields ??= wordsByDescription(fieldWordsIn(templates, language))
    return ofFields.get(description)
  })
}
