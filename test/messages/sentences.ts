/** Every sentence that Khabar tells, read out of its source: all first arguments of `said` are literals, or it says so. */
import { globSync, readFileSync } from 'node:fs'
import { program } from '../../src/cli/program.ts'
import { codes } from '../../src/model/diagnostic.ts'
import { explanationsIn } from '../../src/pipeline/messages.ts'

export interface Sentence {
  readonly text: string
  /** As English says it of one, where it counts. */
  readonly one?: string
  /** Files of src/ that say it, or what else does. */
  readonly of: readonly string[]
}

/** A literal as the formatter leaves it. */
const literal = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`
const call = /(?<![.\w#])(?<!function )(said|counted)(?=\()/g
const saying = new RegExp(String.raw`^said\(\s*${literal}\s*[,)]`)
const counting = new RegExp(String.raw`^counted\(\s*[^,'"]+,\s*${literal},\s*${literal}\s*[,)]`)

/** @returns of each call what it says, or where there is one that cannot be read */
export function sentencesIn(
  text: string,
): readonly { readonly text?: string; readonly one?: string; readonly at: number }[] {
  // A regular expression may hold what looks like the beginning of a comment: comments begin their lines.
  const code = text.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, comment => comment.replace(/[^\n]/g, ' '))
  return [...code.matchAll(call)].map(({ 1: name, index }) => {
    const rest = text.slice(index)
    const [, first = '', second = ''] = (name === 'said' ? saying : counting).exec(rest) ?? []
    if (first === '') return { at: index }
    return name === 'said'
      ? { text: unescaped(first), at: index }
      : { text: unescaped(second), one: unescaped(first), at: index }
  })
}

const escapes: { readonly [letter: string]: string } = { n: '\n', t: '\t' }

const unescaped = (written: string): string =>
  written
    .slice(1, -1)
    .replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, code: string | undefined, letter: string) =>
      code === undefined ? (escapes[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16)),
    )

const helpWords = (): readonly string[] => {
  const khabar = program(() => {})
  return [khabar, ...khabar.commands].flatMap(command => [
    command.description(),
    ...command.options.map(({ description }) => description),
    ...command.registeredArguments.map(({ description }) => description),
  ])
}

/** What only holds values is the same in each language. */
const hasWords = (text: string): boolean => /\p{L}|[“”]/u.test(text.replace(/\{\w+\}/g, ''))

export function allSentences(): { readonly sentences: readonly Sentence[]; readonly unreadable: readonly string[] } {
  const root = new URL('../../', import.meta.url).pathname
  const found = new Map<string, { one?: string; of: Set<string> }>()
  const unreadable: string[] = []
  const add = (text: string, of: string, one?: string): void => {
    if (!hasWords(text)) return
    const known = found.get(text) ?? { of: new Set<string>(), ...(one !== undefined && { one }) }
    known.of.add(of)
    found.set(text, known)
  }
  for (const path of globSync('src/**/*.ts', { cwd: root }).toSorted()) {
    if (path === 'src/model/said.ts') {
      for (const text of ['{one} or {other}', '{one} and {other}']) add(text, path)
      continue
    }
    const text = readFileSync(root + path, 'utf8')
    if (!/from '[^']*\/said\.ts'/.test(text)) continue
    for (const each of sentencesIn(text)) {
      if (each.text === undefined) unreadable.push(`${path}:${text.slice(0, each.at).split('\n').length}`)
      else add(each.text, path, each.one)
    }
  }
  for (const text of Object.values(codes)) add(text, 'src/model/diagnostic.ts (what a code means)')
  const templates = new URL('../../templates', import.meta.url).pathname
  for (const { mend = '' } of Object.values(explanationsIn(templates))) add(mend, 'templates/messages/explain.yaml')
  for (const text of helpWords()) add(text, 'src/cli/program.ts (--help)')
  const sentences = [...found].map(([text, { one, of }]) => ({ text, of: [...of], ...(one !== undefined && { one }) }))
  return { sentences, unreadable }
}
