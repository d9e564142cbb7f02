/** Fonts: in the file, with a text and a true width for every code shown. */
import { type Finding, finding, when } from './finding.ts'
import { type Font, glyphOf, promisedWidth, textOfCode } from './fonts.ts'
import type { Subject, UsedFont } from './subject.ts'

const predefinedMaps = /^(Identity|(Uni|GB|B5|HK|ET|CNS|KSC|EUC|Ext|Add|90|83)[\w-]*)-?[HV]$|^[HV]$/

export const checkFonts = (subject: Subject): readonly Finding[] =>
  subject.fonts.flatMap(used => [
    ...program(used),
    ...composite(used),
    ...simple(used),
    ...codes(used),
    ...house(used, subject),
  ])

function program({ font, isPainted, where }: UsedFont): readonly Finding[] {
  const names = [font.cursor, font.inner].map(each => each.get('BaseFont').name)
  const wanted = font.descriptor.get('FontName').name
  const isMissing = isPainted && font.subtype !== 'Type3' && !font.hasProgram
  return [
    ...when(isMissing, 'UA 7.21.4.1-1', where, 'not embedded'),
    ...when(
      wanted !== undefined && !names.every(each => each === wanted),
      'PDF 9.8.1-1',
      where,
      `FontName is ${wanted}`,
    ),
  ]
}

function composite({ font, codes: shown, where }: UsedFont): readonly Finding[] {
  if (font.subtype !== 'Type0') return []
  const encoding = font.cursor.get('Encoding')
  const isIdentity = /^Identity-[HV]$/.test(encoding.name ?? '')
  const own = font.inner.get('CIDSystemInfo')
  const fits = ['Registry', 'Ordering'].every(
    key => encoding.get('CIDSystemInfo').get(key).bytes === own.get(key).bytes,
  )
  const map = font.inner.get('CIDToGIDMap')
  const isMapped = map.isStream || map.name === 'Identity'
  const listed = font.descriptor.get('CIDSet')
  const missing = listed.isStream ? [...shown.keys()].filter(code => !isListed(listed.data, code)) : []
  return [
    ...when(!isIdentity && encoding.isStream && !fits, 'UA 7.21.3.1-1', where, 'the CMap is for another collection'),
    ...when(
      !encoding.isStream && !predefinedMaps.test(encoding.name ?? ''),
      'UA 7.21.3.3-1',
      where,
      `the CMap ${encoding.name} is not embedded`,
    ),
    ...when(
      font.inner.get('Subtype').name === 'CIDFontType2' && font.hasProgram && !isMapped,
      'UA 7.21.3.2-1',
      where,
      'no CIDToGIDMap',
    ),
    ...when(missing.length > 0, 'UA 7.21.4.2-2', where, `CIDSet lacks ${missing.join(', ')}`),
  ]
}

const isListed = (set: Uint8Array, code: number): boolean => ((set[code >> 3] ?? 0) & (128 >> (code & 7))) !== 0

function simple({ font, where }: UsedFont): readonly Finding[] {
  if (font.subtype !== 'TrueType') return []
  const encoding = font.cursor.get('Encoding')
  const isSymbolic = ((font.descriptor.get('Flags').integer ?? 0) & 4) !== 0
  const isStandard = /^(MacRoman|WinAnsi)Encoding$/.test(encoding.name ?? encoding.get('BaseEncoding').name ?? '')
  return when(isSymbolic ? encoding.isThere : !isStandard, 'UA 7.21.6-1', where, 'its Encoding does not fit its kind')
}

function codes(used: UsedFont): readonly Finding[] {
  const { font, isPainted, where } = used
  return [...used.codes].flatMap(([code, place]) => {
    const here = `${where}, ${place}, code ${code.toString(16).padStart(4, '0')}`
    const text = textOfCode(font, code)
    return [
      ...when(!text, 'UA 7.21.7-1', here, 'no text'),
      ...when(/[\0\ufeff\ufffe]/.test(text ?? ''), 'UA 7.21.7-2', here, 'a text that must not be'),
      ...glyph(font, code, here, isPainted),
    ]
  })
}

function glyph(font: Font, code: number, where: string, isPainted: boolean): readonly Finding[] {
  const number = glyphOf(font, code)
  if (number === 0) return [finding('UA 7.21.8-1', where, 'shows .notdef')]
  if (number === undefined || !font.program || !isPainted) return []
  if (number >= font.program.glyphs) return [finding('UA 7.21.4.1-3', where, `there is no glyph ${number}`)]
  const [promised, real] = [promisedWidth(font, code) ?? 0, font.program.width(number)]
  const text = textOfCode(font, code)?.trim()
  return [
    ...when(
      Math.abs(promised - real) > 1,
      'UA 7.21.5-1',
      where,
      `${promised} promised, ${Math.round(real)} in the program`,
    ),
    ...when(
      text !== undefined && /[\p{L}\p{N}]/u.test(text) && !font.program.hasOutline(number),
      'UA 7.21.4.1-3',
      where,
      `glyph ${number} is empty`,
    ),
  ]
}

const plainName = (name: string): string => name.replace(/^[A-Z]{6}\+/, '')

function house({ font, where }: UsedFont, { options }: Subject): readonly Finding[] {
  const name = plainName(font.cursor.get('BaseFont').name ?? '')
  if (font.subtype === 'Type3')
    return [finding('own type3', where, 'a Type 3 font: a synthesised face or a colour font')]
  return when(options.fonts !== undefined && !options.fonts.includes(name), 'own fonts', where, `${name} is not ours`)
}
