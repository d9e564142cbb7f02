/** What a change rebuilds, exactly; and a warm build is a clean one, whatever was edited and whatever became of the memo. */
import { appendFile, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noMemo } from '../../src/model/memo.ts'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { sumsPath } from '../../src/pipeline/manifest.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { type MemoryOutput, memoryOutput } from '../support/memory.ts'
import { everything, type TwoBuilds, templates, toldBy, twoBuilds } from '../support/two-builds.ts'

/** Built twice, warm and clean: what each test goes on from, in a folder of its own. */
let first: TwoBuilds
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'khabar-incremental-'))
  await layOutCase('_base', root)
  await addSecond(root)
  first = twoBuilds(root)
  expect((await first.both()).looked).toBe(true)
})
afterAll(() => rm(first.root, { recursive: true, force: true }))

async function goingOn(): Promise<TwoBuilds> {
  const root = await mkdtemp(join(tmpdir(), 'khabar-incremental-'))
  await cp(first.root, root, { recursive: true })
  return twoBuilds(root, join(root, '.khabar'), memoryOutput(first.output.files))
}

let builds: TwoBuilds
beforeEach(async () => {
  builds = await goingOn()
})
afterEach(() => rm(builds.root, { recursive: true, force: true }))

const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
const second = 'data/meetings/2022/2022-09-01-ifrc.yaml'

/** With another partner, and something to say of it: its headline ends with a full stop. */
async function addSecond(root: string): Promise<void> {
  const text = await readFile(join(root, meeting), 'utf8')
  const renamed = text
    .replaceAll('icrc', 'ifrc')
    .replace('2022-08-15', '2022-09-01')
    .replace('agreements: [ifrc-2022]\n', '')
    .replace('The Society received partners', 'The Society received the Federation.')
  await writeFile(join(root, second), renamed)
  await appendFile(
    join(root, 'data/organizations/ifrc.yaml'),
    'forms: { ru: { genitive: Международной Федерации, instrumental: Международной Федерацией } }\n',
  )
}

const pressOf = (id: string, languages = ['ru', 'en']): readonly string[] =>
  languages
    .flatMap(language => ['pdf', 'html', 'json', 'txt'].map(ending => `press/2022/${id}.${language}.${ending}`))
    .toSorted()
/** What was made; of it all, the manifest and the checksums only tell. */
const artifactsIn = ({ files }: MemoryOutput): readonly string[] =>
  [...files.keys()].filter(path => path !== 'manifest.json' && path !== sumsPath)
const isPress = (path: string): boolean => path.startsWith('press/')
const photo = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 80, height: 50, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

describe('nothing new', () => {
  test('inputs are read and hashed, and no record is looked at', async () => {
    const again = await builds.both()
    expect(again).toMatchObject({ looked: false, rendered: [] })
    expect(new Set(again.report.artifacts.map(each => each.status))).toEqual(new Set(['unchanged']))
    expect(again.report.diagnostics.map(each => each.code)).toContain('editorial/headline-stop')
  })

  test('of each selection by itself', async () => {
    const selection = { paths: [], only: 'press', languages: ['ru'] } as const
    expect((await builds.warm({ selection })).looked).toBe(true)
    const again = await builds.warm({ selection })
    expect(again.looked).toBe(false)
    expect(again.report.artifacts.map(each => each.path).every(path => /\.ru\./.test(path))).toBe(true)
    expect((await builds.warm()).looked).toBe(false)
  })

  test('an artifact or a manifest that was changed by hand is made again', async () => {
    builds.output.files.set('press/2022/2022-08-15-icrc.ru.txt', 'scribbled over')
    expect((await builds.both()).rendered).toEqual(['press/2022/2022-08-15-icrc.ru.txt'])
    builds.output.files.delete('manifest.json')
    expect((await builds.both()).rendered.length).toBe(artifactsIn(builds.output).length)
  })

  test('a strict build stops at the same warning as one that computes it', async () => {
    expect((await builds.both({ strict: true })).report.outcome).toBe('refused')
  })

  test('--force renders all, and leaves a memo that serves', async () => {
    expect((await builds.both({ force: true })).rendered.length).toBe(artifactsIn(builds.output).length)
    expect((await builds.both()).looked).toBe(false)
  })

  test('the memo tells git to leave it alone, and nothing of it lies in the output folder', async () => {
    expect(await readFile(join(builds.root, '.khabar/.gitignore'), 'utf8')).toBe('*\n')
    expect(artifactsIn(builds.output).filter(path => !/^(press|reports)/.test(path))).toEqual([])
  })

  test('without a place for a memo all goes on as before', async () => {
    await writeFile(join(builds.root, 'file'), '')
    const without = twoBuilds(builds.root, join(builds.root, 'file/memo'))
    await without.both()
    expect(await without.both()).toMatchObject({ looked: true, rendered: [] })
  })
})

