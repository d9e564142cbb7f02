/** Words in, an exit code out: 0 done, 1 the data or templates have errors, 2 wrong use or environment, 70 a bug, 130 broken off. */
import { CommanderError } from 'commander'
import { EnvironmentFault, Interrupted, RenderFailure } from '../model/fault.ts'
import { type Said, said, type Tell } from '../model/said.ts'
import { messageLanguage, tellFor } from './messages.ts'
import { program } from './program.ts'
import { packagedTemplates } from './setting.ts'
import { asInSource } from './stack.ts'

export const exit = { done: 0, dataErrors: 1, cannot: 2, bug: 70, interrupted: 130 } as const

export async function main(words: readonly string[]): Promise<number> {
  process.stdout.on('error', afterLastReader)
  process.stderr.on('error', afterLastReader)
  const language = messageLanguage(words, process.env)
  const tell = await tellFor(language, packagedTemplates)
  try {
    let code: number = exit.done
    const done = (result: number): void => {
      code = result
    }
    await program(done, { language, tell }).parseAsync(words, { from: 'user' })
    return code
  } catch (thrown) {
    return explain(thrown, tell)
  }
}

/** Whoever read along, such as `head`, has seen enough: the work is finished all the same. */
function afterLastReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

function explain(thrown: unknown, tell: Tell): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exit.done : exit.cannot
  if (thrown instanceof EnvironmentFault) {
    const code = cannot(tell, thrown.said, thrown.hint)
    return thrown instanceof Interrupted ? exit.interrupted : code
  }
  if (thrown instanceof RenderFailure) return cannot(tell, thrown.said, ...thrown.hints)
  process.stderr.write(`${thrown instanceof Error ? asInSource(thrown.stack ?? thrown.message) : String(thrown)}\n`)
  const bug = said('This is a bug in Khabar, not a mistake of yours. Please report it with the lines above.')
  process.stderr.write(`${tell(bug)}\n`)
  return exit.bug
}

function cannot(tell: Tell, ...words: readonly (Said | undefined)[]): number {
  const lines = words.flatMap(each => (each ? [tell(each)] : []))
  process.stderr.write(`khabar: ${lines.join('\n        ')}\n`)
  return exit.cannot
}
