/** Latin derived from Cyrillic: golden words, and the parallel texts of the repository's own workspace. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { latinFromCyrillic } from '../../src/language/latin-from-cyrillic.ts'

test.each([
  // The alphabet law of 1993/1995 and the spelling rules of 1995 (No 339), by paragraph where they name the word.
  ['Ўзбекистон Республикаси', 'Oʻzbekiston Respublikasi'],
  ['ЎЗБЕКИСТОН', 'OʻZBEKISTON'],
  ['Ўқув, Ғафур, Шаҳар, ШАҲАР, Чирчиқ', 'Oʻquv, Gʻafur, Shahar, SHAHAR, Chirchiq'],
  ['Исҳоқ, асҳоб', 'Isʼhoq, asʼhob'], // §17
  ['маъно, санъат, шеър, қатъий', 'maʼno, sanʼat, sheʼr, qatʼiy'], // §32
  ['мўъжиза, мўътадил', 'moʻjiza, moʻtadil'], // §32
  ['меъёр', 'meʼyor'],
  ['ер, поезд, проект, объект', 'yer, poyezd, proyekt, obyekt'],
  ['конституция, глицерин, лицей', 'konstitutsiya, glitserin, litsey'], // ц between vowels
  ['акция, конференция, цирк, абзац, кварц', 'aksiya, konferensiya, sirk, abzas, kvars'], // ц elsewhere
  ['мещан, антициклон, бюджет', 'meshshan, antisiklon, budjet'], // exceptions; lex.uz: Budjet kodeksi
  ['компьютер, альбом, батальон', 'kompyuter, albom, batalyon'],
  // Dates with hyphens (lex.uz/docs/-4623999); months by the rules of 1995.
  ['2022 йил 15 октябрь', '2022-yil 15-oktabr'],
  ['2021 йил 21 сентябрдаги', '2021-yil 21-sentabrdagi'],
  ['30 йил давомида', '30 yil davomida'],
  // What is not Uzbek Cyrillic stays.
  ['ICRC билан: https://example.org/ўқув', 'ICRC bilan: https://example.org/ўқув'],
])('%s', (cyrillic, latin) => {
  expect(latinFromCyrillic(cyrillic)).toBe(latin)
})

const data = join(import.meta.dirname, '../../data')

/** Every text that the workspace has in both scripts, as pairs of words. */
function parallelWords(): (readonly [string, string])[] {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml'))
  const pairs: (readonly [string, string])[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { 'uz-Cyrl': cyrillic, 'uz-Latn': latin }: { 'uz-Cyrl'?: unknown; 'uz-Latn'?: unknown } = value
    if (typeof cyrillic === 'string' && typeof latin === 'string') {
      const derived = latinFromCyrillic(cyrillic).split(/\s+/)
      for (const [index, word] of latin.split(/\s+/).entries()) pairs.push([derived[index] ?? '', word])
    }
    Object.values(value).forEach(walk)
  }
  for (const path of files) walk(parse(readFileSync(join(data, path), 'utf8')))
  return pairs
}

test('agrees with the workspace in 999 of 1000 words', () => {
  const bare = (word: string) => word.replace(/[«»“”]/g, '')
  const pairs = parallelWords()
  const wrong = pairs.filter(([derived, written]) => bare(derived) !== bare(written))
  expect(pairs.length).toBeGreaterThan(1000)
  expect(wrong.length / pairs.length, JSON.stringify(wrong)).toBeLessThan(0.001)
})