describe('what a change rebuilds', () => {
  test('a comment: nothing, wherever it stands', async () => {
    for (const path of [
      meeting,
      'data/society.yaml',
      'data/organizations/icrc.yaml',
      'data/agreements/icrc-2022.yaml',
    ]) {
      await builds.edit(path, /^/, '# read by the office\n')
      expect((await builds.both()).rendered, path).toEqual([])
    }
  })

  test('a meeting: its releases and the reports that list it', async () => {
    await builds.edit(second, 'the Federation.', 'the Federation')
    const { rendered } = await builds.both()
    expect(rendered.filter(isPress)).toEqual(pressOf('2022-09-01-ifrc', ['en']))
    await builds.edit(meeting, 'Working meeting', 'Annual meeting')
    expect((await builds.both()).rendered.filter(path => !isPress(path))).toContain('reports/2022/icrc-2022.en.xlsx')
  })

  test('a partner’s new name: what prints it, and nothing else', async () => {
    await builds.edit('data/organizations/ifrc.yaml', /\ben: [^,}]+/, 'en: World Federation ')
    const { rendered } = await builds.both()
    const printing = [...builds.output.files].filter(
      ([path, text]) => path !== 'manifest.json' && /World Feder/.test(text),
    )
    expect(rendered).toEqual(
      printing
        .map(([path]) => path)
        .filter(path => rendered.includes(path))
        .toSorted(),
    )
    expect(printing.map(([path]) => path).filter(path => !rendered.includes(path))).toEqual([])
    expect(rendered.filter(isPress).every(path => path.includes('2022-09-01-ifrc.en'))).toBe(true)
    expect(rendered.some(isPress)).toBe(true)
  })

  test('a record that is gone: its artifacts are removed', async () => {
    await rm(join(builds.root, second))
    const { report, rendered } = await builds.both()
    const removed = report.artifacts.filter(each => each.status === 'removed').map(each => each.path)
    expect(removed).toEqual(pressOf('2022-09-01-ifrc'))
    expect(rendered.filter(isPress)).toEqual([])
  })

  test('a record that is renamed: one goes, the other comes', async () => {
    await rename(join(builds.root, second), join(builds.root, second.replace('ifrc.yaml', 'visit.yaml')))
    expect((await builds.both()).rendered.filter(isPress)).toEqual(pressOf('2022-09-01-visit'))
  })

  test('a template of the workspace’s own: all that is made with it', async () => {
    await mkdir(join(builds.root, 'templates/press'), { recursive: true })
    await copyFile(join(templates, 'press/release.css'), join(builds.root, 'templates/press/release.css'))
    expect((await builds.both()).rendered).toEqual([])
    await appendFile(join(builds.root, 'templates/press/release.css'), 'p{color:#111}\n')
    const { rendered } = await builds.both()
    expect(rendered).toEqual(
      ['2022-08-15-icrc', '2022-09-01-ifrc', 'volunteer-drill']
        .flatMap(id => pressOf(id))
        .filter(path => path.endsWith('.pdf')),
    )
  })
})

describe('what a picture, a day or a name rebuilds', () => {
  test('a photo: the pages that show it', async () => {
    await builds.edit(second, 'meeting.jpg', 'other.jpg')
    await writeFile(join(builds.root, 'data/media/2022/other.jpg'), await photo('#337788'))
    await builds.both()
    await writeFile(join(builds.root, 'data/media/2022/other.jpg'), await photo('#883377'))
    const { rendered } = await builds.both()
    expect(rendered).toEqual(pressOf('2022-09-01-ifrc').filter(path => /(pdf|html)$/.test(path)))
  })

  test('another day for all artifacts: all', async () => {
    const { rendered } = await builds.both({ date: '2023-01-01' })
    expect(rendered.length).toBe(artifactsIn(builds.output).length)
  })
})

