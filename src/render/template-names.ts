/** Every name in a template, held against the JSON Schema of what the template is handed. */
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

export function unknownNames(program: unknown, shape: TSchema, helpers: readonly string[]): readonly NameProblem[] {
  const problems: NameProblem[] = []
  walk(program as Program, { here: shape as Shape, parents: [], named: new Map() }, { helpers, problems })
  return problems
}

interface Walk {
  readonly helpers: readonly string[]
  readonly problems: NameProblem[]
}

function walk(program: Program | undefined, scope: Scope, on: Walk): void {
  for (const node of program?.body ?? []) visit(node, scope, on)
}

function visit(node: Node, scope: Scope, on: Walk): void {
  if (node.type === 'MustacheStatement' || node.type === 'SubExpression') return mustache(node, scope, on)
  if (node.type === 'BlockStatement') return block(node, scope, on)
  if (node.type === 'PathExpression') void resolve(node, scope, on)
  if (node.type === 'PartialStatement') for (const value of inputs(node)) visit(value, scope, on)
}

function mustache(node: Node, scope: Scope, on: Walk): void {
  if (node.escaped === false)
    report(node, on, 'template/syntax', 'Unescaped output {{{ }}} is not allowed.', [
      'Write {{ }}; for Markdown fields {{markdown …}}.',
    ])
  const name = node.path?.original ?? ''
  if (on.helpers.includes(name))
    return inputs(node).forEach(value => {
      visit(value, scope, on)
    })
  if (inputs(node).length > 0)
    return report(node, on, 'template/unknown-name', `There is no helper “${name}”.`, suggest(name, on.helpers))
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
      'template/unknown-name',
      `There is no block “${name}”.`,
      suggest(name, ['if', 'unless', 'each', 'with', ...on.helpers]),
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
      report(node, on, 'template/unknown-name', message, suggest(part, Object.keys(properties(shape))))
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

function report(node: Node, on: Walk, code: Code, message: string, hints: readonly string[]): void {
  const { line, column } = node.path?.loc.start ?? node.loc.start
  on.problems.push({
    code,
    message,
    hints,
    line,
    column,
    length: (node.path?.original ?? node.original ?? '').length || 1,
  })
}

function suggest(wrong: string, names: readonly string[]): readonly string[] {
  const near = names.find(
    name => name.toLowerCase() === wrong.toLowerCase() || name.startsWith(wrong) || wrong.startsWith(name),
  )
  if (near) return [`Did you mean “${near}”?`]
  return names.length > 0 ? [`It can use: ${[...names].sort().join(', ')}.`] : []
}
