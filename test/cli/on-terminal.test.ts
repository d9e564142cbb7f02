/** The questions as somebody meets them who sits at a terminal. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asTyped } from '../../src/cli/typed-keys.ts'
import { judge } from '../support/judges.ts'
import { keys, type OnTerminal, onTerminal } from '../support/on-terminal.ts'

const { down, enter, interrupt, end, clear } = keys
const esc = '\u001b'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'khabar-terminal-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const done = { code: 0, isAsBefore: true, waitedFor: null }
const textOf = (path: string): string => readFileSync(join(cwd, path), 'utf8')

type Steps = OnTerminal['steps']
/** With wrong answers, empty ones, arrows, and a name that is pasted on two lines. */
const aboutSociety: Steps = [
  ['In which languages', `russian${enter}`],
  ['is not a language tag', `${clear}ru,ar${enter}`],
  ['Which country', enter],
  ['An answer is needed', `kg${enter}`],
  ['full name of your', 'Общество Красного\r\nПолумесяца Кыргызстана\r\n'],
  ['(ar)', `جمعية الهلال الأحمر${enter}`],
  ['abbreviation', enter],
  ['(ar)', enter],
  ['In which town', `Бишкек${enter}`],
  ['(ar)', `بيشكيك${enter}`],
  ['In which region', `${down}${down}${down}${enter}`],
  ['In which currency', `kgs${enter}`],
  ['your partners', enter],
]
const aboutMeeting: Steps = [
  ['Short title', `Встреча: весна #1${enter}`],
  ['(ar)', `اجتماع${enter}`],
  ['Day of the meeting', `12.03.2026${enter}`],
  ['is not a day', `${clear}2026-03-12${enter}`],
  ['Kind of meeting', `${down}${down}${enter}`],
  ['Who received', enter],
  ['Who came', ` ${enter}`],
  ['Where, as it stands', `в офисе${enter}`],
  ['(ar)', `في المكتب${enter}`],
  ['Region', enter],
  ['Agreements', enter],
  ['Areas', enter],
  ['The headline, without', `Встреча в Бишкеке${enter}`],
  ['The headline, without', `اجتماع في بيشكيك${enter}`],
]

test('a workspace, a meeting, and an activity like another', context => {
  const python = judge('python3', context)
  const begun = onTerminal(['init'], {
    python,
    cwd,
    columns: 40,
    steps: aboutSociety,
  })
  expect(begun).toMatchObject(done)
  const society = textOf('data/society.yaml')
  expect(society).toContain('ru: Общество Красного Полумесяца Кыргызстана\n')
  expect(society).toContain('ar: جمعية الهلال الأحمر\n')
  expect(society).toContain('default_region: kg-gb\n')

  const made = onTerminal(['new', 'meeting'], {
    python,
    cwd,
    steps: aboutMeeting,
  })
  expect(made).toMatchObject(done)
  const meeting = textOf('data/meetings/2026/2026-03-12-icrc.yaml')
  expect(meeting).toContain('ru: "Встреча: весна #1"\n  ar: اجتماع\n')
  expect(meeting).toMatch(/^kind: planning$[\s\S]*^host: society$[\s\S]*^partners: \[icrc\]$/m)
  // Enter alone chooses nothing where nothing need be said.
  expect(meeting).not.toMatch(/^(?:place|agreements|areas):/m)
  expect(meeting).toMatch(/^release:\n(?: .*\n)* {2}status: draft\n(?: .*\n)* {4}ar: اجتماع في بيشكيك$/m)

  const like = onTerminal(['new', 'activity', '--from', '2026-first-aid-course'], {
    python,
    cwd,
    steps: [
      ['Name of the activity. (ru)', `Курс в мае${enter}`],
      ['(ar)', enter],
      ['First day', `2026-05-01${enter}`],
    ],
  })
  expect(like).toMatchObject(done)
  expect(like.shown).not.toContain('Areas')
})

describe('somebody has seen enough', () => {
  test.for<readonly [string, string, string]>([
    ['Ctrl-C', interrupt, 'xterm'],
    ['Ctrl-D', end, 'xterm'],
    ['Escape', esc, 'xterm'],
    ['Ctrl-C where nothing is drawn', interrupt, 'dumb'],
    ['Ctrl-D where nothing is drawn', end, 'dumb'],
  ])('%s: nothing is written, and the terminal is as it was', ([, key, TERM], context) => {
    const steps = [
      ['In which languages', `ru${enter}`],
      ['Which country', key],
    ] as const
    const seen = onTerminal(['init'], { python: judge('python3', context), cwd, env: { TERM }, steps })
    expect(seen).toMatchObject({ code: 130, isAsBefore: true, waitedFor: null })
    expect(seen.shown.lastIndexOf(`${esc}[?25l`)).toBeLessThanOrEqual(seen.shown.lastIndexOf(`${esc}[?25h`))
    expect(seen.shown).not.toContain('Warning')
    expect(readdirSync(cwd)).toEqual([])
  })
})

test('NO_COLOR: no colour', context => {
  const steps = [['In which languages', interrupt]] as const
  const ask = (env: Readonly<Record<string, string>>): string =>
    onTerminal(['init'], { python: judge('python3', context), cwd, env, steps }).shown
  const colour = new RegExp(`${esc}\\[\\d+m`)
  expect(ask({ NO_COLOR: '1' })).not.toMatch(colour)
  expect(ask({})).toMatch(colour)
})

test('a terminal that cannot draw: line by line, choices by number, and several lines at once are several answers', context => {
  const seen = onTerminal(['init'], {
    python: judge('python3', context),
    cwd,
    env: { TERM: 'dumb' },
    steps: [
      ['In which languages', 'ru\nkg\nОбщество\n\nБишкек\n'],
      ['Bishkek', 'x\n'],
      ['Write one number', '3\n'],
      ['currency', '\n'],
      ['An answer is needed', 'kgs\n\n'],
    ],
  })
  expect(seen).toMatchObject(done)
  expect(seen.shown).not.toContain(esc)
  expect(textOf('data/society.yaml')).toContain('default_region: kg-gb\n')
})

describe('what is typed', () => {
  test.for<readonly [string, string, string]>([
    ['a key', 'я', 'я'],
    ['Enter', '\r', '\r'],
    ['Enter of another system', '\n', '\r'],
    ['an arrow and Enter', `${down}\r`, `${down}\r`],
    ['Ctrl-D', end, interrupt],
    ['a line that is pasted with its end', 'Общество\r\n', 'Общество\r'],
    ['lines that are pasted', 'Общество \r\n Красного\nПолумесяца', 'Общество Красного Полумесяца'],
    ['cells that are pasted', 'a\tb', 'a b'],
    ['spaces stay', ' a  b ', ' a  b '],
  ])('%s', ([, typed, taken]) => {
    expect(asTyped(typed)).toBe(taken)
  })
})
