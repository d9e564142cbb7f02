/** khabar explain: which records, files and lines an artifact or a figure comes from, or where a record goes. */
import { printHuman } from '../../diagnostics/human.ts'
import { allToJson } from '../../diagnostics/json.ts'
import { cellToHuman, recordToHuman, releaseToHuman } from '../../explain/told.ts'
import { said } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { openOutput } from '../../pipeline/disk/output-folder.ts'
import { type Explanation, explain } from '../../pipeline/explain/explain.ts'
import { memoOf } from '../../pipeline/memo/memo-folder.ts'
import { clockOf, outputBelow } from '../options.ts'
import { rendererFor } from '../renderer.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface ExplainOptions {
  readonly out: string
  readonly format: 'human' | 'json'
}

export async function explainCommand(
  setting: Setting,
  { out, format }: ExplainOptions,
  [word = '']: readonly string[],
): Promise<number> {
  const { root, terminal } = setting
  const epoch = process.env['SOURCE_DATE_EPOCH']
  // Nothing is printed: it only tells the versions of what makes bytes.
  const renderer = rendererFor(setting, { sandbox: 'auto' }, 1)
  try {
    const explanation = await explain(word, openWorkspace(root, packagedTemplates), {
      memo: memoOf(root),
      built: {
        output: openOutput(outputBelow(root, out)),
        renderer,
        date: epoch ? clockOf(epoch)().toISOString().slice(0, 10) : undefined,
      },
    })
    if (format === 'json') {
      const diagnostics = allToJson(explanation.diagnostics, terminal.tell)
      terminal.result(JSON.stringify({ ...explanation, diagnostics }, null, 2))
    } else print(explanation, setting)
    return explanation.diagnostics.length > 0 ? 1 : 0
  } finally {
    await renderer.close()
  }
}

function print(explanation: Explanation, { terminal }: Setting): void {
  const { cells, releases, records, isBuiltFromOthers, diagnostics } = explanation
  const { tell } = terminal
  const told = [
    ...cells.map(each => cellToHuman(each, tell)),
    ...releases.map(each => releaseToHuman(each, tell)),
    ...records.map(each => recordToHuman(each, tell)),
  ]
  if (told.length > 0) terminal.result(told.join('\n\n'))
  terminal.complain(printHuman(diagnostics, { color: terminal.colour, tell }))
  if (diagnostics.length > 0) terminal.complain(said('Nothing was explained: mend what is above.'))
  if (isBuiltFromOthers)
    terminal.complain(
      said(
        'The file in the output folder was built from other records, templates or tools: khabar build makes it anew.',
      ),
    )
}
