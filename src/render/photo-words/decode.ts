/**
 * Words of a photo, whose encoding is seldom said: UTF-8 where they are that, else the code page of a language that the
 * society publishes in, where all of them make sense in it. Else nothing: no words are better than wrong letters.
 */

/** @param languages of the society, by BCP 47 tag; their code pages are tried in turn. */
export function decode(bytes: Uint8Array, languages: readonly string[]): string | undefined {
  const end = bytes.indexOf(0)
  const written = end === -1 ? bytes : bytes.subarray(0, end)
  const text = inUtf8(written) ?? inCodePage(written, languages)
  return text === undefined ? undefined : cleaned(text)
}

/** One line, or nothing where letters were lost before it came here. */
export function cleaned(text: string): string | undefined {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line === '' || /\ufffd|\?{3}|^[?\s]+$/.test(line) || misread.some(sign => sign.test(line)) ? undefined : line
}

/** Fields of old standards end after so many bytes, be it in the middle of a letter. */
function inUtf8(bytes: Uint8Array): string | undefined {
  for (const lost of [0, 1, 2, 3]) {
    const whole = bytes.subarray(0, Math.max(0, bytes.length - lost))
    const text = decodedAs('utf-8', whole)
    if (text !== undefined && (lost === 0 || /[^\0-\x7f]/.test(text))) return text
  }
  return undefined
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What programs wrote before UTF-8, by language or script. */
const codePages: { readonly [language: string]: string } = {
  ...of('windows-1251', 'ru uk be bg mk kk ky tg mn tt ba Cyrl'),
  ...of('windows-1250', 'pl cs sk hu sl hr ro sq'),
  ...of('windows-1257', 'lt lv et'),
  ...of('windows-1253', 'el'),
  ...of('windows-1254', 'tr az'),
  ...of('windows-1255', 'he'),
  ...of('windows-1256', 'ar fa ur ps Arab'),
  ...of('windows-1258', 'vi'),
}

function of(encoding: string, languages: string) {
  return Object.fromEntries(languages.split(' ').map(language => [language, encoding]))
}

function codePageOf(tag: string): string {
  const [language = '', script = ''] = tag.split('-')
  const ofScript = script === 'Latn' ? 'windows-1252' : codePages[script]
  return ofScript ?? codePages[language] ?? 'windows-1252'
}

function inCodePage(bytes: Uint8Array, languages: readonly string[]): string | undefined {
  for (const encoding of new Set(languages.map(codePageOf))) {
    const text = decodedAs(encoding, bytes)
    if (text !== undefined && makesSense(text)) return text
  }
  return undefined
}

/**
 * What is read by the wrong table has signs within its words, letters of two scripts in one, small letters before capitals,
 * or Latin words of hardly any plain letter.
 */
function makesSense(text: string): boolean {
  const strange = text.replace(/[\0-\x7f\p{L}\p{M}«»„“”‘’–—…№©®™·°\u00a0]/gu, '')
  return strange === '' && (text.match(/[\p{L}\p{M}]+/gu) ?? []).every(isWord)
}

function isWord(word: string): boolean {
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin === 0) return !/\p{Ll}\p{Lu}/u.test(word)
  const plain = word.match(/[a-z]/gi)?.length ?? 0
  return latin === word.match(/\p{L}/gu)?.length && latin - plain <= plain + 1
}

/** UTF-8 that somebody took for a code page before it was written here: `Ð˜Ð²Ð°Ð½` and `Р˜РІР°РЅ` are both Иван. */
const misread = [
  new RegExp(`[ÃÂ][${laterBytesIn('windows-1252')}]|(?:[ÄÅÎÏÐÑØÙ][${laterBytesIn('windows-1252')}]){2}`),
  new RegExp(`(?:[ГДЕОПРСШЩ][${laterBytesIn('windows-1251')}]){2}`),
]

/** All but the first byte of a letter in UTF-8, as a code page reads them. */
function laterBytesIn(encoding: string): string {
  const bytes = Uint8Array.from({ length: 0x40 }, (_, index) => 0x80 + index)
  return new TextDecoder(encoding).decode(bytes)
}