describe('the clock', () => {
  const embargo = '2022-08-16T10:00:00+05:00'

  test('an embargo that ends is told, and comes out of a withheld selection, without a change of any file', async () => {
    await builds.edit(meeting, 'status: approved', `status: approved\n  embargo_until: ${embargo}`)
    const at = (asOf: string) => builds.both({ asOf, selection: { paths: [], releaseAsOf: asOf } })
    const ended = ({ report }: Awaited<ReturnType<typeof at>>) =>
      report.diagnostics.some(each => each.code === 'editorial/embargo-past')
    const before = await at('2022-08-16T04:00:00Z')
    expect(ended(before)).toBe(false)
    expect(before.rendered.some(path => path.includes('icrc.ru.pdf') && isPress(path))).toBe(false)
    expect((await at('2022-08-16T04:59:59Z')).looked).toBe(false)
    const after = await at('2022-08-16T05:00:00Z')
    expect(ended(after)).toBe(true)
    expect(after.rendered).toEqual(pressOf('2022-08-15-icrc'))
    expect((await at('2030-01-01T00:00:00Z')).looked).toBe(false)
    expect(ended(await at('2022-08-16T04:00:00Z'))).toBe(false)
  })
})

describe('a check', () => {
  const look = async (asOf = everything.asOf) => {
    const memo = openMemo(join(builds.root, '.khabar'), 'this code')
    const warm = await checkWorkspace(openWorkspace(builds.root, templates), memo, asOf)
    const clean = await checkWorkspace(openWorkspace(builds.root, templates), { ...noMemo, save: async () => {} }, asOf)
    expect({ ...warm, diagnostics: toldBy(warm.diagnostics) }).toEqual({
      ...clean,
      diagnostics: toldBy(clean.diagnostics),
    })
    return warm
  }

  test('says the same again, and what is new', async () => {
    expect((await look()).diagnostics).toHaveLength(1)
    expect((await look()).diagnostics).toHaveLength(1)
    await builds.edit(meeting, 'host: society', 'host: sosiety')
    expect((await look()).diagnostics.map(each => each.code)).toContain('record/unknown-reference')
    await builds.edit(meeting, 'host: sosiety', 'host: society')
    await builds.edit(second, /^/, '# a line above\n')
    const [told] = (await look()).diagnostics
    expect(told?.span?.file.text.slice(told.span.start, told.span.end)).toBe('.')
  })
})

describe('a spoilt memo costs time, never truth', () => {
  test('one bit, anywhere, in any of its files', async () => {
    await builds.warm({ selection: { paths: [], only: 'press' } })
    const folder = join(builds.root, '.khabar')
    const names = (await readdir(folder)).filter(each => !['.gitignore', 'photos', 'schemas'].includes(each))
    const whole = new Map(
      await Promise.all(names.map(async name => [name, await readFile(join(folder, name))] as const)),
    )
    const { report } = await builds.warm()
    const spoil = async (name: string, part: number): Promise<void> => {
      const bytes = Buffer.from(whole.get(name) ?? '')
      const bit = Math.floor(part * bytes.length * 8)
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      await writeFile(join(folder, name), bytes)
    }
    // In the head, in a key, among the values.
    const parts = [0.004, 0.2, 0.93]
    for (const [nth, name] of names.entries()) {
      // The sixteen files of records are read alike: each is spoilt in one of the three.
      for (const part of name.startsWith('record-') ? [parts[nth % 3] ?? 0] : parts) {
        // Where all is taken from the note, the others are not read.
        await spoil(name, part)
        if (name !== 'built') await rm(join(folder, 'built'), { force: true })
        const again = await builds.warm()
        expect(again.rendered, `${name} at ${part}`).toEqual([])
        expect(toldBy(again.report.diagnostics)).toEqual(toldBy(report.diagnostics))
        expect(again.report.artifacts).toEqual(report.artifacts)
        for (const [each, content] of whole) await writeFile(join(folder, each), content)
      }
    }
    for (const name of names) await spoil(name, 0.5)
    await builds.edit(meeting, 'Working meeting', 'Annual meeting')
    await builds.both()
  })

  test('cut off, empty, a folder, of other code', async () => {
    const folder = join(builds.root, '.khabar')
    const [name = ''] = (await readdir(folder)).filter(each => each.startsWith('record-'))
    const file = join(folder, name)
    const whole = await readFile(file)
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 100), Buffer.alloc(0), Buffer.from('{}\n')]) {
      await writeFile(file, bytes)
      await rm(join(folder, 'built'))
      expect((await builds.both()).rendered).toEqual([])
    }
    await rm(folder, { recursive: true })
    await mkdir(file, { recursive: true })
    expect((await builds.both()).rendered).toEqual([])
    const memo = openMemo(join(builds.root, '.khabar'), 'other code')
    expect(memo.recall('release', 'any')).toBeUndefined()
  })
})

