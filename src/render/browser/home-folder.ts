/** Where a user keeps caches: also one whom no list of users knows, as containers run programs. */
import { homedir, tmpdir } from 'node:os'

export function homeFolder(environment: { readonly [name: string]: string | undefined }): string {
  if (environment['HOME']) return environment['HOME']
  try {
    return homedir()
  } catch {
    return tmpdir()
  }
}
