/**
 * What is told in another language is told whole: each sentence in it has its translation, each placeholder its value, and
 * each value stands there as it was written. A value that speaks English of its own would be English in each language.
 */
import { wordsByDescription } from '../../src/author/field-blocks.ts'
import { type Form, formIn, tellIn } from '../../src/diagnostics/messages.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish, type Said, type Tell, type Value } from '../../src/model/said.ts'
import { fieldWordsIn, messagesIn } from '../../src/pipeline/messages.ts'
import { templates } from './two-builds.ts'

export interface Translation {
  readonly language: string
  readonly table: ReadonlyMap<string, Form>
  /** By what their schemas say; empty where a language has no words for fields. */
  readonly ofFields: ReadonlyMap<string, string>
  readonly tell: Tell
}

export const translationIn = (language: string, without: readonly string[] = []): Translation => {
  const written = [...messagesIn(templates, language)].flatMap(([sentence, text]) => {
    const form = formIn(text)
    return form === undefined || without.includes(sentence) ? [] : [[sentence, form] as const]
  })
  const table = new Map(written)
  const ofFields = wordsByDescription(fieldWordsIn(templates, language))
  return { language, table, ofFields, tell: tellIn(language, table, description => ofFields.get(description)) }
}

/** What schemas say of fields stays English where a language has no words for fields. */
const described = wordsByDescription(fieldWordsIn(templates, 'ru'))

export const translations: readonly Translation[] = ['ru', 'uz-Latn', 'uz-Cyrl'].map(language =>
  translationIn(language),
)

export function notWhole(diagnostics: readonly Diagnostic[], all = translations): readonly string[] {
  const found = diagnostics.flatMap(told => {
    const said = [told.message, ...told.hints, ...(told.related ?? []).map(({ message }) => message)]
    const written = [told.span, ...(told.related ?? []).map(({ span }) => span)].map(span => span?.file.text ?? '')
    return said.flatMap(each => all.flatMap(translation => wrongIn(each, translation, written.join('\n'))))
  })
  return [...new Set(found)]
}

function wrongIn(said: Said, { language, table, ofFields, tell }: Translation, written: string): readonly string[] {
  const text = tell(said)
  const complain = (why: string): string => `${language}: ${why}: ${inEnglish(said)} -> ${text}`
  const values = leavesOf(said)
  const isTold = (sentence: string): boolean =>
    table.has(sentence) || ofFields.has(sentence) || (ofFields.size === 0 && described.has(sentence))
  return [
    ...sentencesOf(said).flatMap(sentence => (isTold(sentence) ? [] : [complain(`no words for “${sentence}”`)])),
    ...(holesIn(text) === holesIn(inEnglish(said)) ? [] : [complain('a placeholder is not filled')]),
    ...values.flatMap(value => (has(text, value) ? [] : [complain(`“${value}” is lost`)])),
    ...leavesOf(said, isSame).flatMap(value =>
      isEnglish(value) && !isOfAuthor(value, written) ? [complain(`“${value}” is English`)] : [],
    ),
  ]
}

const has = (text: string, value: string): boolean => text.toLowerCase().includes(value.toLowerCase())

/** Its words stand in the file, whatever signs a hint puts around and between them. */
const isOfAuthor = (value: string, written: string): boolean => {
  const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const there = new Set(wordsIn(written))
  return wordsIn(value).every(word => there.has(word))
}

const holesIn = (text: string): string => (text.match(/\{[a-zA-Z]\w*\}/g) ?? []).toSorted().join(' ')

/** What is the same in each language: words of a library, a line to be copied. */
const isSame = ({ sentence }: Said): boolean => sentence === '{text}'

/** Small words between others, which names, paths and what a library says have none of. */
const isEnglish = (value: string): boolean => /\S (?:to|and|or|of|the|is|from|in|more|without|than) \S/.test(value)

const hasWords = (sentence: string): boolean => /\p{L}|[“”]/u.test(sentence.replace(/\{\w+\}/g, ''))

const saidIn = (value: Value): readonly Said[] => {
  if (typeof value !== 'object') return []
  return 'sentence' in value ? [value] : value.flatMap(saidIn)
}

function sentencesOf(said: Said): readonly string[] {
  const inner = Object.values(said.values ?? {}).flatMap(saidIn)
  return [...(hasWords(said.sentence) ? [said.sentence] : []), ...inner.flatMap(sentencesOf)]
}

/** What is put in as it is. A count may be a word of its own where it is one. */
function leavesOf(said: Said, leaves: (said: Said) => boolean = () => false): readonly string[] {
  if (leaves(said)) return []
  const texts = (value: Value): readonly string[] => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [value]
    if (typeof value === 'number') return []
    return 'sentence' in value ? leavesOf(value, leaves) : value.flatMap(texts)
  }
  return Object.entries(said.values ?? {}).flatMap(([name, value]) => (isUsed(said, name) ? texts(value) : []))
}

const isUsed = ({ sentence }: Said, name: string): boolean =>
  sentence.includes(`{${name}}`) || sentence.includes(`{${name.charAt(0).toUpperCase()}${name.slice(1)}}`)
