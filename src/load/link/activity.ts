/** An activity: its people, its places. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { ageBands } from '../../model/record/activity.ts'
import { type Draft, doubtful, entriesAt, fieldOf, has, inconsistent, numberAt, textAt, valueAt } from '../draft.ts'

export function checkActivity(draft: Draft): readonly Diagnostic[] {
  return [
    ...checkPeople(draft, '/target'),
    ...checkPeople(draft, '/reached'),
    ...checkReported(draft),
    ...checkPlaces(draft),
  ]
}

/** A split may be partial, so it may be less than the total, never more. */
function checkPeople(draft: Draft, at: string): readonly Diagnostic[] {
  if (!has(draft, at)) return []
  const bands = ageBands.map(band => `${at}/by_age/${band}`)
  return [
    ...checkSplit(draft, at),
    ...bands.flatMap(band => checkSplit(draft, band)),
    ...checkParts(draft, at, bands),
    ...checkPart(draft, at, `${at}/with_disability`),
    ...Object.keys(asObject(valueAt(draft, `${at}/by_place`))).flatMap(id =>
      checkPart(draft, at, `${at}/by_place/${id}`),
    ),
  ]
}

const sexes = ['male', 'female', 'other'] as const

function peopleBySex(draft: Draft, at: string): number {
  return sexes.reduce((sum, sex) => sum + (numberAt(draft, `${at}/${sex}`) ?? 0), 0)
}

function checkSplit(draft: Draft, at: string): readonly Diagnostic[] {
  const total = numberAt(draft, `${at}/total`)
  const sum = peopleBySex(draft, at)
  if (total === undefined || sum <= total) return []
  const message = `Men, women and others are ${sum} together, more than the total of ${total}.`
  return [
    inconsistent(draft, `${at}/total`, message, 'Correct the total or the split; a split may be less, never more.'),
  ]
}

function checkParts(draft: Draft, at: string, bands: readonly string[]): readonly Diagnostic[] {
  const total = numberAt(draft, `${at}/total`)
  const sum = bands.reduce(
    (all, band) => all + Math.max(numberAt(draft, `${band}/total`) ?? 0, peopleBySex(draft, band)),
    0,
  )
  if (total === undefined || sum <= total) return []
  const message = `The age bands are ${sum} together, more than the total of ${total}.`
  return [
    inconsistent(draft, `${at}/by_age`, message, 'Correct the total or the bands; a split may be less, never more.'),
  ]
}

function checkPart(draft: Draft, at: string, part: string): readonly Diagnostic[] {
  const total = numberAt(draft, `${at}/total`)
  const value = numberAt(draft, part)
  if (total === undefined || value === undefined || value <= total) return []
  return [inconsistent(draft, part, `${value} is more than the total of ${total}.`, 'A part is at most the total.')]
}

function checkReported(draft: Draft): readonly Diagnostic[] {
  if (!has(draft, '/not_reported') || numberAt(draft, '/reached/total') === undefined) return []
  const message = 'People reached are given, and also why they could not be.'
  return [inconsistent(draft, '/not_reported', message, 'Remove “not_reported”, or the total of “reached”.')]
}

/** Values of a region that the activity does not name. */
function checkPlaces(draft: Draft): readonly Diagnostic[] {
  const places = entriesAt(draft, '/places').flatMap(at => textAt(draft, at) ?? [])
  if (places.length === 0) return []
  const ofResults = entriesAt(draft, '/results').map(at => [`${at}/place`, textAt(draft, `${at}/place`)] as const)
  const ofPeople = ['/target', '/reached'].flatMap(at =>
    Object.keys(asObject(fieldOf(valueAt(draft, at), 'by_place'))).map(id => [`${at}/by_place/${id}`, id] as const),
  )
  return [...ofResults, ...ofPeople].flatMap(([at, id]) =>
    id === undefined || places.includes(id)
      ? []
      : [
          doubtful(
            draft,
            at,
            `“${id}” is not one of the places of this activity.`,
            'Add it to “places”, or correct it.',
          ),
        ],
  )
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
