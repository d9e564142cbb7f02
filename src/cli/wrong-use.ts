/** Mistakes in the words of a command, which commander tells in English: found again by its sentences, and said as ours are. */
import { counted, inTurn, type Said, said, type Value, verbatim } from '../model/said.ts'

type Read = (groups: { readonly [name: string]: string }) => Said

/** What commander says, and what we say of it: in English the same. */
const sentences: readonly (readonly [RegExp, Read])[] = [
  [/^unknown option '(?<word>.*)'$/, ({ word = '' }) => said("unknown option '{word}'", { word })],
  [/^unknown command '(?<word>.*)'$/, ({ word = '' }) => said("unknown command '{word}'", { word })],
  [
    /^missing required argument '(?<name>.*)'$/,
    ({ name = '' }) => said("missing required argument '{name}'", { name }),
  ],
  [
    /^option '(?<flags>.*)' argument missing$/,
    ({ flags = '' }) => said("option '{flags}' argument missing", { flags }),
  ],
  [
    /^option '(?<flags>.*?)' argument '(?<word>.*)' is invalid\. (?<why>.*)$/s,
    ({ flags = '', word = '', why = '' }) =>
      said("option '{flags}' argument '{word}' is invalid. {why}", { flags, word, why: reason(why) }),
  ],
  [
    /^command-argument value '(?<word>.*)' is invalid for argument '(?<name>.*?)'\. (?<why>.*)$/s,
    ({ word = '', name = '', why = '' }) =>
      said("command-argument value '{word}' is invalid for argument '{name}'. {why}", { word, name, why: reason(why) }),
  ],
  [
    /^too many arguments for '(?<command>.*)'\. Expected (?<most>\d+) arguments? but got (?<count>\d+)\.$/,
    ({ command = '', most = '', count = '' }) =>
      counted(
        Number(most),
        "too many arguments for '{command}'. Expected {n} argument but got {count}.",
        "too many arguments for '{command}'. Expected {n} arguments but got {count}.",
        { command, count },
      ),
  ],
]

/** Ours is a sentence of its own (`InvalidArgumentError`). */
function reason(why: string): Value {
  const [, choices] = /^Allowed choices are (.*)\.$/s.exec(why) ?? []
  return choices === undefined ? { sentence: why } : said('Allowed choices are {choices}.', { choices })
}

/** @param words `error: unknown option '--yeer'` and what commander adds on further lines */
export function wrongUse(words: string): Said {
  const [, first = '', several, near] = /^error: (.*?)(?:\n\(Did you mean (one of )?(.*)\?\))?\n*$/s.exec(words) ?? []
  const told = sentences.flatMap(([pattern, read]) => {
    const { groups } = pattern.exec(first) ?? {}
    return groups ? [read(groups)] : []
  })[0]
  if (!told) return verbatim(words.trimEnd())
  const whole = said('error: {told}', { told })
  if (near === undefined) return whole
  const meant = several ? said('(Did you mean one of {near}?)', { near }) : said('(Did you mean {near}?)', { near })
  return inTurn([whole, meant], '\n')
}
