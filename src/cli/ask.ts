/** Questions on a terminal. Only here is known how they are drawn. */
import { autocomplete, autocompleteMultiselect, confirm, isCancel, multiselect, select, text } from '@clack/prompts'
import type { Question } from '../author/questions.ts'
import { Interrupted } from '../model/fault.ts'
import { type Said, said, type Tell } from '../model/said.ts'
import { askPlainly, openLines } from './ask-plainly.ts'
import { type TypedKeys, typedKeys } from './typed-keys.ts'

/** Somebody reads, and can answer. */
export const isAsking = (): boolean => process.stdin.isTTY && process.stderr.isTTY && process.env['CI'] === undefined

export interface Answer {
  readonly field: string
  readonly text: string
}

/** @param wrong what is to be said of an answer that cannot be taken */
export type Ask = (questions: readonly Question[], wrong: Wrong) => Promise<readonly Answer[]>
type Wrong = (question: Question, text: string) => Said | undefined

/** No answer is no. */
export const confirmed = async (words: string): Promise<boolean> =>
  (await confirm({ message: words, output: process.stderr })) === true

/** Questions are no result: whoever redirects stdout wants the paths alone. */
const output = process.stderr

/** Asks as long as it takes, and gives the terminal back as it was. */
export async function asking<T>(tell: Tell, what: (ask: Ask) => Promise<T>): Promise<T> {
  const { askOne, close } = process.env['TERM'] === 'dumb' ? plainly(tell) : drawn(tell)
  try {
    return await what(async (questions, wrong) => {
      const answers: Answer[] = []
      for (const question of questions) {
        const answer = await askOne(question, wrong)
        if (answer === undefined)
          throw new Interrupted(said('Nothing was written.'), said('Run the command again when you are ready.'))
        if (answer !== '') answers.push({ field: question.field, text: answer })
      }
      return answers
    })
  } finally {
    close()
  }
}

interface Asker {
  /** @returns nothing, where somebody wants no more of it */
  readonly askOne: (question: Question, wrong: Wrong) => Promise<string | undefined>
  readonly close: () => void
}

function plainly(tell: Tell): Asker {
  const lines = openLines(process.stdin, output)
  return {
    askOne: (question, wrong) => askPlainly(question, { ...lines, tell }, written => wrong(question, written)),
    close: lines.close,
  }
}

interface Drawn {
  readonly input: TypedKeys['keys']
  readonly tell: Tell
}

function drawn(tell: Tell): Asker {
  const { keys, close } = typedKeys(process.stdin)
  const by: Drawn = { input: keys, tell }
  return {
    askOne: async (question, wrong) => {
      const answer = await (question.choices ? choose(question, question.choices, by) : write(question, wrong, by))
      return typeof answer === 'symbol' ? undefined : answer
    },
    close,
  }
}

const manyChoices = 12

async function choose(
  { words, takesSeveral, mayBeEmpty }: Question,
  choices: NonNullable<Question['choices']>,
  { input, tell }: Drawn,
): Promise<string | symbol> {
  const options = choices.map(({ value, label }) => ({ value, label }))
  if (takesSeveral) {
    const several = { message: tell(words), options, input, output, required: !mayBeEmpty }
    const chosen = await (choices.length > manyChoices ? autocompleteMultiselect(several) : multiselect(several))
    return isCancel(chosen) ? chosen : chosen.join(',')
  }
  // First, since whoever presses Enter has chosen nothing.
  const none = mayBeEmpty ? [{ value: '', label: '—' }] : []
  const one = { message: tell(words), options: [...none, ...options], input, output }
  return choices.length > manyChoices ? autocomplete(one) : select(one)
}

function write(question: Question, wrong: Wrong, { input, tell }: Drawn): Promise<string | symbol> {
  return text({
    message: tell(question.words),
    input,
    output,
    defaultValue: '',
    validate: written => {
      const answer = (written ?? '').trim()
      if (answer === '') return question.mayBeEmpty ? undefined : tell(said('An answer is needed.'))
      const told = wrong(question, answer)
      return told && tell(told)
    },
  })
}
