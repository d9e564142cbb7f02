/** Colour that means the same everywhere: an output intent, and device colours only under it. */
import type { PageContent } from './content.ts'
import type { Cursor } from './cursor.ts'
import { type Finding, finding, type Rule, when } from './finding.ts'
import { pageWhere, type Subject } from './subject.ts'

interface Profile {
  readonly space: string
  readonly faults: readonly string[]
}

const componentsOf: Readonly<Record<string, number>> = { RGB: 3, CMYK: 4, GRAY: 1, Lab: 3 }

/** The header of an ICC profile: its size, class, colour space and signature. */
function readProfile(stream: Cursor): Profile {
  const data = Buffer.from(stream.data)
  if (data.length < 132) return { space: '', faults: ['shorter than its header'] }
  const [kind, space] = [data.toString('latin1', 12, 16), data.toString('latin1', 16, 20).trim()]
  const version = data[8] ?? 0
  const tests: readonly (readonly [boolean, string])[] = [
    [data.toString('latin1', 36, 40) !== 'acsp', 'no signature acsp'],
    [data.readUInt32BE(0) !== data.length, `it says ${data.readUInt32BE(0)} bytes and has ${data.length}`],
    [!['mntr', 'prtr', 'scnr', 'spac'].includes(kind), `class ${kind}`],
    [version < 2 || version > 4, `version ${version}`],
    [componentsOf[space] !== stream.get('N').integer, `N does not fit ${space}`],
  ]
  return { space, faults: tests.flatMap(([isWrong, fault]) => (isWrong ? [fault] : [])) }
}

export function checkColour(subject: Subject): readonly Finding[] {
  const intents = subject.catalog.get('OutputIntents').items.filter(each => each.get('S').name === 'GTS_PDFA1')
  const profiles = intents.map(each => each.get('DestOutputProfile'))
  const [first] = profiles
  const space = first?.isStream ? readProfile(first).space : undefined
  return [
    ...profiles.flatMap(each =>
      each.isStream
        ? readProfile(each).faults.map(fault => finding('A 6.2.3-1', 'output intent', fault))
        : [finding('A 6.2.3-1', 'output intent', 'no profile')],
    ),
    ...when(
      profiles.some(each => first !== undefined && !each.is(first)),
      'A 6.2.3-2',
      'output intents',
      'their profiles differ',
    ),
    ...subject.pages.flatMap(page => [
      ...device(page, space),
      ...profilesUsed(page),
      ...states(page),
      ...images(page),
      ...forms(page),
      ...blending(page, space),
    ]),
  ]
}

const deviceRules: Readonly<Record<string, readonly [Rule, string | undefined]>> = {
  DeviceRGB: ['A 6.2.4.3-2', 'RGB'],
  DeviceCMYK: ['A 6.2.4.3-3', 'CMYK'],
  DeviceGray: ['A 6.2.4.3-4', undefined],
}

function device(page: PageContent, space: string | undefined): readonly Finding[] {
  const used = new Set(page.painted.flatMap(each => [...each.deviceColours, ...each.colours.map(baseName)]))
  return [...used].flatMap(name => {
    const [rule, wanted] = deviceRules[name] ?? []
    if (!rule || page.page.get('Resources').get('ColorSpace').get(name.replace('Device', 'Default')).isThere) return []
    const isAllowed = wanted === undefined ? space !== undefined : space === wanted
    return when(!isAllowed, rule, pageWhere(page), `${name} with ${space ?? 'no'} output intent`)
  })
}

/** The space itself, or the one that Indexed colours are of. */
function baseName(space: Cursor): string {
  const [kind, base] = space.items
  if (kind?.name === 'Indexed' && base) return baseName(base)
  return space.name ?? kind?.name ?? ''
}

function profilesUsed(page: PageContent): readonly Finding[] {
  const spaces = page.painted.flatMap(each => each.colours)
  const profiles = spaces.flatMap(space => (space.items[0]?.name === 'ICCBased' ? (space.items[1] ?? []) : []))
  return [...new Map(profiles.map(each => [each.number, each])).values()].flatMap(each =>
    readProfile(each).faults.map(fault => finding('A 6.2.4.2-1', `${pageWhere(page)}, profile ${each.number}`, fault)),
  )
}

const blendModes =
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference
  Exclusion Hue Saturation Color Luminosity`.split(/\s+/)

const states = (page: PageContent): readonly Finding[] =>
  page.states.flatMap(state => {
    const where = `${pageWhere(page)}, graphics state ${state.number ?? ''}`
    const tr2 = state.get('TR2').name
    const isTransfer =
      state.get('TR').isThere || (state.get('TR2').isThere && tr2 !== 'Default') || state.get('HTP').isThere
    const modes = state.get('BM').list.map(each => each.name ?? '')
    return [
      ...when(isTransfer, 'A 6.2.5-1', where, 'a transfer function or halftone phase'),
      ...when(!modes.every(mode => blendModes.includes(mode)), 'A 6.2.10-1', where, `blend mode ${modes.join(', ')}`),
    ]
  })

const images = (page: PageContent): readonly Finding[] =>
  page.painted.flatMap(({ image }) => {
    if (!image) return []
    const where = `${pageWhere(page)}, image ${image.number ?? ''}`
    return [
      ...when(image.get('Alternates').isThere || image.get('OPI').isThere, 'A 6.2.8-1', where, 'Alternates or OPI'),
      ...when(image.get('Interpolate').isTrue, 'A 6.2.8-3', where, 'Interpolate is true'),
    ]
  })

const forms = (page: PageContent): readonly Finding[] =>
  page.forms.flatMap(form => {
    const isWrong = ['OPI', 'PS', 'Ref'].some(key => form.get(key).isThere) || form.get('Subtype2').name === 'PS'
    return when(isWrong, 'A 6.2.9-1', `${pageWhere(page)}, form ${form.number ?? ''}`, 'OPI, PS or Ref')
  })

function blending(page: PageContent, space: string | undefined): readonly Finding[] {
  const isSeen = page.states.some(
    state =>
      ['ca', 'CA'].some(key => (state.get(key).integer ?? 1) < 1) ||
      state.get('SMask').dict !== undefined ||
      !['Normal', 'Compatible', undefined].includes(state.get('BM').name),
  )
  const isTransparent = isSeen || page.painted.some(({ image }) => image?.get('SMask').isStream)
  const hasSpace = space !== undefined || page.page.get('Group').get('CS').isThere
  return when(isTransparent && !hasSpace, 'A 6.2.10-2', pageWhere(page), 'nothing says in which colours it blends')
}
