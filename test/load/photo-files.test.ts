/** Paths of photos as authors write them: taken, or told exactly. */

import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { bySpelling, type MediaKind } from '../../src/model/media.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

const { sources } = await loadable('_base')
const path = 'data/meetings/2022/2022-08-15-icrc.yaml'
const [meeting = { path, text: '' }] = sources.filter(each => each.path === path)

/** `code: message | hint`, of a record that names `file` where these lie below data/media. */
function told(file: string, there: { readonly [path: string]: MediaKind } = { 'media/2022/a.jpg': 'picture' }): string {
  const text = meeting.text.replace('media/2022/meeting.jpg', () => JSON.stringify(file))
  const others = sources.filter(each => each.path !== path)
  const { diagnostics } = load([...others, { path, text }], bySpelling(Object.entries(there)))
  return inWords(diagnostics)
    .map(({ code, message, hints }) => `${code}: ${[message, ...hints].join(' | ')}`)
    .join('\n')
}

test.for([
  'IMG_1234.JPG',
  'IMG_1234.Jpeg',
  'IMG 1234.jpg',
  'фото (1).jpg',
  'Oʻzbekiston – Сыр-Дарья.png',
  'a&b+c, d.e.f#g%20h;i=j@k!l~m$n^o.jpg',
  '[x] {y} “z” \'q\' "r".webp',
  'no-ending',
  'a?b*c:d<e>|f.jpg',
  '.hidden.jpg',
  'фото.HEIC.jpg',
])('%s is taken', name => {
  const file = `media/2022/${name}`
  expect(told(file, { [file]: 'picture' })).toBe('')
})

test.for([
  ['é.jpg as macOS writes it', 'e\u0301.jpg', '\u00e9.jpg'],
  ['é.jpg as Windows writes it', '\u00e9.jpg', 'e\u0301.jpg'],
  ['й of Cyrillic', 'Саи\u0306т.jpg', 'Сайт.jpg'],
  ['a screenshot of macOS', 'Screenshot 2024-01-01 at 9.41.05\u202fAM.png', 'Screenshot 2024-01-01 at 9.41.05 AM.png'],
] as const)('%s is found as it is typed', ([, onDisk, typed]) => {
  expect(told(`media/${typed}`, { [`media/${onDisk}`]: 'picture' })).toBe('')
})

test('two files that are one to the eye keep apart', () => {
  const both = bySpelling([
    ['media/\u00e9.jpg', 1],
    ['media/e\u0301.jpg', 2],
  ])
  expect([both.get('media/\u00e9.jpg'), both.get('media/e\u0301.jpg')]).toEqual([1, 2])
})

const where = 'Photos lie below data/media, and are named from there: media/2022/meeting.jpg.'
test.for([
  ['media\\2022\\a.jpg', 'Write media/2022/a.jpg: folders are parted by “/”.'],
  ['data\\media\\2022\\a.jpg', 'Write media/2022/a.jpg: folders are parted by “/”.'],
  ['data/media/2022/a.jpg', 'Write media/2022/a.jpg.'],
  ['./media//2022/./a.jpg', 'Write media/2022/a.jpg.'],
  ['2022/a.jpg', 'Write media/2022/a.jpg.'],
  ['a.jpg', 'Write media/2022/a.jpg.'],
  ['b.jpg', 'Write media/b.jpg, and put the photo there.'],
  ['Media/2022/a.jpg', 'Write media/2022/a.jpg.'],
  [
    '/home/me/data/media/2022/a.jpg',
    'Copy the photo into data/media; data/media/2022/a.jpg is there: write media/2022/a.jpg.',
  ],
  ['C:\\Users\\me\\Pictures\\z.jpg', 'Copy the photo into data/media, and name it from there.'],
  ['https://example.org/z.jpg', 'Copy the photo into data/media, and name it from there.'],
  ['file:///z.jpg', 'Copy the photo into data/media, and name it from there.'],
  ['media/../../z.jpg', 'Nothing outside of data/media is shown: copy the photo there.'],
  ['media/2022/AUX.jpg', 'Rename the file: “AUX.jpg” is a device on Windows, where no file can be called so.'],
] as const)('%s', ([file, hint]) => {
  const shown = file.replaceAll('\\\\', '\\')
  expect(told(file)).toBe(`record/wrong-value: “file” cannot be “${shown}”. | ${hint} | ${where}`)
})

const some = {
  'media/2022/IMG_1.JPG': 'picture',
  'media/2022/meeting.png': 'picture',
  'media/2021/hall.jpg': 'picture',
  'media/2021/x.jpg': 'picture',
  'media/2021/y.jpg': 'picture',
} as const
test.for([
  [
    'media/2022/img_1.jpg',
    'media/2022/img_1.jpg: capitals count, and the file is called otherwise. | Did you mean “media/2022/IMG_1.JPG”?',
  ],
  ['media/2022/meeting.jpg', 'media/2022/meeting.jpg. | Did you mean “media/2022/meeting.png”?'],
  ['media/2022/hall.jpg', 'media/2022/hall.jpg. | Did you mean “media/2021/hall.jpg”?'],
  ['media/2022/meetng.png', 'media/2022/meetng.png. | Did you mean “media/2022/meeting.png”?'],
  [
    'media/2022/quite-another.jpg',
    'media/2022/quite-another.jpg. | Put the photo at data/media/2022/quite-another.jpg.',
  ],
] as const)('%s is not there', ([file, words]) => {
  expect(told(file, some)).toBe(`photo/missing: There is no file data/${words}`)
})

test('a folder is no photo', () => {
  const folder =
    'photo/missing: data/media/2021 is a folder. | Name a photo in it: media/2021/hall.jpg, media/2021/x.jpg, media/2021/y.jpg.'
  expect(told('media/2021', some)).toBe(folder)
  expect(told('media/2021/', some)).toContain('is a folder')
})

test.for([
  ['HEIC', 'is a HEIC picture, which is not taken. | Export it as JPEG'],
  ['TIFF', 'is a TIFF picture, which is not taken. | Export it as JPEG'],
  ['LFS pointer', 'is a pointer of Git LFS, not the picture. | Fetch the picture: git lfs pull.'],
  ['empty', 'is empty. | Copy it again'],
] as const)('what is no picture that is taken: %s', ([kind, words]) => {
  expect(told('media/a.jpg', { 'media/a.jpg': kind })).toContain(`photo/unreadable: data/media/a.jpg ${words}`)
})

test('a raw picture of a camera is a TIFF by its first bytes', () => {
  expect(told('media/a.NEF', { 'media/a.NEF': 'TIFF' })).toContain('is a raw picture of a camera')
})

test('what nobody knows by its first bytes is left to the decoder', () => {
  expect(told('media/a.jpg', { 'media/a.jpg': 'unknown' })).toBe('')
})
