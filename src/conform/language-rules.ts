/** Every text has a language, and the language is a well-formed tag. */
import { type Finding, finding, when } from './finding.ts'
import { languageOf } from './structure-tree.ts'
import type { Subject } from './subject.ts'
import { runsOf } from './text.ts'

/** BCP 47 (RFC 5646), without the grandfathered tags. */
const tag =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i

const badTag = (lang: string | undefined, where: string): readonly Finding[] =>
  when(lang !== undefined && !tag.test(lang), 'UA 7.2-29', where, `"${lang}" is no language tag`)

export function checkLanguage(subject: Subject): readonly Finding[] {
  const lang = subject.catalog.get('Lang').text
  const { options, structure, pages } = subject
  return [
    ...when(!lang, 'UA 7.2-33', 'catalog', 'no Lang'),
    ...(lang ? badTag(lang, 'catalog') : []),
    ...when(
      lang !== undefined && options.language !== undefined && lang !== options.language,
      'own language',
      'catalog',
      `Lang is ${lang}`,
    ),
    ...structure.elements.flatMap(each => badTag(each.cursor.get('Lang').text, each.where)),
    ...pages.flatMap(page =>
      page.opened.flatMap(({ mark }) => badTag(mark.properties.get('Lang').text, `page ${page.number}`)),
    ),
  ]
}

/** A language whose letters are Latin: said by the script subtag, or English. */
const isLatin = (lang: string | undefined): boolean =>
  lang !== undefined && /^(en|uz)(-latn)?(-|$)/i.test(lang) && !/cyrl/i.test(lang)

/** What is said to be in Latin letters is. */
export function checkScripts(subject: Subject): readonly Finding[] {
  const catalogLang = subject.catalog.get('Lang').text
  return subject.structure.elements.flatMap(element => {
    if (!isLatin(languageOf(element, catalogLang))) return []
    const painted = element.kids.flatMap(kid =>
      kid.kind === 'content' ? (subject.content.get(`${kid.stream ?? '?'}:${kid.mcid}`) ?? []) : [],
    )
    const own = painted.filter(each => !each.marks.some(mark => mark.properties.get('Lang').isThere))
    const text = runsOf(own)
      .map(run => run.text)
      .join('')
    const cyrillic = /[\u0400-\u052f]{2,}/.exec(text)?.[0]
    return cyrillic
      ? [
          finding(
            'own language-script',
            element.where,
            `"${cyrillic}" is said to be ${languageOf(element, catalogLang)}`,
          ),
        ]
      : []
  })
}
