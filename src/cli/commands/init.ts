/** khabar init: a workspace for another society, from a few answers; what is there stays as it is. */

import { relative, resolve } from 'node:path'
import { type InitWords, societyFrom, wrongIn } from '../../author/workspace/answers.ts'
import { lackingIn, questionsAbout } from '../../author/workspace/society-questions.ts'
import { workspaceFiles } from '../../author/workspace/workspace-files.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said, type Tell } from '../../model/said.ts'
import { readHandedOut } from '../../pipeline/disk/handed-out.ts'
import { thereBelow, writeNew } from '../../pipeline/disk/new-files.ts'
import { clockOf } from '../options.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface InitOptions extends InitWords {
  readonly yes: boolean
  readonly language?: readonly string[]
}

export async function init(
  { root, terminal, version }: Setting,
  options: InitOptions,
  [dir = '.']: readonly string[],
): Promise<number> {
  const folder = resolve(root, dir)
  if (options.language) return (await import('./init-language.ts')).initLanguages(folder, options.language, terminal)
  const words = await completed(options, terminal.tell)
  const lacking = lackingIn(words)
  if (lacking.length > 0 && !(options.yes && isEnough(words)))
    throw new EnvironmentFault(
      said('Too little is known of the society: {lacking}.', { lacking: lacking.join(' ') }),
      said('Say it, or run khabar init on a terminal, where you are asked.'),
    )
  const year = clockOf(process.env['SOURCE_DATE_EPOCH'])().getUTCFullYear()
  const files = workspaceFiles(societyFrom(words), { ...readHandedOut(packagedTemplates), version, year })
  const kept = await keptOf(folder, files)
  await writeNew(folder, new Map([...files].filter(([path]) => !kept.includes(path))))
  for (const path of files.keys()) if (!kept.includes(path)) terminal.result(path)
  if (kept.length > 0) terminal.say(said('Left as they are, because they were there: {kept}.', { kept }))
  const place = relative(process.cwd(), folder)
  terminal.say(
    place === ''
      ? said('The workspace is ready. Next: khabar build; data/README.md says how to go on.')
      : said('The workspace is ready. Next: cd {place}, then khabar build; data/README.md says how to go on.', {
          place,
        }),
  )
  return 0
}

/** With a name and a seat in one language, in a country, the rest can be lent. */
const isEnough = ({ name = [], seat = [], country, languages = [] }: InitWords): boolean =>
  name.length > 0 && seat.length > 0 && country !== undefined && languages.length > 0

const mostNamed = 5

/** Records and words are somebody's work, or of another workspace; what stands around them may be there already. */
async function keptOf(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const there = await thereBelow(folder, files.keys())
  const clash = there.filter(path => /^(?:data|templates)\//.test(path))
  if (clash.length === 0) return there
  const more = clash.length > mostNamed ? said(' and {count} more', { count: clash.length - mostNamed }) : ''
  throw new EnvironmentFault(
    said('In {folder} there is already: {clash}{more}. Nothing was written.', {
      folder,
      clash: clash.slice(0, mostNamed).join(', '),
      more,
    }),
    said('Name another folder: khabar init DIR.'),
  )
}

/** What nobody said is asked for, where somebody can answer: languages and country first, for what follows is of them. */
async function completed(options: InitOptions, tell: Tell): Promise<InitWords> {
  const { asking, isAsking } = await import('../ask.ts')
  if (options.yes || !isAsking()) return options
  return asking(tell, async ask => {
    let words: InitWords = options
    for (let round = 0; round < 2; round += 1) {
      const known = words
      const answers = await ask(questionsAbout(known), ({ field }, text) => wrongIn(withAnswer(known, field, text)))
      for (const { field, text } of answers) words = withAnswer(words, field, text)
    }
    return words
  })
}

function withAnswer(words: InitWords, field: string, text: string): InitWords {
  const [name = '', language] = field.split('/')
  if (name === 'name' || name === 'abbreviation' || name === 'seat')
    return { ...words, [name]: [...(words[name] ?? []), `${language}=${text}`] }
  if (name === 'languages' || name === 'partner') return { ...words, [name]: text.split(',').map(each => each.trim()) }
  return { ...words, [name]: name === 'country' || name === 'currency' ? text.toUpperCase() : text }
}
