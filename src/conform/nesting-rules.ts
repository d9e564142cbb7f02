/** Which element may lie in which: lists, tables, contents. */
import { type Finding, finding, type Rule } from './finding.ts'
import { type Element, elementKids } from './structure-tree.ts'
import type { Subject } from './subject.ts'

interface Places {
  readonly parents?: readonly [Rule, RegExp]
  /** Against the kids' standard types, joined by spaces. */
  readonly kids?: readonly [Rule, RegExp]
}

const group: Places = { parents: ['UA 7.2-5', /^Table$/], kids: ['UA 7.2-36', /^(TR( |$))*$/] }
const cell: Places = { parents: ['UA 7.2-8', /^TR$/] }
const places: Readonly<Record<string, Places>> = {
  Table: { kids: ['UA 7.2-3', /^(Caption( |$))?((TR|THead|TBody|TFoot)( |$))*$|^((TR|THead|TBody|TFoot) )*Caption$/] },
  THead: group,
  TBody: group,
  TFoot: group,
  TR: { parents: ['UA 7.2-4', /^(Table|THead|TBody|TFoot)$/], kids: ['UA 7.2-10', /^((TH|TD)( |$))*$/] },
  TH: cell,
  TD: cell,
  L: { kids: ['UA 7.2-19', /^(Caption( |$))?((L|LI)( |$))*$/] },
  LI: { parents: ['UA 7.2-17', /^L$/], kids: ['UA 7.2-20', /^((Lbl|LBody)( |$))*$/] },
  LBody: { parents: ['UA 7.2-18', /^LI$/] },
  TOC: { kids: ['UA 7.2-26', /^(Caption( |$))?((TOC|TOCI)( |$))*$/] },
  TOCI: { parents: ['UA 7.2-26', /^TOC$/] },
}

export const checkNesting = ({ structure }: Subject): readonly Finding[] =>
  structure.elements.flatMap(element => [...placed(element), ...groups(element)])

function placed(element: Element): readonly Finding[] {
  const { parents, kids } = places[element.standard ?? ''] ?? {}
  const parent = element.parent?.standard ?? ''
  const types = elementKids(element)
    .map(kid => kid.standard ?? kid.type)
    .join(' ')
  return [
    ...(parents && !parents[1].test(parent)
      ? [finding(parents[0], element.where, `it lies in ${parent || 'the root'}`)]
      : []),
    ...(kids && !kids[1].test(types) ? [finding(kids[0], element.where, `it holds ${types}`)] : []),
  ]
}

function groups(element: Element): readonly Finding[] {
  if (element.standard !== 'Table') return []
  const count = (type: string): number => elementKids(element).filter(kid => kid.standard === type).length
  const [heads, bodies, feet] = [count('THead'), count('TBody'), count('TFoot')]
  const isWrong = heads > 1 || feet > 1 || (heads + feet > 0 && bodies === 0)
  return isWrong ? [finding('UA 7.2-11', element.where, `${heads} THead, ${bodies} TBody, ${feet} TFoot`)] : []
}