describe('what a memo keeps', () => {
  test('one changed record leaves most files of records as they are', async () => {
    const memo = openMemo(join(builds.root, '.khabar'), 'this code')
    for (let n = 0; n < 256; n += 1) memo.keep('record', n.toString(16), [n])
    memo.save()
    const recordFiles = async () => {
      const names = (await readdir(join(builds.root, '.khabar'))).filter(name => name.startsWith('record-'))
      return Promise.all(names.map(name => readFile(join(builds.root, '.khabar', name), 'utf8')))
    }
    const before = await recordFiles()
    const next = openMemo(join(builds.root, '.khabar'), 'this code')
    for (let n = 0; n < 256; n += 1) expect(next.recall('record', n.toString(16))).toEqual([n])
    next.keep('record', 'changed e', ['new'])
    next.save()
    const now = await recordFiles()
    expect(now.filter(text => !before.includes(text))).toHaveLength(1)
  })

  test('numbers that JSON does not know are not remembered', () => {
    const memo = openMemo(join(builds.root, '.khabar'), 'this code')
    for (const [at, value] of [Number.NaN, Number.POSITIVE_INFINITY, -0, { deep: [-0] }].entries()) {
      memo.keep('record', `${at}`, value)
      expect(memo.recall('record', `${at}`)).toBeUndefined()
    }
    memo.keep('record', 'zero', [0, 'ў', null])
    expect(memo.recall('record', 'zero')).toEqual([0, 'ў', null])
  })

  test('what nobody asks for is dropped in the end', () => {
    const folder = join(builds.root, '.khabar')
    for (let n = 0; n < 20; n += 1) {
      const memo = openMemo(folder, 'this code')
      memo.recall('release', 'asked')
      memo.keep('release', n === 0 ? 'asked' : `${n}`, n)
      memo.save()
    }
    const memo = openMemo(folder, 'this code')
    expect(memo.recall('release', 'asked')).toBe(0)
    expect(memo.recall('release', '19')).toBe(19)
    expect(memo.recall('release', '1')).toBeUndefined()
  })
})

describe('any edits', () => {
  /** Places and what may stand there. The first is what stands there now. */
  const choices: readonly (readonly [path: string, from: string, to: readonly string[]])[] = [
    [meeting, 'status: approved', ['status: draft', 'status: withheld', 'status: approvd']],
    [meeting, 'en: Working meeting', ['en: A meeting', "en: ''"]],
    [meeting, 'partners: [icrc]', ['partners: [ifrc]', 'partners: [icrc, ifrc]', 'partners: [nobody]']],
    [second, 'the Federation.', ['the Federation', 'the  Federation']],
    [second, "consent: 'yes'", ["consent: 'no'", 'minors: true']],
    ['data/society.yaml', 'languages: [ru, en]', ['languages: [en, ru]', 'languages: [ru]']],
    ['data/society.yaml', 'email: press@example.org', ['email: desk@example.org', 'hours: 9-18']],
    ['data/organizations/icrc.yaml', 'en: ICRC', ['en: Red Cross', 'uz: XQXQ']],
    ['data/activities/2022/first-half.yaml', 'total: 40', ['total: 400', 'total: 4', 'total: -0']],
    ['data/activities/2022/first-half.yaml', 'fa-course-tashkent', ['fa-course', '2022-08-15-icrc']],
  ]
  const step = fc.oneof(
    fc.record({ choice: fc.nat(choices.length - 1), to: fc.nat(3) }),
    fc.record({ comment: fc.constantFrom(meeting, second, 'data/society.yaml', 'data/areas/rfl.yaml') }),
    fc.record({ select: fc.constantFrom(['ru'], ['en'], undefined) }),
  )

  test('give the same artifacts, manifest and diagnostics as a clean build', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async steps => {
        const pair = await goingOn()
        const { root } = pair
        const standing = choices.map(([, from]) => from)
        for (const each of steps) {
          if ('choice' in each) {
            const [path, from, to] = choices[each.choice] ?? [meeting, '', []]
            const next = [from, ...to][each.to % (to.length + 1)] ?? from
            const now = standing[each.choice] ?? from
            const text = await readFile(join(root, path), 'utf8')
            await writeFile(join(root, path), text.replace(now, next))
            standing[each.choice] = next
          } else if ('comment' in each) await appendFile(join(root, each.comment), '# a comment\n')
          const languages = 'select' in each ? each.select : undefined
          if (languages) await pair.warm({ selection: { paths: [], languages } })
          await pair.both()
        }
        await rm(root, { recursive: true, force: true })
      }),
      { numRuns: Number(process.env['KHABAR_EDITS'] ?? 6) },
    )
  })
})
