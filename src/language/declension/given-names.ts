/**
 * Russian declension of given names: Зализняк, «Грамматический словарь русского языка», unless another is named.
 */
import {
  agreed,
  asked,
  byRule,
  type Declined,
  endings,
  type Gender,
  hard,
  hissing,
  onA,
  oneOf,
  onHissingA,
  onVelarA,
  onYa,
  type Rule,
  soft,
  stays,
  together,
} from './paradigm.ts'

/** On а and я, of both. Dative -ии off the stress, -ие under it: «Правила русской орфографии и пунктуации» (2006), § 71. */
const onVowel: readonly Rule[] = [
  [/[еёиоуыэю]$/, stays],
  [/[уо]а$/, stays],
  [/[аеёиыэюя]а$/, asked],
  [
    oneOf(`саша паша миша маша даша наташа ксюша гриша гоша яша алеша алёша леша лёша антоша илюша андрюша катюша ванюша
      сережа серёжа`),
    endings(1, 'и е у ей е'),
  ],
  [/[гкх]а$/, onVelarA],
  [/[жшчщ]а$/, onHissingA],
  [/ца$/, endings(1, 'ы е у ? е')],
  [/а$/, onA],
  [
    oneOf(`мария юлия наталия лилия виктория анастасия валерия евгения ксения лидия софия эмилия амелия таисия стефания
      мелания есения амалия клавдия антония оливия патриция сильвия дария агния зиновия пелагия аврелия аурелия
      роксолания констанция розалия цецилия джулия глория фелиция летиция лукреция юстиния
      анисия евдокия`),
    endings(1, 'и и ю ей и'),
  ],
  [/ия$/, endings(1, 'и ? ю ей ?')],
  [/я$/, onYa],
]

/** Names in -о: by one source as Гаврила, by another as a neuter noun (Розенталь has both). */
const ofMen: readonly Rule[] = [
  [oneOf('лев'), endings(2, 'ьва ьву ьва ьвом ьве')],
  [oneOf('павел'), endings(2, 'ла лу ла лом ле')],
  [oneOf('петр пётр'), endings(3, 'етра етру етра етром етре')],
  [oneOf('данило михайло гаврило кирило самойло левко марко павло петро дмитро сашко юрко'), asked],
  [oneOf('тома люка николя'), stays],
  // Абдул Рахман may be one name.
  [oneOf('абдул абдель абд'), asked],
  [oneOf('никола шота важа барнаба'), asked],
  ...onVowel,
  [/(?:ёк|ец)$/, asked],
  [oneOf('санек витек игорек толек валек'), asked],
  [/[аеёиоуыэюя].*ий$/, endings(1, 'я ю я ем и')],
  [/ий$/, asked],
  [/[йь]$/, soft],
  [/[жшчщц]$/, hissing],
  [/./, hard],
]

/** On a soft consonant Калакуцкая declines these alone, Суперанская all: Айгуль, Нинель, Николь are asked for. */
const ofWomen: readonly Rule[] = [
  ...onVowel,
  [oneOf('любовь агарь рахиль руфь суламифь эсфирь юдифь'), endings(1, 'и и ь ью и')],
  [/ь$/, asked],
  [/./, stays],
]

const rulesFor = { female: byRule(ofWomen), male: byRule(ofMen) }
/** Жан-Жака: Розенталь. */
const staysFirst = oneOf('жан касым абдул абдель')

/** Both parts of a double name; a man's first part may stay or not, which nobody tells. */
export function givenName(word: string, gender: Gender): Declined {
  const parts = word.split('-')
  return together(
    parts.map((part, index) => {
      const declined = rulesFor[gender](part)
      if (index === parts.length - 1 || gender === 'female') return declined
      return staysFirst.test(part.toLowerCase()) ? stays(part) : agreed([stays(part), declined])
    }),
    '-',
  )
}
