/**
 * Russian declension of surnames. Where authorities disagree, or the letters do not tell what decides (the stress, the
 * family's usage, whether a name is foreign), there is no form.
 *
 *   Русская грамматика (АН СССР, 1980)         surnames in -ов, -ин and those of adjectives
 *   Зализняк, «Грамматический словарь русского языка»    endings by type of noun
 *   Розенталь, «Справочник по правописанию и литературной правке», «Склонение некоторых имён и фамилий»
 *                                              foreign ones, those that stay, double ones
 *   Калакуцкая, «Фамилии. Имена. Отчества. Написание и склонение» (1994)     of women on a consonant
 *   Суперанская и Суслова, «Современные русские фамилии»         vowels that drop, or do not by the family's usage
 */

import { givenName } from './given-names.ts'
import { isKnown } from './known-names.ts'
import {
  agreed,
  asked,
  byRule,
  type Declined,
  endings,
  type Gender,
  hard,
  hissing,
  hissingOrStressed,
  onA,
  oneOf,
  onHissingA,
  onVelarA,
  onYa,
  type Paradigm,
  type Rule,
  soft,
  stays,
  together,
} from './paradigm.ts'

/** What is known of who bears it: a given name of the region, initials alone, or a name that may be from anywhere. */
export type Bearer = 'of the region' | 'initials' | 'stranger'

const possessive = endings(0, 'а у а ым е')
const possessiveOrNoun = hissingOrStressed
const adjective = endings(2, 'ого ому ого ым ом')
const adjectiveOnVelar = endings(2, 'ого ому ого им ом')
const softAdjective = endings(2, 'его ему его им ем')

/** Русская грамматика; -ом of foreigners and of nouns: Розенталь. */
const onOvAndIn: readonly Rule[] = [
  [oneOf('петр пётр'), asked],
  [oneOf('бюлов флотов вирхов гуцков'), hard],
  [oneOf('остров покров иов'), possessiveOrNoun],
  [/^[^аеёиоуыэюя]?[оеё]в$/, asked],
  [/[оеё]в$/, possessive],
  [/^[^аеёиоуыэюя]*ин$/, hard],
  [
    oneOf(`дарвин чаплин кронин мартин берлин гершвин франклин остин корбин болдуин годвин гудвин ирвин эрвин мелвин
      джоплин бенджамин августин робин гобин девин келвин колвин болдвин гриффин раскин годен`),
    hard,
  ],
  [oneOf('литвин русин грузин мордвин сербин турчин болгарин татарин господин хозяин боярин'), possessiveOrNoun],
  [/(?:[ая]нин|[бдт]дин|[^ц]ын)$/, possessiveOrNoun],
]

/** Adjectives: Русская грамматика. Nouns and adjectives in -ий and -ой part by their consonant, or cannot be told apart. */
const onY: readonly Rule[] = [
  [/^[^аеёиоуыэюя]*ой$/, soft],
  [oneOf('злой'), adjective],
  [oneOf('покой левкой настой застой отстой изгой устой ковбой прибой зверобой герой'), asked],
  [/(?:[кгх]|[жшчщ])ой$/, adjectiveOnVelar],
  [/(?:[оеё]в|н|т)ой$/, adjective],
  [
    oneOf(`рябой голубой любой слепой молодой седой немой хромой косой босой сырой второй малой былой удалой гнилой тупой
      скупой прямой худой рудой гнедой борзой кривой живой`),
    adjective,
  ],
  [/ой$/, asked],
  [/[аеёиоуыэюя].*ый$/, adjective],
  [/[аеёиоуыэюя].*кий$/, adjectiveOnVelar],
  [oneOf('долгий строгий убогий пологий тугий тихий глухий лихий сухий ветхий'), adjectiveOnVelar],
  [
    oneOf(`божий рыбий лисий медвежий вражий заячий волчий птичий собачий кошачий казачий рачий телячий жеребячий поросячий
      курячий гусачий лягушачий барсучий бирючий паучий сучий щучий`),
    asked,
  ],
  [oneOf('синий'), softAdjective],
  [/[аеёиоуыэюя].*(?:[^аеёиоуыэюя]н|[щш]|[уюая]ч|дч)ий$/, softAdjective],
  [oneOf('кравчий ловчий стряпчий певчий зодчий лесничий рабочий кормчий писчий хорунжий рыжий свежий'), softAdjective],
  [/[иы]й$/, asked],
  [oneOf('воробей'), endings(2, 'ья ью ья ьем ье')],
  [oneOf('соловей муравей ручей репей улей чирей пырей'), asked],
  [/й$/, soft],
]

