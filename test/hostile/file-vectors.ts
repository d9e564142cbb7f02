/** Hostile files: YAML that grows, names that mean something else, photos that are none, links that lead out. */
import { meeting, type Vector } from './plant.ts'

const second = 'data/people/second.yaml'
const person = 'name: { ru: Х, en: X }\n'
const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, at) =>
    at === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n' : `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]\n`,
  ).join('')

const yaml: readonly Vector[] = [
  { name: 'yaml: a billion laughs', files: { [second]: nested(10) }, told: 'yaml/alias' },
  { name: 'yaml: an alias inside itself', files: { [second]: 'name: &a [*a]\n' }, told: 'yaml/alias' },
  { name: 'yaml: brackets 100 000 deep', files: { [second]: `name: ${'['.repeat(100_000)}` }, told: 'yaml/too-deep' },
  { name: 'yaml: maps 50 000 deep', files: { [second]: `name: ${'{a: '.repeat(50_000)}` }, told: 'yaml/too-deep' },
  { name: 'yaml: lists 5 000 deep', files: { [second]: `${'- '.repeat(5_000)}x\n` }, told: 'yaml/too-deep' },
  { name: 'yaml: a file of 2 MiB', files: { [second]: `name: ${'x'.repeat(2_097_152)}\n` }, told: 'file/too-large' },
  { name: 'yaml: a file of 3 GB of nothing', sizes: { [second]: 3_000_000_000 }, told: 'file/too-large' },
  {
    name: 'yaml: a line of a million letters',
    files: { [second]: `name: ${'х'.repeat(500_000)}\nx: 1\n` },
    told: 'record/unknown-field',
  },
  {
    name: 'yaml: 100 000 keys',
    files: {
      [second]: Array.from({ length: 100_000 }, (_, at) => `k${at}: 1`)
        .join('\n')
        .slice(0, 1_048_000),
    },
    told: 'record/unknown-field',
  },
  {
    name: 'yaml: one key 100 000 times',
    files: { [second]: 'k: 1\n'.repeat(100_000) },
    told: 'yaml/duplicate-key',
  },
  { name: 'yaml: 200 000 colons', files: { [second]: ': '.repeat(200_000) }, told: 'yaml/too-deep' },
  { name: 'yaml: 100 000 quotes', files: { [second]: `name: ${'"'.repeat(100_001)}` }, told: 'yaml/syntax' },
  {
    name: 'yaml: a function',
    files: { [second]: 'name: !!js/function "function () { return 1 }"\n' },
    told: 'yaml/unsupported',
  },
  {
    name: 'yaml: a tag of Python',
    files: { [second]: 'name: !!python/object/apply:os.system ["id"]\n' },
    told: 'yaml/unsupported',
  },
  {
    name: 'yaml: keys of the prototype',
    files: { [second]: `${person}__proto__: { admin: true }\n` },
    told: 'record/unknown-field',
  },
  {
    name: 'yaml: a language of the prototype',
    files: { [second]: 'name: { constructor: x, ru: Х }\n' },
    told: 'record/unknown-language',
  },
  {
    name: 'yaml: a language named __proto__',
    files: { [second]: 'name: { __proto__: x, ru: Х }\n' },
    told: 'record/unknown-language',
  },
  { name: 'yaml: merge keys', files: { [second]: 'a: &a { name: x }\n<<: *a\n' }, told: 'yaml/unsupported' },
  { name: 'yaml: several documents', files: { [second]: `${person}---\n${person}` }, told: 'yaml/unsupported' },
  {
    name: 'yaml: not UTF-8',
    files: { [second]: new Uint8Array([0x6e, 0x3a, 0x20, 0xff, 0xfe]) },
    told: 'file/encoding',
  },
  { name: 'yaml: UTF-16', files: { [second]: Buffer.from(`\ufeff${person}`, 'utf16le') }, told: 'file/encoding' },
  {
    name: 'yaml: a reference to toString',
    swaps: { [meeting]: ['partners: [icrc]', 'partners: [tostring]'] },
    told: 'record/unknown-reference',
  },
  {
    name: 'yaml: a reference to constructor',
    swaps: { [meeting]: ['partners: [icrc]', 'partners: [constructor]'] },
    told: 'record/unknown-reference',
  },
  {
    name: 'yaml: numbers beyond numbers',
    swaps: { [meeting]: ['date: 2022-08-15', 'date: 1e999'] },
    told: 'record/date',
  },
]

