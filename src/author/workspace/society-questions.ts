/** What of a society is not known yet: the flags that say it, and the questions that ask for it. */
import { type Said, said } from '../../model/said.ts'

import type { Language } from '../../model/text.ts'
import type { Question } from '../questions.ts'
import { type InitWords, textsIn, usualPartners } from './answers.ts'
import { regionsOf, zonesOf } from './regions.ts'

/** Flags without which there is no society, with what they take. */
export function lackingIn(words: InitWords): readonly string[] {
  const { languages = [], country = '' } = words
  const lacking = [
    ...(languages.length === 0 ? ['--languages ru,en'] : []),
    ...(country === '' ? ['--country KG'] : []),
    ...unsaid(words.name, languages).map(language => `--name ${language}=…`),
    ...unsaid(words.seat, languages).map(language => `--seat ${language}=…`),
    ...(words.currency === undefined ? ['--currency KGS'] : []),
  ]
  return country !== '' && words.timeZone === undefined && zonesOf(country).length !== 1
    ? [...lacking, '--time-zone Asia/Bishkek']
    : lacking
}

/** Without a word about a language there is still a name to be written in one. */
function unsaid(texts: readonly string[] | undefined, languages: readonly Language[]): readonly Language[] {
  const known = textsIn(texts, languages)
  return (languages.length === 0 ? ['ru'] : languages).filter(
    language => known[language] === undefined && (languages.length > 0 || (texts ?? []).length === 0),
  )
}

/** @returns what is to be asked of somebody at a terminal, in the order in which it is answered */
export function questionsAbout(words: InitWords): readonly Question[] {
  const { languages = [], country = '' } = words
  const open = (field: keyof InitWords, question: Said, mayBeEmpty = false): readonly Question[] =>
    words[field] === undefined ? [{ field, words: question, mayBeEmpty }] : []
  if (languages.length === 0 || country === '')
    return [
      ...open('languages', said('In which languages do you publish? The main one first: ru,en')),
      ...open('country', said('Which country? Its code of two letters: KG')),
    ]
  const ofEach = (field: 'name' | 'seat', question: Said): readonly Question[] =>
    unsaid(words[field], languages).map(language => ({
      field: `${field}/${language}`,
      words: said('{question} ({language})', { question, language }),
      mayBeEmpty: false,
    }))
  const zones = zonesOf(country).map(value => ({ value, label: value }))
  const regions = regionsOf(country).map(({ code, name }) => ({ value: code, label: name }))
  return [
    ...ofEach('name', said('What is the full name of your society?')),
    ...(words.abbreviation
      ? []
      : languages.map(language => ({
          field: `abbreviation/${language}`,
          words: said('Its abbreviation, where it has one ({language})', { language }),
          mayBeEmpty: true,
        }))),
    ...ofEach('seat', said('In which town does it sit?')),
    ...(regions.length > 0
      ? open('region', said('In which region is that?'), true).map(each => ({ ...each, choices: regions }))
      : []),
    ...(zones.length > 1 ? open('timeZone', said('Which time zone?')).map(each => ({ ...each, choices: zones })) : []),
    ...open('currency', said('In which currency is your budget? Its code of three letters: KGS')),
    ...open(
      'partner',
      said('Who are your partners? Names, with commas between them; none: {usual}', { usual: usualPartners }),
      true,
    ),
  ]
}
