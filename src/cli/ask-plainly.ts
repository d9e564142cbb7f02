/** Questions on a terminal that cannot draw: line by line, and choices by their numbers. */
import { createInterface } from 'node:readline'
import type { Choice, Question } from '../author/questions.ts'
import { type Said, said, type Tell } from '../model/said.ts'

export interface Lines {
  /** Nothing, where no more lines come. */
  readonly next: () => Promise<string | undefined>
  readonly say: (text: string) => void
  readonly close: () => void
}

export function openLines(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Lines {
  const lines = createInterface({ input, terminal: false })
  const each = lines[Symbol.asyncIterator]()
  return {
    next: async () => {
      const { value, done } = await each.next()
      return done === true ? undefined : value
    },
    say: text => {
      output.write(text)
    },
    close: () => {
      lines.close()
    },
  }
}

/**
 * @param wrong what is to be said of an answer that cannot be taken
 * @returns nothing, where nobody answers any more
 */
export async function askPlainly(
  question: Question,
  { next, say, tell }: Lines & { readonly tell: Tell },
  wrong: (text: string) => Said | undefined,
): Promise<string | undefined> {
  const { words, choices = [] } = question
  const listed = choices.map(({ label }, at) => `  ${at + 1}  ${label}\n`).join('')
  for (;;) {
    say(`${tell(words)}\n${listed}> `)
    const line = await next()
    if (line === undefined) {
      say('\n')
      return undefined
    }
    const answer = choices.length > 0 ? chosenIn(line, choices) : line.trim()
    const told = wrongOf(question, answer, wrong)
    if (told === undefined) return answer
    say(`${tell(told)}\n`)
  }
}

/** What stands beside the numbers, or what was written in their place. */
function chosenIn(line: string, choices: readonly Choice[]): string {
  const parts = line.split(/[\s,]+/).filter(part => part !== '')
  return parts.map(part => choices[Number(part) - 1]?.value ?? part).join(',')
}

function wrongOf(
  { choices, takesSeveral, mayBeEmpty }: Question,
  answer: string,
  wrong: (text: string) => Said | undefined,
): Said | undefined {
  if (answer === '') return mayBeEmpty ? undefined : said('An answer is needed.')
  if (!choices) return wrong(answer)
  const parts = answer.split(',')
  const isThere = parts.every(part => choices.some(({ value }) => value === part))
  if (isThere && (takesSeveral || parts.length === 1)) return undefined
  return takesSeveral ? said('Write numbers of the list.') : said('Write one number of the list.')
}
