/** The recipe of docs/ci.md for a server that is neither GitHub's nor GitLab's. */
import { textOf } from './pipelines.ts'

export function recipe(): string {
  const block = /## Anywhere else\n[\s\S]*?```sh\n([\s\S]*?)```/.exec(textOf('docs/ci.md'))?.[1]
  if (block === undefined) throw new Error('docs/ci.md has no recipe')
  return block
}
