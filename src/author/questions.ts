/** What is asked of somebody who begins a record: what it must have, in the words of its schema, with what there is to choose. */

import type { Dataset } from '../model/dataset.ts'
import { refers } from '../model/record/fields.ts'
import { factsOf, type Kind } from '../model/record/kinds.ts'
import { inTurn, type Said, said, verbatim } from '../model/said.ts'
import { aboutField, type FieldSchema, isByLanguage, schemaOfKind } from './field-schema.ts'
import { recordsFor } from './named-records.ts'
import type { Known } from './new-record.ts'

export interface Question {
  /** As in `field=value`. */
  readonly field: string
  readonly words: Said
  readonly mayBeEmpty: boolean
  readonly choices?: readonly Choice[]
  readonly takesSeveral?: true
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** @param known what was said already, and is not asked again */
export function questionsOn(kind: Kind, known: Known, dataset: Dataset): readonly Question[] {
  const schema = schemaOfKind(kind)
  const names = Object.keys(schema.properties ?? {})
  const asked = names.filter(name => !Object.hasOwn(known, name) && isAsked(kind, schema, name))
  return [...asked.flatMap(name => questionsOnField(name, schema, dataset)), ...onRelease(kind, known, dataset)]
}

/** What a record is told by: with a headline it is a release, without one it is none. */
function onRelease(kind: Kind, known: Known, dataset: Dataset): readonly Question[] {
  const release = schemaOfKind(kind).properties?.['release']
  if (factsOf(kind).lead === undefined || !release || Object.hasOwn(known, 'release')) return []
  return questionsOnField('headline', release, dataset).map(question => ({
    ...question,
    field: `release/${question.field}`,
    words: inTurn([aboutField(release), question.words], ' '),
  }))
}

/** What it must have or is named after, and what of others it names: few think of that later. */
function isAsked(kind: Kind, schema: FieldSchema, name: string): boolean {
  const field = schema.properties?.[name] ?? {}
  if (field.properties || field.items?.properties) return false
  const isName = factsOf(kind).idOf?.flat().includes(name) === true
  return schema.required?.includes(name) === true || isName || referenceOf(field) !== undefined
}

function questionsOnField(name: string, schema: FieldSchema, dataset: Dataset): readonly Question[] {
  const field = schema.properties?.[name] ?? {}
  const mayBeEmpty = schema.required?.includes(name) !== true
  const words = verbatim(aboutField(field))
  if (isByLanguage(field))
    return dataset.society.data.languages.map(language => ({
      field: `${name}/${language}`,
      words: said('{question} ({language})', { question: words, language }),
      mayBeEmpty: true,
    }))
  const choices = choicesFor(field, dataset)
  if (choices?.length === 0 && mayBeEmpty) return []
  return [
    {
      field: name,
      words,
      mayBeEmpty,
      ...(choices && { choices }),
      ...(field.type === 'array' && { takesSeveral: true as const }),
    },
  ]
}

const referenceOf = (field: FieldSchema) => field[refers] ?? field.items?.[refers]

function choicesFor(field: FieldSchema, dataset: Dataset): readonly Choice[] | undefined {
  const reference = referenceOf(field)
  if (reference) {
    const choices = recordsFor(reference, dataset).map(({ id, name }) => ({ value: id, label: name }))
    // Of several sides the society itself is the least likely, and one is chosen before any key was pressed.
    return field.items && reference.orSociety ? [...choices.slice(1), ...choices.slice(0, 1)] : choices
  }
  return (field.enum ?? field.items?.enum ?? field.examples)?.map(value => ({ value, label: value }))
}