/** Суперанская и Суслова; Розенталь has that Slavic names from abroad keep their vowel. */
const onFleetingVowel: readonly Rule[] = [
  [oneOf('швец'), hard],
  [oneOf('кравец'), endings(2, 'ца цу ца ? це')],
  [/иец$/, endings(2, 'йца йцу йца йцем йце')],
  [/[аеёиоуыэюя].*овец$/, endings(2, 'ца цу ца ? це')],
  [/^[^аеёиоуыэюя]+ец$/, hissingOrStressed],
  [/[ея]ц$/, asked],
  [oneOf('чапек гашек гавел'), hard],
  [/бек$/, hard],
  [/[аеёиоуыэюя].*[оеё]к$/, asked],
  [oneOf('олень тюлень'), soft],
  [/(?:ень|оть)$/, asked],
  [
    oneOf(`орел орёл осел осёл козел козёл котел котёл посол угол хохол чехол щегол дятел узел павел пепел ветер костер костёр
      шатер шатёр ковер ковёр бобер бобёр осетр осётр багор бугор вихор копер копёр свекор свёкор овен бубен хребет
      овес овёс псел псёл заем заём пес пёс рот лоб лед лёд лен лён мох сон огонь уголь журавель корабель стебель
      кашель`),
    asked,
  ],
]

const ofMen: readonly Rule[] = [
  ...onOvAndIn,
  [/(?:ин|цын)$/, possessive],
  ...onY,
  ...onFleetingVowel,
  // -ых, -их stay: Розенталь. Рерих, Дитрих are nouns; of others in -их nothing is certain.
  [/рих$/, hard],
  [/[аеёиоуыэюя].*(?:ых|[кгхжшщч]их|[двжй]них)$/, stays],
  [/[иы]х$/, asked],
  [/[жшчщ]ь$/, asked],
  [/ь$/, soft],
  [/(?:[оеё]вич|[^еяё]ц)$/, hissing],
  [oneOf('ткач грач врач скрипач трубач кузьмич ильич лукич фомич'), hard],
  [oneOf('буш'), hissing],
  [/[жшчщц]$/, hissingOrStressed],
  [/[^аеёиоуыэюя]$/, hard],
]

/** On a vowel, of whomever: Розенталь. French ones on stressed а, я stay, and so do all with а after a vowel. */
const ofAll: readonly Rule[] = [
  [oneOf('дюма дега петипа тома люка ферма дюка брока золя труайя'), stays],
  [/[еёиоуыэю]$/, stays],
  [/[аеёиоуыэюя]а$/, stays],
  // A plural in a compound: Забейворота.
  [/ворота$/, stays],
  // Гарсия stays by one, Берия is declined by another; -зода is declined, or stays as -заде does.
  [/ия$|зода$/, asked],
]

/** On а and я, where the letters exclude that it is French. */
const slavicOrEastern: readonly Rule[] = [
  [/(?:ск|цк)а$/, asked],
  [/(?:ка|ха|[^аеёио]га)$/, onVelarA],
  [/[жшчщ]а$/, onHissingA],
  [/ца$/, endings(1, 'ы е у ? е')],
  [/ава$/, onA],
  [/[ая]я$/, asked],
  [/я$/, onYa],
]

/** Where who bears it is of the region, it is not French either. */
const ofTheRegion: readonly Rule[] = [
  [/га$/, onVelarA],
  [/а$/, onA],
]

const possessiveOfWomen = endings(1, 'ой ой у ой ой')
/** As a possessive or as a noun: Смородиной, Смородины. */
const eitherOfWomen: Paradigm = word => agreed([possessiveOfWomen(word), onA(word)])
const nouns = `сова корова подкова голова дуброва основа обнова казанова канова вилланова кордова синева дева нева
  смородина малина калина жемчужина былина рябина осина перина картина дубина щербина тычина година кислина лещина бузина
  судьбина детина купина ольшина лозина чужина ластовина скотина пучина верховина половина середина причина машина долина`

