/** Every name in a template, held against the JSON Schema of what the template is handed. */
// oxlint-disable typescript/no-unsafe-type-assertion -- syntax trees and JSON Schemas come from their libraries untyped
import type { TSchema } from 'typebox'
import type { Code } from '../model/diagnostic.ts'

export interface NameProblem {
  readonly code: Code
  readonly message: string
  readonly hints: readonly string[]
  /** From 1 and from 0, as Handlebars counts. */
  readonly line: number
  readonly column: number
  readonly length: number
  /** The partial it stands in; none: the template itself. */
  readonly partial?: string
}

/** The parts of a Handlebars syntax tree that carry names. */
interface Node {
  readonly type: string
  readonly loc: { readonly start: { readonly line: number; readonly column: number } }
  readonly original?: string
  readonly data?: boolean
  readonly depth?: number
  readonly parts?: readonly string[]
  readonly path?: Node
  readonly params?: readonly Node[]
  readonly hash?: { readonly pairs: readonly { readonly value: Node }[] }
  readonly program?: Program
  readonly inverse?: Program
  readonly escaped?: boolean
  readonly name?: Node
}
interface Program {
  readonly body: readonly Node[]
  readonly blockParams?: readonly string[]
}
type Shape = { readonly [keyword: string]: unknown }

/** What a name may mean here: the current value, its parents, and block parameters. */
interface Scope {
  readonly here: Shape | undefined
  readonly parents: readonly (Shape | undefined)[]
  readonly named: ReadonlyMap<string, Shape | undefined>
}

/** @param partials their syntax trees, by name: each is checked wherever it is put in, with what it is handed there. */
export function unknownNames(
  program: unknown,
  shape: TSchema,
  known: { readonly helpers: readonly string[]; readonly partials?: ReadonlyMap<string, unknown> },
): readonly NameProblem[] {
  const problems: NameProblem[] = []
  const partials = (known.partials ?? new Map()) as ReadonlyMap<string, Program>
  const on = { helpers: known.helpers, partials, inside: [], problems }
  walk(program as Program, { here: shape as Shape, parents: [], named: new Map() }, on)
  return problems
}

interface Walk {
  readonly helpers: readonly string[]
  readonly partials: ReadonlyMap<string, Program>
  /** Partials that are being walked, the innermost last. */
  readonly inside: readonly string[]
  readonly problems: NameProblem[]
}

function walk(program: Program | undefined, scope: Scope, on: Walk): void {
  for (const node of program?.body ?? []) visit(node, scope, on)
}

function visit(node: Node, scope: Scope, on: Walk): void {
  if (node.type === 'MustacheStatement' || node.type === 'SubExpression') return mustache(node, scope, on)
  if (node.type === 'BlockStatement') return block(node, scope, on)
  if (node.type === 'PathExpression') void resolve(node, scope, on)
  if (node.type === 'PartialStatement') partial(node, scope, on)
}

/** A partial sees what it is handed, or else what is seen where it stands. */
function partial(node: Node, scope: Scope, on: Walk): void {
  for (const value of inputs(node)) visit(value, scope, on)
  const name = node.name?.original ?? ''
  const program = on.partials.get(name)
  if (!program) {
    const message = `There is no partial “${name}”.`
    const hints = suggest(name, [...on.partials.keys()])
    return report({ ...node, original: name }, on, { code: 'template/missing', message, hints })
  }
  if (on.inside.includes(name)) {
    const hints = ['Take one of the two out.']
    const message = `“${name}” puts itself in without end.`
    return report({ ...node, original: name }, on, { code: 'template/syntax', message, hints })
  }
  const [handed] = node.params ?? []
  const inner = { helpers: on.helpers, partials: on.partials, inside: [...on.inside, name], problems: on.problems }
  const here = handed ? resolve(handed, scope, { ...on, problems: [] }) : scope.here
  walk(program, { here, parents: scope.parents, named: new Map() }, inner)
}

