/** Khabar's version, as package.json has it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../disk/package-folder.ts'

export const versionOf = (): string =>
  /"version": "([^"]+)"/.exec(readFileSync(join(packageFolder, 'package.json'), 'utf8'))?.[1] ?? ''
