/**
 * The founding release, read as a journalist reads it: out of the finished PDF, in every language. Each fact of the
 * release of 15 August 2022 must be there, whatever the templates make of it.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { fontsOf, need, textOf } from '../render/pdf-judges.ts'

const languages = ['ru', 'uz-Latn', 'uz-Cyrl', 'en'] as const
type Language = (typeof languages)[number]

const pdf = async (language: Language): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(inject('sample'), `press/2022/2022-08-15-icrc.${language}.pdf`)))

/** Soft hyphens go, with the line end behind them; line ends and no-break spaces become one space. */
const read = async (language: Language): Promise<string> =>
  (await textOf(await pdf(language))).replace(/\u00ad\s*/g, '').replace(/[\s\u00a0]+/g, ' ')

const facts: { readonly [language in Language]: readonly (readonly [fact: string, words: RegExp])[] } = {
  ru: [
    ['the day', /15 августа 2022 г\./],
    ['the Central Office', /в Центральном офисе Общества/],
    [
      'a working meeting of the two',
      /состоялась рабочая встреча Общества Красного Полумесяца Узбекистана .*Международного Комитета Красного Креста/,
    ],
    [
      'the head of the guests, and his role',
      /г-н Жак Барберис.{0,3} заместитель главы делегации МККК по региону Центральной Азии/,
    ],
    [
      'the head of the hosts, and her role',
      /Э\. А\. Амиралиева.{0,3} исполнительный директор Общества Красного Полумесяца Узбекистана/,
    ],
    ['more than 30 years', /более 30 лет/],
    [
      'capacity, the Principles and respect for them',
      /наращивать потенциал, продвигать Основополагающие принципы .* уважения/,
    ],
    [
      'partnership in dissemination and tracing',
      /Партнёрами .* международном гуманитарном праве, и в работе Службы розыска/,
    ],
    [
      'since 2013: preparedness and response, first aid',
      /С 2013 года .*готовность к чрезвычайным ситуациям, и способность на них реагировать.*первая помощь/,
    ],
    ['stronger each year', /с каждым годом становится крепче/],
    ['four directions reported at the start', /В начале встречи сотрудники Общества.*четырём направлениям/],
    ['preparedness and response', /подготовка к чрезвычайным ситуациям и реагирование/],
    ['first aid training', /обучение населения первой помощи/],
    ['family links', /восстановление семейных связей/],
    [
      'dissemination',
      /распространение знаний о деятельности Международного движения .* международного гуманитарного права/,
    ],
    ['plans, above all for 2023', /планы на будущее, прежде всего на 2023 год/],
    ['the need to continue', /необходимо продолжать/],
    [
      'psychosocial support, relatively new',
      /сравнительно новом, по крайней мере для Общества, — о психосоциальной поддержке/,
    ],
    [
      'its development, training, services',
      /развивать её, обучать ей сотрудников \(волонтёров\).*медико-социальные и бытовые услуги.*подопечные Общества и другие социально уязвимые группы/,
    ],
    ['the atmosphere', /в деловой и дружеской атмосфере/],
    ['the group photo, and that this is none', /Общая фотография участников.*условное изображение/i],
  ],
  'uz-Latn': [
    ['the day', /2022-yil 15-avgust/],
    ['the Central Office', /Jamiyatning Markaziy ofisida/],
    [
      'a working meeting of the two',
      /Oʻzbekiston Qizil Yarim Oy jamiyati.*Xalqaro Qizil Xoch Qoʻmitasi.*ishchi uchrashuv/,
    ],
    [
      'the head of the guests, and his role',
      /Jak Barberis.{0,3} XQXQning Markaziy Osiyo mintaqasi boʻyicha delegatsiyasi rahbarining oʻrinbosari/,
    ],
    [
      'the head of the hosts, and her role',
      /E\. A\. Amiraliyeva.{0,3} Oʻzbekiston Qizil Yarim Oy jamiyati ijrochi direktori/,
    ],
    ['more than 30 years', /30 yildan ortiq/],
    [
      'capacity, the Principles and respect for them',
      /salohiyatini mustahkamlashda.*Asosiy tamoyillarini ilgari surishda va ularga hurmatni/,
    ],
    [
      'partnership in dissemination and tracing',
      /gumanitar huquq toʻgʻrisidagi bilimlarni tarqatishda va Qidiruv xizmati/,
    ],
    [
      'since 2013: preparedness and response, first aid',
      /2013-yildan boshlab.*tayyorgarlik koʻrish va ularda harakat qilish.*birinchi yordam/,
    ],
    ['stronger each year', /yildan-yilga mustahkamlanmoqda/],
    ['four directions reported at the start', /Uchrashuv boshida Jamiyat xodimlari.*toʻrt yoʻnalish/],
    ['preparedness and response', /favqulodda vaziyatlarga tayyorgarlik koʻrish va ularda harakat qilish/],
    ['first aid training', /aholini birinchi yordam koʻrsatishga oʻrgatish/],
    ['family links', /oilaviy aloqalarni tiklash/],
    [
      'dissemination',
      /faoliyati toʻgʻrisidagi, shuningdek xalqaro gumanitar huquq asoslari haqidagi bilimlarni tarqatish/,
    ],
    ['plans, above all for 2023', /avvalo 2023-yilga moʻljallangan/],
    ['the need to continue', /davom ettirish zarurligini taʼkidladilar/],
    [
      'psychosocial support, relatively new',
      /Jamiyat uchun nisbatan yangi boʻlgan yoʻnalish — psixosotsial qoʻllab-quvvatlash/,
    ],
    [
      'its development, training, services',
      /rivojlantirish, Jamiyat xodimlarini \(volontyorlarini\).*qaramogʻidagi kishilarga.*ijtimoiy zaif.*tibbiy-ijtimoiy va maishiy xizmatlarga/,
    ],
    ['the atmosphere', /ishchan va doʻstona ruhda/],
    ['the group photo, and that this is none', /umumiy surati.*shartli tasvir/i],
  ],
  'uz-Cyrl': [
    ['the day', /2022 йил 15 август/],
    ['the Central Office', /Жамиятнинг Марказий офисида/],
    ['a working meeting of the two', /Ўзбекистон Қизил Ярим Ой жамияти.*Халқаро Қизил Хоч Қўмитаси.*ишчи учрашув/],
    [
      'the head of the guests, and his role',
      /Жак Барберис.{0,3} ХҚХҚнинг Марказий Осиё минтақаси бўйича делегацияси раҳбарининг ўринбосари/,
    ],
    [
      'the head of the hosts, and her role',
      /Э\. А\. Амиралиева.{0,3} Ўзбекистон Қизил Ярим Ой жамияти ижрочи директори/,
    ],
    ['more than 30 years', /30 йилдан ортиқ/],
    [
      'capacity, the Principles and respect for them',
      /салоҳиятини мустаҳкамлашда.*Асосий тамойилларини илгари суришда ва уларга ҳурматни/,
    ],
    [
      'partnership in dissemination and tracing',
      /гуманитар ҳуқуқ тўғрисидаги билимларни тарқатишда ва Қидирув хизмати/,
    ],
    [
      'since 2013: preparedness and response, first aid',
      /2013 йилдан бошлаб.*тайёргарлик кўриш ва уларда ҳаракат қилиш.*биринчи ёрдам/,
    ],
    ['stronger each year', /йилдан-йилга мустаҳкамланмоқда/],
    ['four directions reported at the start', /Учрашув бошида Жамият ходимлари.*тўрт йўналиш/],
    ['preparedness and response', /фавқулодда вазиятларга тайёргарлик кўриш ва уларда ҳаракат қилиш/],
    ['first aid training', /аҳолини биринчи ёрдам кўрсатишга ўргатиш/],
    ['family links', /оилавий алоқаларни тиклаш/],
    ['dissemination', /фаолияти тўғрисидаги, шунингдек халқаро гуманитар ҳуқуқ асослари ҳақидаги билимларни тарқатиш/],
    ['plans, above all for 2023', /аввало 2023 йилга мўлжалланган/],
    ['the need to continue', /давом эттириш зарурлигини таъкидладилар/],
    ['psychosocial support, relatively new', /Жамият учун нисбатан янги бўлган йўналиш — психосоциал қўллаб-қувватлаш/],
    [
      'its development, training, services',
      /ривожлантириш, Жамият ходимларини \(волонтёрларини\).*қарамоғидаги кишиларга.*ижтимоий заиф.*тиббий-ижтимоий ва маиший хизматларга/,
    ],
    ['the atmosphere', /ишчан ва дўстона руҳда/],
    ['the group photo, and that this is none', /умумий сурати.*шартли тасвир/i],
  ],
  en: [
    ['the day', /15 August 2022/],
    ['the Central Office', /at the Society’s Central Office/],
    [
      'a working meeting of the two',
      /Red Crescent Society of Uzbekistan.*held a working meeting with the International Committee of the Red Cross/,
    ],
    [
      'the head of the guests, and his role',
      /Jacques Barberis.{0,3} Deputy Head of the ICRC delegation for the Central Asia region/,
    ],
    [
      'the head of the hosts, and her role',
      /E\. A\. Amiralieva.{0,3} Executive Director of the Red Crescent Society of Uzbekistan/,
    ],
    ['more than 30 years', /more than 30 years/],
    [
      'capacity, the Principles and respect for them',
      /build up its capacity and to promote the Fundamental Principles.*respect for them/,
    ],
    [
      'partnership in dissemination and tracing',
      /partners in disseminating international humanitarian law and in the work of the Tracing Service/,
    ],
    ['since 2013: preparedness and response, first aid', /Since 2013 .*preparedness and response, first aid included/],
    ['stronger each year', /grows stronger every year/],
    ['four directions reported at the start', /At the start of the meeting the Society’s staff.*four areas/],
    ['preparedness and response', /emergency preparedness and response/],
    ['first aid training', /first aid training for the public/],
    ['family links', /restoring family links/],
    [
      'dissemination',
      /disseminating knowledge of the work of the International Red Cross.*basics of international humanitarian law/,
    ],
    ['plans, above all for 2023', /above all for 2023/],
    ['the need to continue', /needs to continue/],
    ['psychosocial support, relatively new', /relatively new, at least for the Society: psychosocial support/],
    [
      'its development, training, services',
      /develop it, to train the Society’s staff \(volunteers\).*medical-social and household services.*in the Society’s care and to other socially vulnerable groups/,
    ],
    ['the atmosphere', /business-like and friendly atmosphere/],
    ['the group photo, and that this is none', /Group photograph of the participants.*placeholder image/i],
  ],
}

