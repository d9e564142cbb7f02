/** Which language a person is told things in, and what commander says of wrong words. */
import { CommanderError } from 'commander'
import { expect, test, vi } from 'vitest'
import { messageLanguage } from '../../src/cli/messages.ts'
import { program } from '../../src/cli/program.ts'
import { wrongUse } from '../../src/cli/wrong-use.ts'
import { inEnglish, type Tell } from '../../src/model/said.ts'

test.each([
  [[], {}, 'en'],
  [[], { LANG: 'C.UTF-8' }, 'en'],
  [[], { LANG: 'ru_RU.UTF-8' }, 'ru'],
  [[], { LANG: 'ru' }, 'ru'],
  [[], { LANG: 'run_BI.UTF-8' }, 'en'],
  [[], { LANG: 'uz_UZ.UTF-8' }, 'uz-Latn'],
  [[], { LANG: 'uz_UZ.UTF-8@cyrillic' }, 'uz-Cyrl'],
  [[], { LANG: 'uz_UZ@cyrillic' }, 'uz-Cyrl'],
  [[], { LANG: 'uz-Cyrl-UZ' }, 'uz-Cyrl'],
  [[], { LC_MESSAGES: 'ru_RU.UTF-8', LANG: 'uz_UZ.UTF-8' }, 'ru'],
  [[], { LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' }, 'en'],
  [[], { LC_ALL: '', LANG: 'ru_RU.UTF-8' }, 'ru'],
  [[], { KHABAR_MESSAGES: 'uz-Cyrl', LC_ALL: 'ru_RU.UTF-8' }, 'uz-Cyrl'],
  [[], { KHABAR_MESSAGES: 'fr', LANG: 'ru_RU.UTF-8' }, 'ru'],
  [['check', '--messages', 'en'], { KHABAR_MESSAGES: 'ru' }, 'en'],
  [['--messages=uz-Latn', 'check'], { LANG: 'ru_RU.UTF-8' }, 'uz-Latn'],
  [['check', '--messages', 'fr'], { LANG: 'ru_RU.UTF-8' }, 'ru'],
  [['check', '--messages'], { LANG: 'ru_RU.UTF-8' }, 'ru'],
] as const)('%j with %j', (words, environment, language) => {
  expect(messageLanguage(words, environment)).toBe(language)
})

const wrong = [
  ['--yeer', '2022'],
  ['chek'],
  ['bxyz'],
  ['build', '--year', '22'],
  ['build', '--only', 'books'],
  ['build', '--partnr', 'icrc'],
  ['build', '--year'],
  ['new'],
  ['new', 'metting'],
  ['init', 'a', 'b'],
  ['import'],
  ['watch', '--port', 'x'],
  ['export', '--format', 'pdf'],
  ['check', '--messages', 'fr'],
  ['check', '--explain', 'record/none'],
]

async function complained(words: readonly string[], tell: Tell): Promise<{ told: string; error: string }> {
  let told = ''
  const writing = vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    told += String(text)
    return true
  })
  try {
    await program(() => {}, { language: 'en', tell }).parseAsync(words, { from: 'user' })
  } catch (thrown) {
    if (thrown instanceof CommanderError) return { told, error: thrown.message }
  } finally {
    writing.mockRestore()
  }
  throw new Error(`${words.join(' ')} is taken`)
}

test.each(wrong.map(words => [words] as const))(
  '%j is told as commander does, and can be told otherwise',
  async words => {
    const english = await complained(words, inEnglish)
    expect(english.told).toContain(`${english.error}\n`)
    // What nobody recognised would be told as it came.
    const marked = await complained(words, told => `«${told.sentence}»`)
    expect(marked.told).toMatch(/^«(?:error: \{told\}|\{v0\}\n\{v1\})»\n/)
  },
)

test('of what is not known, commander has the word', () => {
  expect(inEnglish(wrongUse('error: something new\n'))).toBe('error: something new')
})
