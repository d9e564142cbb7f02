/** khabar new: begins a record, from answers on a terminal or from words; writes nothing over. */

import { join } from 'node:path'
import { type Beginning, begunRecord, knownOf, type ShortWords, saidShortly } from '../../author/begun-record.ts'
import { schemaOfKind } from '../../author/field-schema.ts'
import { type Asked, type Said as Given, knownFrom, saidIn } from '../../author/given.ts'
import { lackingForId, placeOfRecord, type RecordPlace } from '../../author/place-of-record.ts'
import { type Question, questionsOn } from '../../author/questions.ts'
import { printHuman } from '../../diagnostics/human.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { factsOf, isKind, type Kind } from '../../model/record/kinds.ts'
import { inTurn, type Said, said, type Tell } from '../../model/said.ts'
import { openWorkspace } from '../../pipeline/disk/disk.ts'
import { writeNew } from '../../pipeline/disk/new-files.ts'
import { fieldWordsIn } from '../../pipeline/messages.ts'
import { mistakesIn, recordsOf } from '../../pipeline/records.ts'
import { packagedTemplates, type Setting } from '../setting.ts'

export interface NewWords extends ShortWords {
  readonly set?: readonly string[]
  readonly from?: string
  readonly id?: string
  readonly yes: boolean
}

export async function newCommand(setting: Setting, words: NewWords, [kind = '']: readonly string[]): Promise<number> {
  if (!isKind(kind)) throw new TypeError(`commander let “${kind}” through`)
  const { root, terminal } = setting
  const workspace = openWorkspace(root, packagedTemplates)
  const dataset = await recordsOf(workspace)
  const asked: Asked = { schema: schemaOfKind(kind), dataset }
  const given = [...saidShortly(kind, words, dataset), ...(words.set ?? []).map(saidIn)]
  const fields = fieldWordsIn(packagedTemplates, setting.language)
  const beginning = { kind, dataset, from: words.from, known: knownFrom(given, asked), words: fields }
  const answers = await answersTo(beginning, asked, { ...words, tell: terminal.tell })
  const whole = { ...beginning, known: knownFrom([...given, ...answers], asked) }
  const place = placeOf(whole, words)
  const text = begunRecord(whole, place.path)
  await writeNew(root, new Map([[place.path, text]]))
  terminal.result(join(root, place.path))
  const toWrite = await mistakesIn(workspace, place.path)
  if (toWrite.length > 0) {
    terminal.say(printHuman(toWrite, { color: terminal.colour, tell: terminal.tell }))
    terminal.say(said('{path} is begun: write what is empty, then run khabar check.', { path: place.path }))
  } else terminal.say(said('{path} is written. khabar watch shows what becomes of it.', { path: place.path }))
  return 0
}

function placeOf(beginning: Beginning, { id }: NewWords): RecordPlace {
  const { kind, dataset } = beginning
  const known = knownOf(beginning)
  const lacking = lackingForId(kind, known).filter(field => id === undefined || field === factsOf(kind).days?.first)
  if (lacking.length > 0) throw unnamed(kind, lacking)
  return placeOfRecord(kind, known, dataset, id)
}

/** What nobody said is asked for, where somebody can answer. */
async function answersTo(
  beginning: Beginning,
  asked: Asked,
  words: NewWords & { readonly tell: Tell },
): Promise<readonly Given[]> {
  const { isAsking, asking } = await import('../ask.ts')
  if (words.yes || !isAsking()) return []
  const { kind, dataset, from } = beginning
  const known = knownOf(beginning)
  const all = questionsOn(kind, known, dataset)
  // What is made of another is asked for what makes its name: the rest is looked at in the file.
  const lacking = lackingForId(kind, known)
  const due = from === undefined ? all : all.filter(({ field }) => lacking.includes(field.split('/')[0] ?? ''))
  const saidOf = ({ field }: Pick<Question, 'field'>, text: string): Given => ({ names: field.split('/'), text })
  const answers = await asking(words.tell, ask =>
    ask(due, (question, text) => wrongWith(saidOf(question, text), asked)),
  )
  return answers.map(answer => saidOf(answer, answer.text))
}

/** What would be told of an answer. */
function wrongWith(answer: Given, asked: Asked): Said | undefined {
  try {
    knownFrom([answer], asked)
    return undefined
  } catch (thrown) {
    if (thrown instanceof EnvironmentFault) return thrown.hint ? inTurn([thrown.said, thrown.hint], ' ') : thrown.said
    throw thrown
  }
}

const flags: { readonly [field: string]: string } = {
  date: '--date YYYY-MM-DD',
  start: '--date YYYY-MM-DD',
  partner: '--partner ID',
  partners: '--partner ID',
  title: '--title ru=…',
  name: '--title ru=…',
}

function unnamed(kind: Kind, lacking: readonly string[]): EnvironmentFault {
  const needed = lacking.map(name => flags[name] ?? `--set ${name}=…`)
  const hint = said('Say {needed}, or --id ID where no name has Latin letters; on a terminal you are asked.', {
    needed: needed.join(' '),
  })
  return new EnvironmentFault(
    said('A new {kind} needs a name, which is made of: {lacking}.', { kind, lacking: lacking.join(', ') }),
    hint,
  )
}
