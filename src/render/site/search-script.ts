/** The script of the index, as it stands in each page: its digest is what the policy of the page allows. */
import { readFileSync } from 'node:fs'

export const searchScript = readFileSync(new URL('search.js', import.meta.url), 'utf8').replaceAll('</', '<\\/')