const staff: { readonly [language in Language]: readonly [guests: readonly string[], hosts: readonly string[]] } = {
  ru: [
    ['М. Аминов', 'Ж. Расулев', 'М. Шомурадова'],
    ['П. Абдуллаханов', 'С. Умаров', 'З. Рахманов', 'У. Каюмов'],
  ],
  'uz-Latn': [
    ['M. Aminov', 'J. Rasulev', 'M. Shomuradova'],
    ['P. Abdullaxanov', 'S. Umarov', 'Z. Raxmanov', 'U. Kayumov'],
  ],
  'uz-Cyrl': [
    ['М. Аминов', 'Ж. Расулев', 'М. Шомурадова'],
    ['П. Абдуллаханов', 'С. Умаров', 'З. Рахманов', 'У. Каюмов'],
  ],
  en: [
    ['M. Aminov', 'Zh. Rasulev', 'M. Shomuradova'],
    ['P. Abdullakhanov', 'S. Umarov', 'Z. Rakhmanov', 'U. Kayumov'],
  ],
}

describe.for(languages)('the founding release in %s', language => {
  test('holds every fact', async ctx => {
    await need(ctx, 'pdftotext')
    const text = await read(language)
    for (const [fact, words] of facts[language]) expect(text, fact).toMatch(words)
  })

  test('names all seven of the staff', async ctx => {
    await need(ctx, 'pdftotext')
    const text = await read(language)
    expect(staff[language].flat().filter(name => !text.includes(name))).toEqual([])
  })

  test('says on every page that it is a sample, and whose facts it holds', async ctx => {
    await need(ctx, 'pdftotext')
    const notice = { ru: 'Образец', 'uz-Latn': 'Namuna', 'uz-Cyrl': 'Намуна', en: 'Sample' }[language]
    const pages = (await textOf(await pdf(language))).split('\f').filter(page => page.trim())
    expect(pages.length).toBeLessThanOrEqual(2)
    for (const page of pages) expect(page).toContain(notice)
    expect(await read(language)).toMatch(/2022.*15|15.*2022/)
  })

  test('uses only fonts that we ship, embedded; no narrow no-break space; oʻ and gʻ are U+02BB', async ctx => {
    await need(ctx, 'pdffonts', 'pdftotext')
    const fonts = await fontsOf(await pdf(language))
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      expect(font.name).toMatch(/Source(Serif4|Sans3)-/)
      expect(font.isEmbedded).toBe(true)
    }
    const text = await textOf(await pdf(language))
    expect(text).not.toContain('\u202f')
    if (language === 'uz-Latn') {
      expect(text).toMatch(/[OoGg]\u02bb/)
      expect(text).not.toMatch(/[OoGg]['`\u2018\u2019\u02bc]/)
    }
  })
})
