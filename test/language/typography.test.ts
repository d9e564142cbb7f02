/** What authors type, and what is printed. `·` stands for U+00A0. */
import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { typeset } from '../../src/language/typography.ts'
import { tongue } from '../support/tongues.ts'

const seen = (text: string) => text.replaceAll('\u00a0', '·')

// Мильчин, «Справочник издателя и автора»: a space in initials, never broken.
test.each([
  ['ru', 'Э.А. Амиралиева', 'Э.·А.·Амиралиева'],
  ['ru', 'Э. А. Амиралиева', 'Э.·А.·Амиралиева'],
  ['ru', 'Э.А.Амиралиева', 'Э.·А.·Амиралиева'],
  ['ru', 'Э.  А.\nАмиралиева', 'Э.·А.·Амиралиева'],
  ['ru', 'М.Аминов, Ж.Расулев и М. Шомурадова', 'М.·Аминов, Ж.·Расулев и·М.·Шомурадова'],
  ['ru', 'Амиралиева Э.А., директор', 'Амиралиева·Э.·А., директор'],
  ['ru', 'В 2022 г. Общество', 'В·2022·г. Общество'],
  ['uz-Latn', 'Sh.Umarov', 'Sh.·Umarov'],
  ['uz-Latn', "O'.Karimov", 'Oʻ.·Karimov'],
  ['uz-Cyrl', 'Ў.Каримов', 'Ў.·Каримов'],
  ['en', 'Zh.Rasulev and E.A. Amiralieva', 'Zh.·Rasulev and E.·A.·Amiralieva'],
  ['en', 'the U.S. Embassy', 'the U.S. Embassy'],
])('initials in %s: %s', (language, typed, printed) => {
  expect(seen(typeset(typed, tongue(language)))).toBe(printed)
})

test.each([
  ['ru', 'г-н Барберис — № 5, 15 августа, 30 лет, 12 чел.', 'г-н·Барберис·— №·5, 15·августа, 30·лет, 12·чел.'],
  ['ru', 'в г. Ташкент и к нему', 'в·г.·Ташкент и·к·нему'],
  ['ru', '1 234 567 человек', '1·234·567 человек'],
  ['ru', 'a\u202fb  c', 'a·b c'],
  ['uz-Cyrl', '2022 йил 15 август', '2022·йил 15·август'],
  ['uz-Latn', '30 nafar', '30·nafar'],
  ['en', 'Mr Smith, 15 August', 'Mr·Smith, 15·August'],
])('spaces that do not break in %s: %s', (language, typed, printed) => {
  expect(seen(typeset(typed, tongue(language)))).toBe(printed)
})

// The Unicode Standard, chapter 7: U+02BB in oʻ and gʻ, U+02BC for the tutuq belgisi.
test.each(["'", '`', '‘', '’', 'ʻ', 'ʼ'])('Uzbek letters typed with %s', sign => {
  const typed = `O${sign}zbekiston, tog${sign}, G${sign}ofur, ma${sign}no, san${sign}at`
  expect(typeset(typed, tongue('uz-Latn'))).toBe('Oʻzbekiston, togʻ, Gʻofur, maʼno, sanʼat')
})

test.each([
  // Мильчин: «ёлочки», „лапки“ in them.
  ['ru', 'Курс "Первая помощь"', 'Курс «Первая помощь»'],
  ['ru', '"Курс "Дети" идёт"', '«Курс „Дети“ идёт»'],
  ['ru', '“Курс «Дети» идёт”', '«Курс „Дети“ идёт»'],
  ['ru', '„Курс“, „Дети“', '«Курс», «Дети»'],
  ['ru', '«Курс „Дети“ идёт»', '«Курс „Дети“ идёт»'],
  ['ru', '«Курс «Дети»»', '«Курс „Дети“»'],
  ['ru', '**"Дети"** ("Мы")', '**«Дети»** («Мы»)'],
  // Laws of Uzbekistan in Cyrillic, lex.uz: «…тўғрисида»ги Қонуни. In Latin the same: see docs/language-review.md.
  ['uz-Cyrl', '"Волонтёрлик тўғрисида"ги', '«Волонтёрлик тўғрисида»ги'],
  ['uz-Latn', '“Volontyorlik toʻgʻrisida”gi', '«Volontyorlik toʻgʻrisida»gi'],
  ['uz-Latn', '"A "b" c"', '«A “b” c»'],
  // CLDR 48 en; New Hart's Rules for the apostrophe.
  ['en', '"A "b" c"', '“A ‘b’ c”'],
  ['en', "the Society's “plan”, 'so' in the '90s", 'the Society’s “plan”, ‘so’ in the ’90s'],
  // Other languages: as typed.
  ['az', '"a" - b', '"a" - b'],
])('quotation marks in %s: %s', (language, typed, printed) => {
  expect(typeset(typed, tongue(language))).toBe(printed)
})

test.each(['Труба 5"', '»Так« бывает', 'Первый «абзац\n\nвторой'])('marks that do not pair stay: %s', text => {
  expect(typeset(text, tongue('ru'))).toBe(text)
})