const names: readonly Vector[] = [
  { name: 'name: constructor, which is a person like any other', files: { 'data/people/constructor.yaml': person } },
  { name: 'name: __proto__', files: { 'data/people/__proto__.yaml': person }, told: 'record/bad-id' },
  { name: 'name: a device of Windows', files: { 'data/people/con.yaml': person }, told: 'record/bad-id' },
  { name: 'name: a port of Windows', files: { 'data/people/com1.yaml': person }, told: 'record/bad-id' },
  { name: 'name: the same in capitals', files: { 'data/people/DIRECTOR.yaml': person }, told: 'record/bad-id' },
  { name: 'name: another alphabet', files: { 'data/people/dirеctor.yaml': person }, told: 'record/bad-id' },
  { name: 'name: an override of direction', files: { 'data/people/x\u202elmay.yaml': person }, told: 'record/bad-id' },
  { name: 'name: a command to the terminal', files: { 'data/people/x\u001b[2J.yaml': person }, told: 'record/bad-id' },
  { name: 'name: a new line', files: { 'data/people/x\n::error::y.yaml': person }, told: 'record/bad-id' },
  {
    name: 'name: an id that climbs',
    swaps: { 'data/activities/2022/first-half.yaml': ['id: fa-course-tashkent', 'id: ../../../fa'] },
    told: 'record/bad-id',
  },
  {
    name: 'name: an id that is a device',
    swaps: { 'data/activities/2022/first-half.yaml': ['id: fa-course-tashkent', 'id: nul'] },
    told: 'record/bad-id',
  },
  {
    name: 'name: an id of the prototype',
    swaps: { 'data/activities/2022/first-half.yaml': ['id: fa-course-tashkent', 'id: __proto__'] },
    told: 'record/bad-id',
  },
]

const photo = (file: string): Pick<Vector, 'swaps'> => ({
  swaps: { [meeting]: ['file: media/2022/meeting.jpg', `file: ${file}`] },
})
const picture = 'data/media/2022/meeting.jpg'

/** The first bytes of a PNG, and how large it says it is. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(57)
  bytes.write('89504e470d0a1a0a0000000d49484452', 'hex')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.write('0802000000', 24, 'hex')
  return bytes
}
/** A JPEG that is only its frame header. */
const jpeg = (side: number): Uint8Array =>
  Buffer.from(
    `ffd8ffc0001108${side.toString(16).padStart(4, '0').repeat(2)}03011100021101031101ffda000c03010002110311003f00ffd9`,
    'hex',
  )
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="$WEB/drawing"/><image href="$CANARY"/></svg>'

