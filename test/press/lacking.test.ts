/** A text that lacks one language is never lost in silence: whatever a release prints is told where it was written. */

import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { allIn, type Dataset, type Entry, spanOf } from '../../src/model/dataset.ts'
import { type WrittenField, writtenFields } from '../../src/press/editorial-texts.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { releases } from '../support/releases.ts'
import { packs } from '../support/tongues.ts'

const { sources, media } = await loadable('every-field')
const { value } = load(sources, media, { packs })
if (!value) throw new Error('no dataset')
const whole: Dataset = value
const [main = '', other = ''] = whole.society.data.languages

/** The same record without what it says in a language at a place. */
function without<E extends Entry>(entry: E, pointer: string): E {
  const data: unknown = structuredClone(entry.data)
  const names = pointer.split('/').slice(1)
  const last = names.pop() ?? ''
  const holder = names.reduce<unknown>((at, name) => Reflect.get(Object(at), name), data)
  Reflect.deleteProperty(Object(holder), last)
  return { ...entry, data }
}

function inDataset(entry: Entry): Dataset {
  if (entry.kind === 'society') return { ...whole, society: entry as Dataset['society'] }
  return {
    ...whole,
    [entry.kind]: new Map([...whole[entry.kind]].map(([id, each]) => [id, id === entry.id ? entry : each])),
  }
}

/** Texts of a kind in both languages, and what is told when one of them goes. */
function lacksIn(kind: string) {
  const before = new Set(inWords(releases(whole).diagnostics).map(({ message }) => message))
  const has = (field: WrittenField, tag: string): boolean => field.some(({ language }) => language === tag)
  return allIn(whole)
    .filter(entry => entry.kind === kind)
    .flatMap(entry =>
      writtenFields(entry, main)
        .filter(field => has(field, main) && has(field, other))
        .flatMap(field => field.filter(({ language }) => language === other))
        .map(({ pointer }) => {
          const { diagnostics } = releases(inDataset(without(entry, pointer)))
          const field = pointer.slice(0, pointer.lastIndexOf('/'))
          return { entry, field, told: inWords(diagnostics).filter(({ message }) => !before.has(message)) }
        }),
    )
}

test.each(['society', 'organization', 'person', 'meeting', 'activity'])('%s', kind => {
  const lines = lacksIn(kind).flatMap(({ entry, field, told }) =>
    told.map(({ code, severity, span, message, hints }) => {
      // A release that is not built for it is told at its headline.
      const place = code === 'release/skipped-language' ? span : spanOf(entry, field, 'key')
      expect([span?.file.path, span?.start, span?.end], message).toEqual([place?.file.path, place?.start, place?.end])
      expect(message).toContain(other)
      expect(hints.join(' ')).toContain(`\`${other}: …\``)
      return `${entry.id}${field}: ${severity} ${[message, ...hints].join(' | ')}`
    }),
  )
  expect(lines).not.toEqual([])
  // Which texts a release prints, and what is told of each.
  expect(`\n${lines.join('\n')}\n`).toMatchSnapshot()
})