function mustache(node: Node, scope: Scope, on: Walk): void {
  if (node.escaped === false)
    report(node, on, {
      code: 'template/syntax',
      message: 'Unescaped output {{{ }}} is not allowed.',
      hints: ['Write {{ }}; for Markdown fields {{markdown …}}.'],
    })
  const name = node.path?.original ?? ''
  if (on.helpers.includes(name))
    return inputs(node).forEach(value => {
      visit(value, scope, on)
    })
  if (inputs(node).length > 0)
    return report(node, on, unknown(`There is no helper “${name}”.`, suggest(name, on.helpers)))
  if (node.path) visit(node.path, scope, on)
}

function block(node: Node, scope: Scope, on: Walk): void {
  const name = node.path?.original ?? ''
  const [subject] = node.params ?? []
  if (name === 'each' || name === 'with') {
    const shape = subject && resolve(subject, scope, on)
    const here = name === 'each' ? itemOf(shape) : shape
    const [parameter] = node.program?.blockParams ?? []
    const named = parameter ? new Map(scope.named).set(parameter, here) : scope.named
    walk(node.program, { here, parents: [scope.here, ...scope.parents], named }, on)
  } else if (name === 'if' || name === 'unless' || on.helpers.includes(name)) {
    for (const value of inputs(node)) visit(value, scope, on)
    walk(node.program, scope, on)
  } else
    report(
      node,
      on,
      unknown(`There is no block “${name}”.`, suggest(name, ['if', 'unless', 'each', 'with', ...on.helpers])),
    )
  walk(node.inverse, scope, on)
}

const inputs = (node: Node): readonly Node[] => [
  ...(node.params ?? []),
  ...(node.hash?.pairs.map(pair => pair.value) ?? []),
]

/** The shape that a path leads to; reports it where it leads nowhere. */
function resolve(node: Node, scope: Scope, on: Walk): Shape | undefined {
  if (node.type !== 'PathExpression') {
    visit(node, scope, on)
    return undefined
  }
  if (node.data) return undefined
  const [first = '', ...rest] = node.parts ?? []
  const isNamed = !node.depth && scope.named.has(first)
  let shape = isNamed ? scope.named.get(first) : [scope.here, ...scope.parents][node.depth ?? 0]
  for (const part of isNamed ? rest : (node.parts ?? [])) {
    if (shape === undefined) return undefined
    const next = property(shape, part)
    if (!next) {
      const message = `“${node.original}” is not a name this template can use.`
      report(node, on, unknown(message, suggest(part, Object.keys(properties(shape)))))
      return undefined
    }
    shape = next
  }
  return shape
}

const properties = (shape: Shape): { readonly [name: string]: Shape } =>
  (shape['properties'] ?? {}) as { [name: string]: Shape }

function property(shape: Shape, name: string): Shape | undefined {
  if (shape['type'] === 'array') return name === 'length' ? {} : undefined
  const own = Object.hasOwn(properties(shape), name) ? properties(shape)[name] : undefined
  return own ?? Object.values((shape['patternProperties'] ?? {}) as { [pattern: string]: Shape })[0]
}

const itemOf = (shape: Shape | undefined): Shape | undefined => shape?.['items'] as Shape | undefined

function report(node: Node, on: Walk, problem: Pick<NameProblem, 'code' | 'message' | 'hints'>): void {
  const { line, column } = node.path?.loc.start ?? node.loc.start
  on.problems.push({
    ...problem,
    line,
    column,
    length: (node.path?.original ?? node.original ?? '').length || 1,
    ...(on.inside.length > 0 && { partial: on.inside.at(-1) ?? '' }),
  })
}

const unknown = (message: string, hints: readonly string[]) =>
  ({ code: 'template/unknown-name', message, hints }) as const

function suggest(wrong: string, names: readonly string[]): readonly string[] {
  const near = names.find(
    name => name.toLowerCase() === wrong.toLowerCase() || name.startsWith(wrong) || wrong.startsWith(name),
  )
  if (near) return [`Did you mean “${near}”?`]
  return names.length > 0 ? [`It can use: ${names.toSorted().join(', ')}.`] : []
}
