/** khabar init --language: the words that a language lacks in a workspace, each to be filled beside its English. */
import { wordingToFill } from '../../author/wording-to-fill.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { counted, said } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { writeChanged } from '../../pipeline/exchange/files.ts'
import { loadedFrom } from '../../pipeline/loaded.ts'
import { packagedTemplates } from '../setting.ts'
import type { Terminal } from '../terminal.ts'

export async function initLanguages(folder: string, languages: readonly string[], terminal: Terminal): Promise<number> {
  const { files, templates } = loadedFrom(await openWorkspace(folder, packagedTemplates).read())
  for (const language of languages) {
    const path = `templates/wording/${language}.yaml`
    const own = files.texts.find(file => file.path === path && !files.shipped.includes(file))
    if (own?.isUnread) throw unread(path)
    const { text, empty } = wordingToFill(own ?? { path, text: '' }, language, templates.value)
    if (empty === 0) {
      terminal.say(said('Khabar has every word in {language}.', { language }))
      continue
    }
    await writeChanged(folder, [{ path, after: text, ...(own && { before: own.text }) }])
    terminal.result(path)
    terminal.say(
      counted(
        empty,
        '{n} word in {language} is to be written there; what it says in English stands above it.',
        '{n} words in {language} are to be written there; what each says in English stands above it.',
        { language },
      ),
    )
  }
  return 0
}

const unread = (path: string): EnvironmentFault =>
  new EnvironmentFault(
    said('{path} cannot be read as it is.', { path }),
    said('khabar check tells why; mend that first.'),
  )
