/** What authors type, and what is printed. `·` stands for U+00A0. */
import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { typeset } from '../../src/language/typography.ts'

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
  expect(seen(typeset(typed, language))).toBe(printed)
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
  expect(seen(typeset(typed, language))).toBe(printed)
})

// The Unicode Standard, chapter 7: U+02BB in oʻ and gʻ, U+02BC for the tutuq belgisi.
test.each(["'", '`', '‘', '’', 'ʻ', 'ʼ'])('Uzbek letters typed with %s', sign => {
  const typed = `O${sign}zbekiston, tog${sign}, G${sign}ofur, ma${sign}no, san${sign}at`
  expect(typeset(typed, 'uz-Latn')).toBe('Oʻzbekiston, togʻ, Gʻofur, maʼno, sanʼat')
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
  ['kk', '"a" - b', '"a" - b'],
])('quotation marks in %s: %s', (language, typed, printed) => {
  expect(typeset(typed, language)).toBe(printed)
})

test.each(['Труба 5"', '»Так« бывает', 'Первый «абзац\n\nвторой'])('marks that do not pair stay: %s', text => {
  expect(typeset(text, 'ru')).toBe(text)
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
  expect(seen(typeset(typed, language))).toBe(printed)
})

// Мильчин: what does not part; §§80-82 of the Uzbek spelling rules (No 339 of 1995): figures with their units, initials.
test.each([
  ['ru', 'не было бы, так же ли', 'не·было·бы, так·же·ли'],
  ['ru', 'II квартал, ст. 5 и т. д.', 'II·квартал, ст.·5 и·т.·д.'],
  ['ru', '5 млн, 30 сумов, CHF 5', '5·млн, 30·сумов, CHF·5'],
  ['uz-Latn', '15 km va v.b.', '15·km va·v.b.'],
  ['en', 'USD 5, 12 kg', 'USD·5, 12·kg'],
])('what does not part in %s: %s', (language, typed, printed) => {
  expect(seen(typeset(typed, language))).toBe(printed)
})

test.each([
  'https://example.org/О.Иванов',
  '[x](https://a.org/o`b)',
  'a.Б@example.org',
  '+998 71 256-36-30',
  '`М.Аминов - "а"`',
  '[x](https://a.org/y "a - b")',
])('left as typed: %s', text => {
  expect(typeset(`x ${text} y`, 'ru')).toContain(text)
  expect(typeset(`x ${text} y`, 'uz-Latn')).toContain(text)
})

test('the spaces of Markdown stay', () => {
  const list = '- a\n    - b\n\nline  \nnext'
  expect(typeset(list, 'en')).toBe(list)
})

const nasty = array(
  constantFrom(..."«»„“”–ЭАмвгн.,—-№ \n\u00a0\u202f\ue000«»`'‘’ʻʼoOgGShs15 2022г.й%()[]:/@+*#".split('')),
  {
    maxLength: 40,
  },
).map(signs => signs.join(''))

test.each(['ru', 'uz-Latn', 'uz-Cyrl', 'en', 'kk'])('typesetting twice changes nothing in %s', language => {
  assert(
    property(nasty, text => {
      const once = typeset(text, language)
      expect(typeset(once, language)).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

const bare = (text: string) => text.replace(/[\s'`‘’ʻʼ"“”„«»–—-]/g, '')

test.each(['ru', 'uz-Latn', 'en'])('nothing but spaces, dashes and quotation marks ever changes in %s', language => {
  assert(
    property(nasty, text => bare(typeset(text, language)) === bare(text)),
    { numRuns: 3000 },
  )
})
