/** What the page of fields says besides the fields, and what is told of them in each language. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export type PageLanguage = 'en' | 'ru'

const templates = join(import.meta.dirname, '../../templates')

/** Told of fields, as `templates/workspace/fields/<language>.yaml` has it. In English the schemas say the rest. */
export interface Told {
  readonly blocks?: { readonly [block: string]: string }
  readonly fields?: { readonly [block: string]: { readonly [field: string]: string } }
  readonly choices?: { readonly [block: string]: { readonly [field: string]: { readonly [choice: string]: string } } }
}

export function toldIn(language: string): Told {
  return parse(readFileSync(join(templates, `workspace/fields/${language}.yaml`), 'utf8'))
}

/** Words of reports and releases, by key. */
export function phrasesIn(language: PageLanguage): ReadonlyMap<string, string> {
  const all: unknown = parse(readFileSync(join(templates, `wording/${language}.yaml`), 'utf8'))
  return new Map(flat(all, ''))
}

function flat(value: unknown, above: string): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[above, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, above === '' ? name : `${above}.${name}`))
}

export interface PageWords {
  readonly title: string
  readonly intro: string
  readonly head: readonly [field: string, what: string, must: string, value: string, example: string]
  readonly must: string
  readonly file: string
  readonly shared: string
  readonly forms: {
    readonly text: string
    readonly string: string
    readonly day: string
    readonly moment: string
    readonly month: string
    readonly period: string
    readonly truth: string
    readonly count: string
    readonly number: string
    readonly list: (of: string) => string
    readonly id: string
    readonly ownId: string
    readonly language: string
    readonly fields: string
    readonly currency: string
    readonly remark: string
    readonly byKey: string
    readonly orOwn: string
    readonly year: string
  }
}

export const pageWords: { readonly [L in PageLanguage]: PageWords } = {
  en: {
    title: 'Every field of every record',
    intro: `What a record may hold, what must be there, and an example of each line. Examples are taken from records that load. A text is one
string in the main language of the society, or a map with a line for each: \`{ ru: …, en: … }\`; other languages have their own
words. \`[]\` behind a name is a list: each of its entries begins with a dash. Your editor tells the same as you type, and
\`khabar new\` writes it above each line. This page is written by \`node scripts/fields-page.ts\`.`,
    head: ['field', 'what it is', 'needed', 'what to write', 'example'],
    must: 'yes',
    file: 'File',
    shared: 'in several places',
    forms: {
      text: 'text, in each language',
      string: 'a line',
      day: 'day, `YYYY-MM-DD`',
      moment: 'day, time and offset',
      month: 'month, `YYYY-MM`',
      period: 'year `2022`, quarter `2022-Q3`, month `2022-11`, or from–to `2022-04/2023-03`',
      truth: '`true` or `false`',
      count: 'whole number',
      number: 'number',
      list: of => `list: ${of}`,
      id: 'id of a record',
      ownId: 'id: a-z, digits, hyphens',
      language: 'language tag: `ru`, `uz-Latn`',
      fields: 'fields of its own',
      currency: 'code of three letters',
      remark: 'code, see [diagnostics](../../diagnostics.md)',
      byKey: 'for each of',
      orOwn: 'or a code of your own',
      year: 'year',
    },
  },
  ru: {
    title: 'Все поля всех записей',
    intro: `Что может быть в записи, что в ней быть должно, и пример каждой строки. Примеры взяты из записей, которые читаются без ошибок. Текст —
это одна строка на основном языке общества или по строке на каждый язык: \`{ ru: …, en: … }\`. \`[]\` после имени — это список:
каждый его пункт начинается с дефиса. То же самое, по-английски, подсказывает редактор, а \`khabar new\` пишет над каждой строкой.
Страницу пишет \`node scripts/fields-page.ts\`.`,
    head: ['поле', 'что это', 'нужно', 'что писать', 'пример'],
    must: 'да',
    file: 'Файл',
    shared: 'встречается в нескольких местах',
    forms: {
      text: 'текст, по языкам',
      string: 'строка',
      day: 'день, `ГГГГ-ММ-ДД`',
      moment: 'день, время и пояс',
      month: 'месяц, `ГГГГ-ММ`',
      period: 'год `2022`, квартал `2022-Q3`, месяц `2022-11` или с–по `2022-04/2023-03`',
      truth: '`true` (да) или `false` (нет)',
      count: 'целое число',
      number: 'число',
      list: of => `список: ${of}`,
      id: 'id записи',
      ownId: 'id: a-z, цифры, дефисы',
      language: 'код языка: `ru`, `uz-Latn`',
      fields: 'свои поля',
      currency: 'код из трёх букв',
      remark: 'код, см. [список](../../diagnostics.md)',
      byKey: 'для каждого из',
      orOwn: 'или свой код',
      year: 'год',
    },
  },
}