const photos: readonly Vector[] = [
  { name: 'photo: climbs out', ...photo('../../canary.jpg'), told: 'record/wrong-value' },
  { name: 'photo: climbs out behind a folder', ...photo('media/../../canary.jpg'), told: 'record/wrong-value' },
  { name: 'photo: absolute', ...photo('/etc/passwd'), told: 'record/wrong-value' },
  { name: 'photo: of the web', ...photo('"$WEB/photo.jpg"'), told: 'record/wrong-value' },
  { name: 'photo: a file: address', ...photo('"$CANARY"'), told: 'record/wrong-value' },
  { name: 'photo: a share of Windows', ...photo("'\\\\host\\share\\x.jpg'"), told: 'record/wrong-value' },
  { name: 'photo: other capitals', ...photo('media/2022/Meeting.jpg'), told: 'photo/missing' },
  { name: 'photo: of the prototype', ...photo('media/__proto__/x.jpg'), told: 'photo/missing' },
  { name: 'photo: a link out', removes: [picture], links: { [picture]: '$OUTSIDE/canary.jpg' }, told: 'file/not-read' },
  { name: 'photo: a link to nothing', removes: [picture], links: { [picture]: 'nowhere.jpg' }, told: 'file/not-read' },
  { name: 'photo: a link to a device', removes: [picture], links: { [picture]: '/dev/zero' }, told: 'file/not-read' },
  {
    name: 'photo: its folder a link out',
    removes: ['data/media/2022'],
    links: { 'data/media/2022': '$OUTSIDE' },
    told: 'file/not-read',
  },
  {
    name: 'photo: data/media a link out',
    removes: ['data/media'],
    links: { 'data/media': '$OUTSIDE' },
    told: 'file/not-read',
  },
  { name: 'photo: a pipe', removes: [picture], pipes: [picture], told: 'file/not-read' },
  { name: 'photo: 40 000 x 40 000 of nothing', files: { [picture]: png(40_000, 40_000) }, told: 'photo/unreadable' },
  {
    name: 'photo: as large as a number can be',
    files: { [picture]: png(0x7fffffff, 0x7fffffff) },
    told: 'photo/unreadable',
  },
  { name: 'photo: a JPEG of 65 535 x 65 535', files: { [picture]: jpeg(65_535) }, told: 'photo/unreadable' },
  { name: 'photo: 70 MiB', sizes: { [picture]: 70 * 1024 * 1024 }, told: 'photo/unreadable' },
  { name: 'photo: a drawing that asks for others', files: { [picture]: drawing }, told: 'photo/unreadable' },
  { name: 'photo: a web page', files: { [picture]: '<script src="$WEB/page"></script>' }, told: 'photo/unreadable' },
  {
    name: 'photo: a GIF by another name',
    files: { [picture]: Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex') },
    told: 'photo/unreadable',
  },
  { name: 'photo: a PDF by another name', files: { [picture]: '%PDF-1.4\n' }, told: 'photo/unreadable' },
  { name: 'photo: nothing', files: { [picture]: '' }, told: 'photo/unreadable' },
]

const places: readonly Vector[] = [
  { name: 'file: a record that is a link out', links: { [second]: '$OUTSIDE/canary.yaml' }, told: 'file/not-read' },
  {
    name: 'file: a record that is a link to the machine’s passwords',
    links: { [second]: '/etc/passwd' },
    told: 'file/not-read',
  },
  { name: 'file: a record that is a pipe', pipes: [second], told: 'file/not-read' },
  { name: 'file: a record behind a link to a device', links: { [second]: '/dev/zero' }, told: 'file/not-read' },
  {
    name: 'file: a folder of records that is a link out',
    removes: ['data/people'],
    links: { 'data/people': '$OUTSIDE' },
    told: 'file/not-read',
  },
  { name: 'file: a folder that is a link to itself', links: { 'data/people/again': '.' }, told: 'file/not-read' },
  {
    name: 'file: data/ is a link out',
    removes: ['data'],
    links: { data: '$OUTSIDE/data' },
    fails: /leads out of the workspace/,
  },
  {
    name: 'file: a template that is a link out',
    links: { 'templates/press/release.hbs': '$OUTSIDE/canary.html' },
    told: 'file/not-read',
  },
  { name: 'file: a template that is a pipe', pipes: ['templates/press/release.hbs'], told: 'file/not-read' },
  { name: 'file: templates/ is a link out', links: { templates: '$OUTSIDE' }, fails: /leads out of the workspace/ },
  {
    name: 'file: a font of 70 MiB',
    sizes: { 'templates/fonts/SourceSerif4-Regular.ttf': 70 * 1024 * 1024 },
    told: 'file/too-large',
  },
  {
    name: 'file: artifacts behind a link out',
    links: { 'output/press': '$OUTSIDE' },
    fails: /leads out of the output folder/,
  },
]

export const fileVectors: readonly Vector[] = [...yaml, ...names, ...photos, ...places]