test.each([
  // Мильчин: an em dash in spaces, the first of which does not break.
  ['ru', 'Цель - помощь', 'Цель·— помощь'],
  ['ru', 'Цель – помощь -- всем', 'Цель·— помощь·— всем'],
  ['uz-Latn', 'Maqsad - yordam', 'Maqsad·— yordam'],
  ['uz-Cyrl', 'Мақсад – ёрдам', 'Мақсад·— ёрдам'],
  // Between figures it is a minus, within words a hyphen, at the start of a line Markdown's.
  ['ru', '10 - 2, онлайн-курс', '10 - 2, онлайн-курс'],
  ['ru', '- раз\n- два', '- раз\n- два'],
  ['ru', '| a | - |\n|---|---|', '| a | - |\n|---|---|'],
  ['en', 'aid - and – care', 'aid - and – care'],
])('dashes in %s: %s', (language, typed, printed) => {
  expect(seen(typeset(typed, tongue(language)))).toBe(printed)
})

// Мильчин: what does not part; §§80-82 of the Uzbek spelling rules (No 339 of 1995): figures with their units, initials.
test.each([
  ['ru', 'не было бы, так же ли', 'не·было·бы, так·же·ли'],
  ['ru', 'II квартал, ст. 5 и т. д.', 'II·квартал, ст.·5 и·т.·д.'],
  ['fr', '«\u202fmot\u202f» et «\nmot\u202f»', '«·mot·» et «·\nmot·»'],
  ['ru', '5 млн, 30 сумов, CHF 5', '5·млн, 30·сумов, CHF·5'],
  ['uz-Latn', '15 km va v.b.', '15·km va·v.b.'],
  ['en', 'USD 5, 12 kg', 'USD·5, 12·kg'],
])('what does not part in %s: %s', (language, typed, printed) => {
  expect(seen(typeset(typed, tongue(language)))).toBe(printed)
})

test.each([
  'https://example.org/О.Иванов',
  '[x](https://a.org/o`b)',
  'a.Б@example.org',
  '+998 71 256-36-30',
  '`М.Аминов - "а"`',
  '[x](https://a.org/y "a - b")',
])('left as typed: %s', text => {
  expect(typeset(`x ${text} y`, tongue('ru'))).toContain(text)
  expect(typeset(`x ${text} y`, tongue('uz-Latn'))).toContain(text)
})

test('the spaces of Markdown stay', () => {
  const list = '- a\n    - b\n\nline  \nnext'
  expect(typeset(list, tongue('en'))).toBe(list)
})

const nasty = array(
  constantFrom(..."«»„“”–ЭАмвгн.,—-№ \n\u00a0\u202f\ue000«»`'‘’ʻʼoOgGShs15 2022г.й%()[]:/@+*#".split('')),
  {
    maxLength: 40,
  },
).map(signs => signs.join(''))

test.each(['ru', 'uz-Latn', 'uz-Cyrl', 'en', 'kk', 'ky', 'tg', 'fr', 'es', 'ar'])(
  'typesetting twice changes nothing in %s',
  language => {
    assert(
      property(nasty, text => {
        const once = typeset(text, tongue(language))
        expect(typeset(once, tongue(language))).toBe(once)
      }),
      { numRuns: 3000 },
    )
  },
)

const bare = (text: string) => text.replace(/[\s'`‘’ʻʼ"“”„«»–—-]/g, '')

test.each(['ru', 'uz-Latn', 'en'])('nothing but spaces, dashes and quotation marks ever changes in %s', language => {
  assert(
    property(nasty, text => bare(typeset(text, tongue(language))) === bare(text)),
    { numRuns: 3000 },
  )
})

// Imprimerie nationale, Lexique des règles typographiques; U+00A0 for the narrow space of print.
test.each([
  ['Il dit: "Bonjour"; et puis?', 'Il dit·: «·Bonjour·»·; et puis·?'],
  ['Il dit : « Bonjour » ; et puis ?!', 'Il dit·: «·Bonjour·»·; et puis·?!'],
  ["l'eau, aujourd'hui, M. Dupont, 15 août, 50 %", 'l’eau, aujourd’hui, M.·Dupont, 15·août, 50·%'],
  ['**Note:** à 16:30, https://example.org/?a=b;c', '**Note·:** à 16:30, https://example.org/?a=b;c'],
  ['| a | b |\n| :--- | ---: |\n| c | d |', '| a | b |\n| :--- | ---: |\n| c | d |'],
  ['AT&amp;T', 'AT&amp;T'],
])('French spaces: %s', (typed, printed) => {
  expect(seen(typeset(typed, tongue('fr')))).toBe(printed)
  expect(typeset(typeset(typed, tongue('fr')), tongue('fr'))).toBe(typeset(typed, tongue('fr')))
})

test.each([
  // RAE, Ortografía (2010): «» and “” in them.
  ['es', 'El curso "Primeros "auxilios" hoy"', 'El curso «Primeros “auxilios” hoy»'],
  ['ar', 'خطة "مشتركة"', 'خطة «مشتركة»'],
  ['ky', 'Курс "Биринчи жардам" - жаңы', 'Курс «Биринчи жардам»·— жаңы'],
  ['kk', 'Курс "Алғашқы көмек", № 5', 'Курс «Алғашқы көмек», №·5'],
  ['tg', '"Ёрии аввалия", 15 августи', '«Ёрии аввалия», 15·августи'],
])('quotes in %s: %s', (language, typed, printed) => {
  expect(seen(typeset(typed, tongue(language)))).toBe(printed)
})
