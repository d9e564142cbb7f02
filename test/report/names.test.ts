/** Names in the language of a report: nothing is borrowed from another, and what lacks is asked for once. */

import { expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import { namesIn } from '../../src/report/names.ts'
import { inWords } from '../support/in-words.ts'
import { entry, sampleDataset } from '../support/sample-dataset.ts'

const both = (ru: string, en: string) => ({ ru, en })

function dataset(): Dataset {
  const plain = sampleDataset()
  return sampleDataset({
    society: entry('society', 'society', { ...plain.society.data, name: both('Общество', 'Society') }),
    organization: new Map([
      ['icrc', entry('organization', 'icrc', { name: both('МККК целиком', 'ICRC in full'), type: 'icrc' })],
      ['ifrc', entry('organization', 'ifrc', { name: { ru: 'Федерация' }, short_name: { en: 'IFRC' }, type: 'ifrc' })],
    ]),
    area: new Map([
      ['epr', entry('area', 'epr', { name: both('Подготовка', 'Preparedness'), short_name: { en: 'EPR' } })],
      ['rfl', entry('area', 'rfl', { name: { ru: 'Розыск' } })],
    ]),
    place: new Map([['uz-tk', entry('place', 'uz-tk', { type: 'region', name: 'Ташкент' })]]),
  })
}

it('are those of the language; a short one goes before, and the long one stands where there is none', () => {
  const names = namesIn('en', dataset())
  expect([names.area('epr'), names.shortArea('epr')]).toEqual(['Preparedness', 'EPR'])
  expect([names.organization('society'), names.shortOrganization('society')]).toEqual(['Society', 'RCSUz'])
  expect([names.organization('icrc'), names.shortOrganization('icrc')]).toEqual(['ICRC in full', 'ICRC in full'])
  expect(names.shortOrganization('ifrc')).toBe('IFRC')
  expect([names.text(both('Да', 'Yes')), names.text({ ru: 'Да' }), names.text(undefined)]).toEqual([
    'Yes',
    undefined,
    undefined,
  ])
  expect(names.diagnostics()).toEqual([])
  const russian = namesIn('ru', dataset())
  // A text without languages is in the first of the society.
  expect([russian.place('uz-tk'), russian.shortArea('epr'), russian.text('Да')]).toEqual([
    'Ташкент',
    'Подготовка',
    'Да',
  ])
})

it('that lack are their ids, and are asked for once each', () => {
  const names = namesIn('en', dataset())
  expect([names.area('rfl'), names.shortArea('rfl'), names.place('uz-tk'), names.organization('ifrc')]).toEqual([
    'rfl',
    'rfl',
    'uz-tk',
    'ifrc',
  ])
  const told = inWords(names.diagnostics()).map(({ code, severity, message, hints }) => [
    severity,
    code,
    message,
    ...hints,
  ])
  expect(told).toEqual(
    ['rfl', 'uz-tk', 'ifrc'].map(id => [
      'error',
      'record/missing-language',
      `The name of “${id}” is missing in en, and a report prints it.`,
      'Add “en:” to the name.',
    ]),
  )
})

it('of what is not there are a bug', () => {
  const names = namesIn('en', dataset())
  expect(() => names.area('none')).toThrow('no area “none”')
  expect(() => names.place('none')).toThrow('no place “none”')
  expect(() => names.organization('none')).toThrow('no organization “none”')
})
