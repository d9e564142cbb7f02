/**
 * What `check --fix` makes of each kind of mistake: either nothing, or exactly what its hint, done by hand, makes of it. The
 * judge is the hint as mistake.ts has it, put in by hand: no code is shared with what is judged.
 */
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { load } from '../../src/load/load.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { inEnglish } from '../../src/model/said.ts'
import { mendedTexts } from '../../src/pipeline/fix/mended-texts.ts'
import { loadableFiles } from '../support/case-workspace.ts'
import { familiesIn, type Mistake } from './mistake.ts'
import { type Files, goodFiles, meeting, spoilt, textOf } from './spoilt.ts'

const good = await goodFiles()
const families = await familiesIn('loaded')

interface Fixed {
  readonly files: Files
  readonly left: readonly Diagnostic[]
  readonly fixes: readonly Diagnostic[]
}

function fixed(files: Files, fixes: readonly Diagnostic[] = []): Fixed {
  const { sources, media } = loadableFiles([...files])
  const told = load(sources, media).diagnostics
  const mended = mendedTexts(told)
  if (mended.length === 0) return { files, left: told, fixes }
  expect(fixes.length, 'it ends').toBeLessThan(20)
  const after = mended.map(({ path, text }) => [path, new TextEncoder().encode(text)] as const)
  return fixed(new Map([...files, ...after]), [...fixes, ...told.filter(({ fix }) => fix)])
}

/** Each step of the mistake, done by hand. */
const byHand = (mistake: Mistake, text: string): string =>
  [mistake, ...(mistake.then ?? [])].reduce(
    (done, { over = mistake.to ?? '', put, hint, rename }) => (rename ? done : done.replace(over, () => put ?? hint)),
    text,
  )

/** Of two slips beside each other, the second may also be a text that goes on. */
const halfMended: ReadonlySet<string> = new Set(['colons: no language has a space after its colon'])

const nameOf = (family: string, { what }: Mistake): string => `${family}: ${what}`
const mended = new Set<string>()

describe.for(families)('$name', ({ name, mistakes }) => {
  test.for(mistakes)('$what', mistake => {
    const path = mistake.named ?? mistake.file ?? meeting
    const files = spoilt(mistake, good, [])
    const { files: after, left, fixes } = fixed(files)
    if (fixes.length === 0) return expect(after).toBe(files)
    mended.add(nameOf(name, mistake))
    for (const fix of fixes) expect(fix, JSON.stringify(fix.hints)).toSatisfy(isAsHinted)
    if (halfMended.has(nameOf(name, mistake))) return expect(left).toHaveLength(1)
    expect(left).toEqual([])
    expect(parse(textOf(after.get(path)))).toEqual(parse(byHand(mistake, textOf(files.get(path)))))
    return undefined
  })
})

/** What is put stands in a hint, word for word, but for spaces; a hint may say “true” of what stands in a form. */
function isAsHinted({ fix = [], hints }: Diagnostic): boolean {
  const told = hints.map(inEnglish).join(' ').replace(/\s+/g, ' ')
  return fix.every(
    ({ text }) =>
      /^[\s:]*$/.test(text) ||
      told.includes(text.trim().replace(/\s+/g, ' ')) ||
      /spaces|entries below|column|“- ”/.test(told),
  )
}

test('most kinds are mended, and none of those of which nobody can be certain', () => {
  expect(mended.size).toBeGreaterThan(200)
  const open = [
    'days: slashes',
    'days: points and two digits of the year',
    'days: a time too',
    'days: month and day turned',
    'days: a time without a zone',
    'fields: a field in Russian',
    'fields: a field twice',
    'ids: a letter too few',
    'ids: a part of a name',
    'ids: an agreement of another year',
    'ids: an agreement by partner alone',
    'numbers: a comma between thousands',
    'numbers: about',
    'numbers: a hyphen alone',
    'numbers: one for true',
    'signs: a hashtag at the start',
    'signs: three backticks pasted round a record',
  ]
  expect(open.filter(each => mended.has(each))).toEqual([])
  const all = new Set(families.flatMap(({ name, mistakes }) => mistakes.map(each => nameOf(name, each))))
  expect(open.filter(each => !all.has(each))).toEqual([])
})
