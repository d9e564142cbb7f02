/** Partners that a society names: those that Khabar knows by name, and others. */

import { idFrom, isId } from '../../load/id.ts'
import { parse } from '../../load/parse.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import { isText, type Language, type Text } from '../../model/text.ts'
import { newRecord } from '../new-record.ts'

export interface Partner {
  readonly id: string
  /** Of the record; with its languages as they come, where Khabar knows it. */
  readonly text: string
  readonly isKnown: boolean
}

/** @param known texts of the records of those that Khabar knows, by id */
export function partnerNamed(
  asked: string,
  known: ReadonlyMap<string, string>,
  languages: readonly Language[],
): Partner {
  const [found] = [...known].filter(
    ([id, text]) =>
      id === asked.toLowerCase() || namesIn(text).some(name => name.toLowerCase() === asked.toLowerCase()),
  )
  if (found) return { id: found[0], text: found[1], isKnown: true }
  const [, given, name = asked] = /^([a-z0-9-]+)=(.+)$/.exec(asked) ?? []
  const id = given ?? idFrom(name)
  if (!isId(id))
    throw new EnvironmentFault(
      said('“{asked}” has no Latin letters to name its file by.', { asked }),
      said('Write --partner "id={name}", with an id of a-z, 0-9 and hyphens.', { name }),
    )
  const names = Object.fromEntries(languages.map(language => [language, name]))
  return {
    id,
    text: newRecord('organization', { name: names, type: 'other' }, { languages }),
    isKnown: false,
  }
}

function namesIn(text: string): readonly string[] {
  const { value } = parse({ path: '', text })
  if (typeof value !== 'object' || value === null) return []
  const fields: { readonly [name: string]: unknown } = { ...value }
  return [fields['name'], fields['short_name']].filter(isText).flatMap(textsIn)
}

const textsIn = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text))
