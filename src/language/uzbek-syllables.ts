/**
 * Where Uzbek words may be broken, in both scripts: by syllables, as §§74-78 of the spelling rules have it (Cabinet of
 * Ministers, No 339, 24 August 1995). Letters of one sound stay together (pi-choq), the tutuq belgisi stays on
 * its line (maʼ-rifat, sanʼ-at), of several consonants the last goes over (pax-ta, tash-kilot).
 * Where only the origin of a word would tell, there is no break: ng before a vowel (si-ngil, but kun-ga), a stop
 * before r (mono-grafiya, but baland-roq), Latin ts (federa-tsiya, but ket-sa).
 */

interface Script {
  /** Letters, each with the signs that follow it. */
  readonly letters: RegExp
  readonly vowel: RegExp
  /** A consonant cut off from the vowel after it: by ʼ, by ъ. */
  readonly cutOff: RegExp
  /** Consonants before a vowel, joined: the ends of those that have no sure break. */
  readonly unsure: RegExp
  /** Vowels that may begin with a sound of their own: дарё is dar-yo. */
  readonly iotated: RegExp
}

const latin: Script = {
  letters: /(?:[og]ʻ|sh|ch|.)ʼ?/g,
  vowel: /^[aeiou]/,
  cutOff: /ʼ$/,
  unsure: /ng$|[bpdtgkf]r$|ts$|..y$/,
  iotated: /^$/,
}

const cyrillic: Script = {
  letters: /.[ьъ]?/g,
  vowel: /^[аеёиоуўэюяы]/,
  cutOff: /ъ$/,
  unsure: /нг$|[бпдтгкф]р$/,
  iotated: /^[ёюя]/,
}

export const latinBreaks = (word: string): readonly number[] => breaks(word, latin)
export const cyrillicBreaks = (word: string): readonly number[] => breaks(word, cyrillic)

function breaks(word: string, script: Script): readonly number[] {
  const letters = word.match(script.letters) ?? []
  const vowels = letters.flatMap((letter, index) => (script.vowel.test(letter) ? [index] : []))
  const cuts = vowels.slice(1).flatMap((next, index) => cutBetween(letters, [vowels[index] ?? 0, next], script) ?? [])
  return cuts.filter(cut => cut >= 2 && letters.length - cut >= 3).map(cut => letters.slice(0, cut).join('').length)
}

/** The letter with which the next syllable begins. */
function cutBetween(letters: readonly string[], [from, to]: readonly [number, number], script: Script) {
  const consonants = letters.slice(from + 1, to)
  const last = consonants.at(-1)
  if (last === undefined || script.cutOff.test(last)) return to
  if (script.unsure.test(consonants.join(''))) return undefined
  if (consonants.length === 1 && script.iotated.test(letters[to] ?? '')) return undefined
  return to - 1
}
