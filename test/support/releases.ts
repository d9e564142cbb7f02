/** All releases of a dataset in one list, as a build makes them subject by subject. */
import type { Dataset } from '../../src/model/dataset.ts'
import { compare, distinct, type Outcome } from '../../src/model/diagnostic.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import { stemOf, type WorkOf } from '../../src/model/work.ts'
import { releasesOf, subjectsOf } from '../../src/press/releases.ts'

/** In the order of their artifacts. A mistake is told once, however many releases it touches. */
export function releases(dataset: Dataset): Outcome<readonly WorkOf<ReleaseModel>[]> {
  const told = subjectsOf(dataset).map(subject => releasesOf(subject, dataset))
  const value = told.flatMap(each => each.value).toSorted((a, b) => compare(stemOf(a), stemOf(b)))
  return { value, diagnostics: distinct(told.flatMap(each => each.diagnostics)) }
}
