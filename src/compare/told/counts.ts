/** What both printers begin with: the two sides, and how much differs between them. */
import { counted, inEnglish, inTurn, type Said, said, type Tell } from '../../model/said.ts'
import { type Comparison, type SideName, workingTree } from '../comparison.ts'

/** A commit as git shortens it, beside the name that it was asked for by. @param written how a name is set */
export function sideTold({ name, commit }: SideName, tell: Tell, written: (name: string) => string): string {
  if (commit === undefined) return name === inEnglish(workingTree) ? tell(workingTree) : written(name)
  const short = commit.slice(0, 10)
  return commit.startsWith(name) ? written(short) : `${written(name)} (${short})`
}

/** Of a record, a cell, an artifact. */
export const statuses = {
  added: said('new'),
  removed: said('gone'),
  changed: said('changed'),
  moved: said('in another file'),
} as const

export function countsOf({ records, figures, texts, releases, artifacts }: Comparison): Said {
  if (artifacts.length + records.length === 0) return said('No difference.')
  return inTurn(
    [
      counted(records.length, '{n} record', '{n} records'),
      counted(figures.length, '{n} figure', '{n} figures'),
      counted(texts.length, '{n} text in workbooks', '{n} texts in workbooks'),
      counted(releases.length, '{n} release text', '{n} release texts'),
      counted(artifacts.length, '{n} artifact', '{n} artifacts'),
    ],
    ', ',
  )
}
