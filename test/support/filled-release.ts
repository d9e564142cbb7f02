/** A release that has everything: every value its model may hold is there. */
import { type ReleaseModel, releaseModel } from '../../src/model/document.ts'
import { type Shape, shapeOf } from './leaves.ts'

/** Texts that are no words: what they are changed to. */
export const notWords: { readonly [path: string]: readonly [value: string, other: string] } = {
  language: ['en', 'ru'],
  'day.iso': ['2022-08-15', '2022-08-14'],
  'issued.iso': ['2022-08-16', '2022-08-17'],
  'release.embargo.iso': ['2022-08-16T10:00:00+05:00', '2022-08-16T11:00:00+05:00'],
  'release.corrected.iso': ['2022-08-20', '2022-08-21'],
  'lead.key': ['press.lead.working', 'press.lead.visit'],
  'passages.*.heading': ['press.passages.decisions', 'press.plans'],
}

/** @param textAt the words of a text, by its path: `photos.*.caption` */
export function filledRelease(textAt: (path: string) => string): ReleaseModel {
  const filled = (shape: Shape, path: string): unknown => {
    if (shape.items) return [filled(shape.items, `${path}.*`)]
    if (shape.type === 'boolean') return true
    if (shape.enum) return shape.enum[0]
    const parts = Object.entries(shape.properties ?? {})
    if (parts.length === 0) return notWords[path]?.[0] ?? textAt(path)
    return Object.fromEntries(parts.map(([name, part]) => [name, filled(part, path === '' ? name : `${path}.${name}`)]))
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- filled as the schema says
  return filled(shapeOf(releaseModel), '') as ReleaseModel
}
