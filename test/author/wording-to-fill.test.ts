/** What a language lacks is put into its wording, once, where it belongs; what somebody wrote there stays. */
import { assert, constantFrom, property, subarray } from 'fast-check'
import { expect, test } from 'vitest'
import { withValues } from '../../src/author/changed-text.ts'
import { wordingToFill } from '../../src/author/wording-to-fill.ts'
import { pointerTo } from '../../src/load/pointer.ts'
import { loadTemplates } from '../../src/load/templates.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'

const english = packagedTemplates().wording.get('en')?.phrases ?? new Map()
const keys = [...english.keys()]
const pointerOf = (key: string): string => key.split('.').map(pointerTo).join('')

const packaged = [...packagedTemplates().wording.values()].flatMap(({ language, file }) =>
  ['en', 'ru'].includes(language) ? [file] : [],
)

/** As a workspace that has this file reads it. */
function read(text: string, language = 'az') {
  const file = { path: `templates/wording/${language}.yaml`, text }
  const shipped = packaged.map(each => (each.path === file.path ? { ...each, path: `khabar/${each.path}` } : each))
  return { file, ...loadTemplates([file, ...shipped.filter(each => packaged.includes(each))], new Map(), shipped) }
}

function filled(text: string, language = 'az') {
  const { file, value } = read(text, language)
  return wordingToFill(file, language, value)
}

function phrasesOf(text: string) {
  const { value, diagnostics } = read(text)
  const own = [...(value.wording.get('az')?.phrases ?? [])].filter(([, { isLent }]) => isLent !== true)
  return { own: new Map(own), diagnostics }
}

test('of nothing, each key stands in it once, its English above it', () => {
  const { text, empty } = filled('')
  expect(text.split('\n').slice(0, 5)).toEqual([
    'press:',
    '  # Press release',
    '  press_release:',
    '  # News',
    '  news:',
  ])
  expect(empty).toBe(keys.length)
  expect(phrasesOf(text).diagnostics).toEqual([])
  const written = withValues({ path: 'x.yaml', text }, new Map(keys.map(key => [pointerOf(key), `of ${key}`])))
  expect([...phrasesOf(written).own].map(([key, phrase]) => [key, phrase.text])).toEqual(
    keys.map(key => [key, `of ${key}`]),
  )
  expect(filled(written)).toEqual({ text: written, empty: 0 })
})

test('of 15 files with some of the words, every line stays and each key is there once', () => {
  assert(
    property(subarray(keys, { maxLength: 40 }), constantFrom('\n', '\r\n'), (said, eol) => {
      const whole = withValues(
        { path: 'x.yaml', text: '' },
        new Map(said.map(key => [pointerOf(key), `of ${key} # so`])),
      )
      const own = `# our words\n${whole}`.replaceAll('\n', eol)
      const { text, empty } = filled(own)
      expect(empty).toBe(keys.length - said.length)
      let from = 0
      for (const line of own.split(eol)) {
        const found = text.indexOf(`${line}${eol}`, from)
        if (line !== '') expect(found, line).toBeGreaterThanOrEqual(from)
        from = Math.max(from, found)
      }
      expect(phrasesOf(text).diagnostics).toEqual([])
      expect([...phrasesOf(text).own.keys()].toSorted()).toEqual(said.toSorted())
      expect(filled(text)).toEqual({ text, empty })
    }),
    { numRuns: 15 },
  )
})

test('a group that is empty so far is filled at its depth, and one in braces inside of them', () => {
  const { text } = filled('press:\n  news: Xəbər\n  note: { day: Gün }\nreport:\n')
  expect(text).toContain('\n  note: { day: Gün, city: , host: , guests:  }\n')
  expect(text).toMatch(/\nreport:\n {2}properties:\n {4}# .*\n {4}title:\n/)
  expect(phrasesOf(text).diagnostics).toEqual([])
})

test('of a language that comes with Khabar nothing is lacking', () => {
  expect(filled('press:\n  news: Весть\n', 'ru')).toEqual({ text: 'press:\n  news: Весть\n', empty: 0 })
})
