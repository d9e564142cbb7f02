/** Words in, an exit code out: 0 done, 1 the data or templates have errors, 2 wrong use or environment, 70 a bug. */
import { CommanderError } from 'commander'
import { EnvironmentFault, RenderFailure } from '../model/fault.ts'
import { program } from './program.ts'

export const exit = { done: 0, dataErrors: 1, cannot: 2, bug: 70 } as const

export async function main(words: readonly string[]): Promise<number> {
  process.stdout.on('error', afterLastReader)
  process.stderr.on('error', afterLastReader)
  try {
    let code: number = exit.done
    await program(result => {
      code = result
    }).parseAsync(words, { from: 'user' })
    return code
  } catch (thrown) {
    return explain(thrown)
  }
}

/** Whoever read along, such as `head`, has seen enough: the work is finished all the same. */
function afterLastReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

function explain(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exit.done : exit.cannot
  if (thrown instanceof EnvironmentFault) return cannot(thrown.message, thrown.hint)
  if (thrown instanceof RenderFailure) return cannot(thrown.message, ...thrown.hints)
  process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`)
  process.stderr.write('This is a bug in Khabar, not a mistake of yours. Please report it with the lines above.\n')
  return exit.bug
}

function cannot(message: string, ...hints: readonly (string | undefined)[]): number {
  process.stderr.write(`khabar: ${[message, ...hints.filter(Boolean)].join('\n        ')}\n`)
  return exit.cannot
}
