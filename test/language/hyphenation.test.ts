/** Where words may be broken, each form with its authority. `|` stands for U+00AD. */
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { breakingBy, hyphenate } from '../../src/language/hyphenation.ts'
import { cyrillicBreaks, latinBreaks } from '../../src/language/uzbek-syllables.ts'
import { hyphenationPatterns } from '../../src/model/language-pack.ts'
import { packs } from '../support/tongues.ts'

const none: readonly string[] = []
/** Of a language whose pack breaks no word. */
const whole = { letters: 'a' }
const breakings = new Map(
  await Promise.all(
    [...packs].map(async ([language, { hyphenation }]) => [language, await breakingBy(hyphenation ?? whole)] as const),
  ),
)
function breaking(language: string) {
  const found = breakings.get(language)
  if (!found) throw new Error(`no pack of ${language}`)
  return found
}
const seen = (text: string) => text.replaceAll('\u00ad', '|')
const marked = (word: string, breaks: readonly number[]) =>
  [0, ...breaks].map((cut, index) => word.slice(cut, breaks[index])).join('|')

test.each([
  // Spelling rules of 1995 (No 339), §§74-78: their own words. Single letters are never left alone: §76.
  ['sifatlilik', 'si|fat|li|lik'],
  ['paxtakor', 'pax|ta|kor'],
  ['toʻqson', 'toʻq|son'],
  ['maʼrifat', 'maʼ|ri|fat'],
  ['mashʼal', 'mashʼal'],
  ['abadiy', 'aba|diy'],
  ['eshikdan', 'eshik|dan'],
  ['mudofaa', 'mu|do|faa'],
  ['peshayvon', 'pe|shay|von'],
  ['bichiqchilar', 'bi|chiq|chi|lar'],
  // §78 has si-ngil, §77 dia-gramma, Latin federa-tsiya; kun-ga, baland-roq, ket-sa are against them: no break.
  ['singil', 'singil'],
  ['dengizlar', 'dengiz|lar'],
  ['minglab', 'ming|lab'],
  ['diagramma', 'di|agramma'],
  ['federatsiya', 'fe|de|ratsiya'],
  // §17: s and h apart.
  ['isʼhoqlar', 'isʼ|hoq|lar'],
  // Native syllables: the suffix goes over whole.
  ['kitoblar', 'ki|tob|lar'],
  ['hamkorlik', 'ham|kor|lik'],
])('syllables of Latin Uzbek: %s', (word, broken) => {
  expect(marked(word, latinBreaks(word))).toBe(broken)
})

test.each([
  // The same rules letter by letter; ъ and ь stay with the letter before them (rules of 1956, §§59-62).
  ['маърифат', 'маъ|ри|фат'],
  ['санъаткор', 'санъ|ат|кор'],
  ['вилоятлар', 'ви|ло|ят|лар'],
  ['волонтёрлар', 'во|лон|тёр|лар'],
  ['компьютер', 'ком|пью|тер'],
  ['федерацияси', 'фе|де|ра|ци|яси'],
  // Dar-yo by its sounds, да-рё by its letters: no break.
  ['дарёлар', 'дарё|лар'],
  ['денгизлар', 'денгиз|лар'],
])('syllables of Cyrillic Uzbek: %s', (word, broken) => {
  expect(marked(word, cyrillicBreaks(word))).toBe(broken)
})

test.each([
  // TeX patterns hyph-ru and hyph-en-gb, as the library has them; Uzbek by the rules above.
  ['ru', 'сотрудничество', 'сотруд|ничество'],
  ['ru', 'землетрясения', 'земле|трясения'],
  ['ru', 'восстановление', 'восста|новление'],
  ['en', 'humanitarian', 'human|itarian'],
  ['en', 'international', 'inter|national'],
  ['uz-Latn', 'tayyorgarlik', 'tayyor|garlik'],
  ['uz-Cyrl', 'тайёргарлик', 'тайёр|гарлик'],
  // In ragged text short words go over whole.
  ['ru', 'встреча', 'встреча'],
  ['kk', 'халықаралық', 'халықаралық'],
  // Imprimerie nationale and RAE, by the patterns of TeX.
  ['fr', 'développement', 'dévelop|pement'],
  ['es', 'internacional', 'inter|nacional'],
])('%s: %s', (language, word, broken) => {
  expect(seen(hyphenate(word, breaking(language), none))).toBe(broken)
})

test.each([
  'Международного',
  'СОТРУДНИЧЕСТВО',
  'сотрудничество2022',
  'пресс-конференция',
  'https://example.org/сотрудничество',
  'сотрудничество@example.org',
  'сотрудничество.example.org',
  '`сотрудничество`',
  'humanitarian',
])('left whole in Russian: %s', text => {
  expect(hyphenate(`и ${text}, и`, breaking('ru'), none)).toBe(`и ${text}, и`)
})

test('no word of a name is broken, and the same word elsewhere is', () => {
  const names = ['Комитет сотрудничества', 'Комитет']
  expect(seen(hyphenate('Комитет сотрудничества: сотрудничества', breaking('ru'), names))).toBe(
    'Комитет сотрудничества: сотруд|ничества',
  )
})

test.each(['ru', 'en', 'uz-Latn', 'uz-Cyrl'])('in %s nothing else changes, and once is enough', language => {
  assert(
    property(string({ unit: 'grapheme' }), text => {
      const typed = `${text.replaceAll('\u00ad', '')} сотрудничество hamkorliklar`
      const once = hyphenate(typed, breaking(language), none)
      expect(once.replaceAll('\u00ad', '')).toBe(typed)
      expect(hyphenate(once, breaking(language), none)).toBe(once)
    }),
  )
})

test('a name inside a longer one does not open the longer one', () => {
  const names = ['международное', 'международное сотрудничество']
  for (const each of [names, names.toReversed()]) {
    expect(seen(hyphenate('международное сотрудничество', breaking('ru'), each))).toBe('международное сотрудничество')
    expect(seen(hyphenate('международное, сотрудничество', breaking('ru'), each))).toBe(
      'международное, сотруд|ничество',
    )
  }
  expect(seen(hyphenate('сотрудничество', breaking('ru'), ['']))).toBe('сотруд|ничество')
})

test('from ten letters on, in parts of five at the least, up to a length that no word has', () => {
  expect(seen(hyphenate('kitoblarda', breaking('uz-Latn'), none))).toBe('kitob|larda')
  expect(seen(hyphenate('kitoblari', breaking('uz-Latn'), none))).toBe('kitoblari')
  const long = (length: number) => 'la'.repeat(length / 2)
  expect(hyphenate(long(300), breaking('uz-Latn'), none)).toContain('\u00ad')
  expect(hyphenate(long(302), breaking('uz-Latn'), none)).toBe(long(302))
})

test('in another alphabet nothing is broken', () => {
  expect(hyphenate('сотрудничество international', breaking('en'), none)).toBe('сотрудничество inter\u00adnational')
  expect(hyphenate('сотрудничество international', breaking('ru'), none)).toBe('сотруд\u00adничество international')
})

test.each(hyphenationPatterns)('the library has the patterns of %s', async patterns => {
  await expect(breakingBy({ letters: 'a', patterns })).resolves.toBeDefined()
})
