/** khabar diff: which figures, texts and artifacts differ between two revisions, or between two output folders. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Comparison, isDifferent, type SideName, workingTree } from '../../compare/comparison.ts'
import { comparisonToHuman } from '../../compare/told/human.ts'
import { comparisonToJson } from '../../compare/told/json.ts'
import { comparisonToMarkdown } from '../../compare/told/markdown.ts'
import { printHuman } from '../../diagnostics/human.ts'
import { allToJson } from '../../diagnostics/json.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { inEnglish, said } from '../../model/said.ts'
import { type Asked, compareStates } from '../../pipeline/compare/compare.ts'
import { compareFolders } from '../../pipeline/compare/folders.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { commitNamed } from '../../pipeline/disk/git.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { openRevision } from '../../pipeline/disk/revision.ts'
import { manifestPath } from '../../pipeline/manifest.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface DiffOptions {
  readonly format: 'human' | 'json' | 'markdown'
  readonly exitCode: boolean
}

export async function diff(setting: Setting, options: DiffOptions, words: readonly string[]): Promise<number> {
  const comparison = await compared(setting.root, words)
  print(comparison, options, setting)
  if (comparison.diagnostics.length > 0) return 1
  return options.exitCode && isDifferent(comparison) ? 1 : 0
}

async function compared(root: string, [a = '', b]: readonly string[]): Promise<Comparison> {
  const [one, other] = [folderNamed(root, a), b === undefined ? undefined : folderNamed(root, b)]
  if (one !== undefined && other !== undefined)
    return compareFolders({ name: a, output: openOutput(one) }, { name: b ?? '', output: openOutput(other) })
  if (one !== undefined && b === undefined)
    throw new EnvironmentFault(
      said('{a} is an output folder, and is compared with another one.', { a }),
      said('Name both: khabar diff A B.'),
    )
  if (one !== undefined || other !== undefined)
    throw new EnvironmentFault(
      said('An output folder cannot be compared with a revision.'),
      said('Name two of a kind: two revisions, or two folders that khabar build made.'),
    )
  const tree: Asked = { workspace: openWorkspace(root, packagedTemplates), side: { name: inEnglish(workingTree) } }
  return compareStates(revision(root, a), b === undefined ? tree : revision(root, b), memoOf(root))
}

/** From where the person is, or from the workspace; a revision is no folder with a manifest. */
const folderNamed = (root: string, word: string): string | undefined =>
  [resolve(word), resolve(root, word)].find(folder => existsSync(join(folder, manifestPath)))

function revision(root: string, name: string): Asked {
  const commit = commitNamed(root, name)
  const side: SideName = { name, commit: commit.id }
  return { workspace: openRevision(root, packagedTemplates, { name, commit }), side }
}

function print(comparison: Comparison, { format }: DiffOptions, { terminal }: Setting): void {
  const { diagnostics } = comparison
  const { tell } = terminal
  if (format === 'json') return terminal.result(comparisonToJson(comparison, allToJson(diagnostics, tell)))
  if (diagnostics.length > 0) {
    terminal.complain(printHuman(diagnostics, { color: terminal.colour, tell }))
    terminal.complain(said('Nothing was compared: one of the sides has the mistakes above.'))
  } else
    terminal.result(
      format === 'markdown' ? comparisonToMarkdown(comparison, tell) : comparisonToHuman(comparison, tell),
    )
}
