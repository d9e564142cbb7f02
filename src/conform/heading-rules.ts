/** Headings: the first is H1, no level is skipped, and each says something. */
import { type Finding, finding, when } from './finding.ts'
import { type Element, elementKids } from './structure-tree.ts'
import type { Subject } from './subject.ts'
import { textOf } from './text.ts'

export function checkHeadings(subject: Subject): readonly Finding[] {
  const { elements } = subject.structure
  const numbered = elements.filter(element => levelOf(element) > 0)
  const plain = elements.filter(element => element.standard === 'H')
  const headlines = numbered.filter(element => levelOf(element) === 1)
  return [
    ...numbered.flatMap((element, index) => skipped(element, numbered[index - 1])),
    ...when(plain.length > 0 && numbered.length > 0, 'UA 7.4.4-2', 'structure', 'both H and H1-H6 are used'),
    ...elements.flatMap(element => {
      const count = elementKids(element).filter(kid => kid.standard === 'H').length
      return when(count > 1, 'UA 7.4.4-1', element.where, `it holds ${count} H`)
    }),
    ...[...numbered, ...plain].flatMap(element =>
      when(textOf(element, subject).trim() === '', 'own heading-text', element.where, 'the heading is empty'),
    ),
    ...when(headlines.length > 1, 'own one-headline', 'structure', `there are ${headlines.length} H1`),
  ]
}

const levelOf = (element: Element): number => Number(/^H([1-6])$/.exec(element.standard ?? '')?.[1] ?? 0)

function skipped(element: Element, before: Element | undefined): readonly Finding[] {
  const [level, last] = [levelOf(element), before ? levelOf(before) : 0]
  if (level <= last + 1) return []
  return [finding('UA 7.4.2-1', element.where, before ? `it follows H${last}` : 'it is the first heading')]
}