/** Русская грамматика; Смородина by the man's surname: Розенталь. */
const ofWomen: readonly Rule[] = [
  [oneOf(nouns), eitherOfWomen],
  [/^..?[оеё]ва$|щина$|[^ц]ына$/, eitherOfWomen],
  [/(?:[оеё]ва|ина|цына)$/, possessiveOfWomen],
  [/^(?:оз|ак|ал|сары|кара|чакмак|ялчын|демир)?кая$|^.ая$/, asked],
  [oneOf('чужая большая'), endings(2, 'ой ой ую ой ой')],
  [oneOf('рыжая свежая пригожая'), endings(2, 'ей ей ую ей ей')],
  [/(?:жая|меньшая)$/, asked],
  [/[щчш]ая$/, endings(2, 'ей ей ую ей ей')],
  // Гурцкая, Цулая, Надарая, Ломая, Шоная are Georgian and Abkhaz, and no adjectives.
  [oneOf('гурцкая'), asked],
  [
    oneOf(`злая белая малая гнилая удалая милая смелая целая весёлая веселая бывалая старая хворая сырая серая бурая немая
      хромая прямая дикая высокая великая широкая одинокая жестокая молодая седая рудая худая гнедая сухая лихая глухая
      тихая плохая строгая тугая убогая пологая нагая юная червоная`),
    endings(2, 'ой ой ую ой ой'),
  ],
  [/[аеёиоуыэюя](?:[гдклмрх]|(?<=[оу])н)ая$/, asked],
  [/[аеёиоуыэюя].*[^аеёиоуыэюя]ая$/, endings(2, 'ой ой ую ой ой')],
  [/няя$/, endings(2, 'ей ей юю ей ей')],
  // Заячьей as an adjective, Бадьи as a noun.
  [/ья$/, asked],
]

/** A man's in -ова is foreign or wrong; in -ина it is a noun. */
const ofMenOnA: readonly Rule[] = [
  [oneOf('казанова канова вилланова кордова'), onA],
  [/[оеё]ва$/, asked],
  [/[иы]на$/, onA],
]

/** Where the stress may be French (Лека, Дюга, Пейра), or the name Finnish (Сипиля), it may stay. */
const onAOfStrangers: readonly Rule[] = [
  [oneOf('соммаруга'), onVelarA],
  [/^[^аеёиоуыэюя]*[аеёиоуыэюя][кх]а$|[уюя]га$|[жшчщ]а$|я$/, asked],
]

/** Of somebody from anywhere, whose name may be foreign: Мартином, Мессины. */
const ofStrangers: readonly Rule[] = [...onOvAndIn, [/(?<!улл|[шчн]к)ин$/, possessiveOrNoun], ...ofMen]
const onAOf = {
  female: [...ofAll, ...ofWomen],
  male: [...ofAll, ...ofMenOnA],
}

function simple(word: string, gender: Gender, bearer: Bearer): Declined {
  if (/[ая]$/i.test(word)) return onVowel(gender, bearer)(word)
  if (gender === 'female' || /[еёиоуыэю]$/i.test(word)) return stays(word)
  if (isKnown(word, 'male') && !/^(?:лев|павел|п[её]тр)$/i.test(word)) return givenName(word, 'male')
  return byRule(bearer === 'stranger' ? ofStrangers : ofMen)(word)
}

function onVowel(gender: Gender, bearer: Bearer): Paradigm {
  if (bearer === 'of the region') return byRule([...onAOf[gender], ...slavicOrEastern, ...ofTheRegion])
  const foreign: readonly Rule[] = [[/(?<!улл|[шчн]к)ина$/, gender === 'female' ? eitherOfWomen : onA]]
  const strange = [...foreign, ...onAOf[gender], ...onAOfStrangers]
  return byRule([...(bearer === 'stranger' ? strange : onAOf[gender]), ...slavicOrEastern])
}

/** What stands before a surname and is none: Розенталь (Бонч-Бруевича); Тер and Мелик of Armenians, Кара of Turkic ones. */
const isNone = oneOf('бонч тер мелик кара ван фон сан сен сент мак дос')
/** A first part that is a surname by itself beyond doubt. */
const isSurname = /(?:[оеё]ва?|[иы]на?|ск(?:ий|ой|ая)|цк(?:ий|ой|ая)|[оеё]вич|[еёиоуыэю])$/

export function surname(word: string, gender: Gender, bearer: Bearer): Declined {
  const parts = word.split('-')
  if (parts.some(part => /^(?:заде|оглы|оглу|кызы|угли|кизи)$/.test(part))) return stays(word)
  return together(
    parts.map((part, index) => {
      const declined = simple(part, gender, bearer)
      const small = part.toLowerCase()
      if (index === parts.length - 1 || isSurname.test(small)) return declined
      return isNone.test(small) ? stays(part) : agreed([stays(part), declined])
    }),
    '-',
  )
}
