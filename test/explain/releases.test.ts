/** Every release of the sample workspace, paragraph by paragraph: each says what it is made of, and what it names is what moves it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import type { FieldOf, ReleaseExplanation } from '../../src/explain/explanation.ts'
import { type Dataset, recordNamed, subjectNamed } from '../../src/model/dataset.ts'
import type { State } from '../../src/pipeline/compare/state.ts'
import { explainedRelease, type Released, textOf } from '../../src/pipeline/explain/releases.ts'
import { releasesOf, subjectsOf } from '../../src/press/releases.ts'
import { sampleRoot, sampleState } from '../support/sample-state.ts'

let state: State
const explained: { readonly of: Released; readonly told: ReleaseExplanation }[] = []

beforeAll(async () => {
  state = await sampleState()
  for (const subject of subjectsOf(state.dataset))
    for (const { language } of releasesOf(subject, state.dataset).value) {
      const of = { subject, language }
      explained.push({ of, told: await explainedRelease(of, state) })
    }
})

async function linesOf(released: Released, dataset: Dataset): Promise<readonly string[]> {
  const made = await textOf(released, { dataset, templates: state.templates })
  const text = made && 'text' in made.content ? made.content.text : ''
  return text.split('\n').filter(line => line.trim() !== '')
}

const fieldsIn = ({ paragraphs }: ReleaseExplanation): readonly FieldOf[] => paragraphs.flatMap(({ fields }) => fields)

it('all that is printed is explained, in its order, but for the sign of the end', async () => {
  expect(explained.length).toBeGreaterThan(10)
  for (const { of, told } of explained) {
    expect(told.paragraphs.map(({ text }) => text)).toEqual(await linesOf(of, state.dataset))
    const silent = told.paragraphs.filter(({ fields, wording }) => fields.length + wording.length === 0)
    expect(silent.map(({ text }) => text).filter(text => text !== '###')).toEqual([])
  }
})

it('a field is named with the file and the line in which it stands', () => {
  const fields = explained.flatMap(({ told }) => fieldsIn(told))
  expect(fields.length).toBeGreaterThan(500)
  const lines = new Map<string, readonly string[]>()
  const wrong = fields.filter(({ file, line, at }) => {
    const text = lines.get(file) ?? readFileSync(join(sampleRoot, file), 'utf8').split('\n')
    lines.set(file, text)
    const key = at.split('/').findLast(name => !/^[0-9]+$/.test(name)) ?? ''
    return !text[line - 1]?.includes(`${key}:`) && !/\/[0-9]+$/.test(at)
  })
  expect(wrong).toEqual([])
})

it('the lead names the record, the parties in the case in which they stand, the day, and the phrase that joins them', () => {
  const { told } = theOne('2022-08-15-icrc', 'ru')
  const lead = told.paragraphs.find(({ wording }) => wording.includes('press.lead.working'))
  expect(lead?.text).toContain('Международного Комитета Красного Креста')
  expect(lead?.fields.map(({ kind, id, at }) => `${kind} ${id} ${at}`)).toEqual(
    expect.arrayContaining([
      'organization icrc /forms/ru/genitive',
      'society society /forms/ru/genitive',
      'meeting 2022-08-15-icrc /venue/ru',
      'meeting 2022-08-15-icrc /date',
    ]),
  )
})

it('what is printed as it is written, such as a number to call, is found too', () => {
  const { told } = theOne('2022-08-15-icrc', 'en')
  const fields = fieldsIn(told).map(({ kind, at }) => `${kind} ${at}`)
  expect(fields).toEqual(expect.arrayContaining(['society /press_contact/phone', 'society /press_contact/email']))
})

it('a text of several paragraphs is behind each of them', () => {
  const { told } = theOne('2022-08-15-icrc', 'ru')
  const own = told.paragraphs.filter(({ fields }) => fields.some(({ at }) => at === '/background/ru'))
  expect(own.length).toBe(2)
})

it.for(['ru', 'en', 'uz-Latn'])(
  'whichever text of the record changes, only paragraphs that name it do: %s',
  async language => {
    const { of, told } = theOne('2022-08-15-icrc', language)
    const own = new Set(fieldsIn(told).flatMap(field => (isTextOf(field, of) ? [field.at] : [])))
    expect(own.size).toBeGreaterThan(20)
    for (const at of own) {
      const dataset = withOther(of, at)
      const subject = subjectNamed(dataset, of.subject.id) ?? of.subject
      const after = await linesOf({ subject, language }, dataset)
      const moved = told.paragraphs.filter(({ text }, index) => after[index] !== text)
      const named = told.paragraphs.filter(({ fields }) => fields.some(field => isTextOf(field, of) && field.at === at))
      expect(named, at).toEqual(expect.arrayContaining(moved))
      expect(moved.length, at).toBeGreaterThan(0)
    }
  },
)

function theOne(id: string, language: string) {
  const found = explained.find(({ of }) => of.subject.id === id && of.language === language)
  if (!found) throw new Error(`${id} has no release in ${language}`)
  return found
}

const isTextOf = ({ kind, id, at }: FieldOf, { subject }: Released): boolean =>
  kind === subject.kind && id === subject.id && typeof leafAt(subject.data, at) === 'string' && !at.endsWith('date')

const namesIn = (at: string): readonly string[] => at.split('/').slice(1)

function leafAt(data: object, at: string): unknown {
  let node: unknown = data
  for (const name of namesIn(at)) node = typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
  return node
}

/** The same workspace, in which one text of the record ends in another word. */
function withOther({ subject }: Released, at: string): Dataset {
  const data = structuredClone(subject.data)
  const names = [...namesIn(at)]
  const last = names.pop() ?? ''
  const parent = leafAt(data, names.map(name => `/${name}`).join(''))
  if (typeof parent !== 'object' || parent === null) throw new Error(`nothing stands at ${at}`)
  Reflect.set(parent, last, `${String(Reflect.get(parent, last)).trimEnd()} zzz`)
  const held = state.dataset[subject.kind]
  const changed = new Map([...held].map(([id, each]) => [id, id === subject.id ? { ...each, data } : each]))
  const dataset = { ...state.dataset, [subject.kind]: changed }
  expect(recordNamed(dataset, subject.kind, subject.id)?.data).toBe(data)
  return dataset
}
