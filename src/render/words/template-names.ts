/** Every name in a template, held against the JSON Schema of what the template is handed. */

import type { TSchema } from 'typebox'
import type { Code } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { type Said, said } from '../../model/said.ts'
// oxlint-disable typescript/no-unsafe-type-assertion -- syntax trees and JSON Schemas come from their libraries untyped
import type { KnownKeys } from './known-keys.ts'

export interface NameProblem {
  readonly code: Code
  readonly message: Said
  readonly hints: readonly Said[]
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
  /** A number, where a number stands for a name. */
  readonly original?: string | number
  readonly data?: boolean
  readonly depth?: number
  readonly parts?: readonly string[]
  readonly path?: Node | undefined
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
  /** Where `@index`, `@key`, `@first` and `@last` are known. */
  readonly isInEach: boolean
}

export interface Known {
  readonly helpers: readonly string[]
  /** Their syntax trees, by name: each is checked wherever it is put in, with what it is handed there. */
  readonly partials?: ReadonlyMap<string, unknown>
  /** Keys that some wording has; where they are given, what `t` asks for is one of them. */
  readonly words?: KnownKeys | undefined
}

export function unknownNames(program: unknown, shape: TSchema, known: Known): readonly NameProblem[] {
  const problems: NameProblem[] = []
  const partials = (known.partials ?? new Map()) as ReadonlyMap<string, Program>
  const on = { helpers: known.helpers, words: known.words, partials, root: shape as Shape, inside: [], problems }
  walk(program as Program, { here: shape as Shape, parents: [], named: new Map(), isInEach: false }, on)
  return problems
}

interface Walk {
  readonly helpers: readonly string[]
  readonly words: KnownKeys | undefined
  readonly partials: ReadonlyMap<string, Program>
  /** What `@root` is. */
  readonly root: Shape
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
  if (node.type === 'PathExpression') return void resolve(node, scope, on)
  if (node.type === 'PartialStatement') return partial(node, scope, on)
  const [what, hint] = refused[node.type] ?? []
  if (what !== undefined && hint !== undefined)
    report({ ...node, path: undefined, original: '{{' }, on, { code: 'template/syntax', message: what, hints: [hint] })
}

/** What Handlebars knows and no check here could follow. */
const refused: { readonly [type: string]: readonly [message: Said, hint: Said] } = {
  Decorator: [said('Decorators {{* }} are not allowed.'), said('Take it out.')],
  DecoratorBlock: [
    said('Inline partials {{#*inline}} are not allowed.'),
    said('Put it into a file of its own under partials/.'),
  ],
  PartialBlockStatement: [said('Partial blocks {{#> }} are not allowed.'), said('Put a partial in by {{> name}}.')],
}

/** A partial sees what it is handed, or else what is seen where it stands. */
function partial(node: Node, scope: Scope, on: Walk): void {
  for (const value of inputs(node)) visit(value, scope, on)
  if (node.name?.type === 'SubExpression') {
    const message = said('A partial is named by its name alone, never worked out.')
    const hints = [said('Write {{> name}}, and choose between two by {{#if}}.')]
    return report({ ...node.name, path: undefined, original: '(' }, on, { code: 'template/syntax', message, hints })
  }
  const name = String(node.name?.original ?? '')
  const program = on.partials.get(name)
  if (!program) {
    const message = said('There is no partial “{name}”.', { name })
    const hints = suggest(name, [...on.partials.keys()])
    return report({ ...node, original: name }, on, { code: 'template/missing', message, hints })
  }
  if (on.inside.includes(name)) {
    const hints = [said('Take one of the two out.')]
    const message = said('“{name}” puts itself in without end.', { name })
    return report({ ...node, original: name }, on, { code: 'template/syntax', message, hints })
  }
  const [handed] = node.params ?? []
  const inner = { ...on, inside: [...on.inside, name] }
  const here = handed ? resolve(handed, scope, { ...on, problems: [] }) : scope.here
  // Handlebars hands a partial no parents: `../` leads nowhere there.
  walk(program, { here, parents: [], named: new Map(), isInEach: scope.isInEach }, inner)
}

function mustache(node: Node, scope: Scope, on: Walk): void {
  if (node.escaped === false)
    report(node, on, {
      code: 'template/syntax',
      message: said('Unescaped output {{{ }}} is not allowed.'),
      hints: [said('Write {{ }}; for Markdown fields {{markdown …}}.')],
    })
  const name = String(node.path?.original ?? '')
  if (node.path && node.path.type !== 'PathExpression')
    return report(
      node,
      on,
      unknown(said('“{name}” is a value, not a name.', { name }), [said('Write the text itself, without {{ }}.')]),
    )
  if (on.helpers.includes(name)) {
    if (name === 't') wordsAsked(node, on)
    return inputs(node).forEach(value => {
      visit(value, scope, on)
    })
  }
  if (inputs(node).length > 0)
    return report(node, on, unknown(said('There is no helper “{name}”.', { name }), suggest(name, on.helpers)))
  if (node.path) void resolve(node.path, scope, on)
}

/** What no language has words for is the template's mistake, not that of each wording. */
function wordsAsked({ params: [key] = [] }: Node, on: Walk): void {
  if (key?.type !== 'StringLiteral' || !on.words || on.words.has(String(key.original))) return
  const message = said('No wording has “{original}”.', { original: asWritten(key) })
  const near = didYouMean(String(key.original), on.words.all())
  const hints = [
    near ??
      said('Take it out, or add “{original}” to templates/wording/ in each language.', { original: asWritten(key) }),
  ]
  report(key, on, { code: 'template/missing-wording', message, hints })
}

/** Lists in lists multiply: a few lines could make more text than any memory holds. */
const deepest = 6
const tooDeep = {
  code: 'template/syntax',
  message: said('{{#each}} and {{#with}} stand more than {deepest} deep inside each other.', { deepest }),
  hints: [said('Take some of them out.')],
} as const

function block(node: Node, scope: Scope, on: Walk): void {
  const name = String(node.path?.original ?? '')
  const [subject] = node.params ?? []
  if (name === 'each' || name === 'with') {
    const shape = subject && resolve(subject, scope, on)
    const here = name === 'each' ? itemOf(shape) : shape
    if (name === 'each' && shape && subject && !here)
      report(
        subject,
        on,
        unknown(said('“{name}” is not a list.', { name: asWritten(subject) }), [said('Use {{#if}} or {{#with}}.')]),
      )
    if (scope.parents.length >= deepest) return report(node, on, tooDeep)
    const [parameter, index] = node.program?.blockParams ?? []
    const named = new Map(scope.named)
    if (parameter) named.set(parameter, here)
    if (index) named.set(index, {})
    const isInEach = scope.isInEach || name === 'each'
    walk(node.program, { here, parents: [scope.here, ...scope.parents], named, isInEach }, on)
  } else if (name === 'if' || name === 'unless' || on.helpers.includes(name)) {
    for (const value of inputs(node)) visit(value, scope, on)
    walk(node.program, scope, on)
  } else
    report(
      node,
      on,
      unknown(
        said('There is no block “{name}”.', { name }),
        suggest(name, ['if', 'unless', 'each', 'with', ...on.helpers]),
      ),
    )
  walk(node.inverse, scope, on)
}

const inputs = (node: Node): readonly Node[] => [
  ...(node.params ?? []),
  ...(node.hash?.pairs.map(pair => pair.value) ?? []),
]

/** The shape that a path leads to; reports it where it leads nowhere. */
function resolve(node: Node, scope: Scope, on: Walk): Shape | undefined {
  if (node.type === 'SubExpression') visit(node, scope, on)
  if (node.type !== 'PathExpression') return undefined
  const [first = ''] = node.parts ?? []
  if (node.data && first !== 'root') {
    loopName(node, scope, on)
    return undefined
  }
  const depth = node.depth ?? 0
  if (depth > scope.parents.length) {
    const message = said('“{name}” leads out of what is seen here.', { name: asWritten(node) })
    report(node, on, unknown(message, [said('Take one ../ off, or write @root.')]))
    return undefined
  }
  const isNamed = !node.data && depth === 0 && scope.named.has(first)
  const start = node.data ? on.root : isNamed ? scope.named.get(first) : [scope.here, ...scope.parents][depth]
  return follow(node, start, { parts: (node.parts ?? []).slice(node.data || isNamed ? 1 : 0), on })
}

function follow(
  node: Node,
  start: Shape | undefined,
  { parts, on }: { readonly parts: readonly string[]; readonly on: Walk },
) {
  let shape = start
  for (const part of parts) {
    if (shape === undefined) return undefined
    const next = property(shape, part)
    if (!next) {
      const message = said('“{name}” is not a name this template can use.', { name: asWritten(node) })
      report(node, on, unknown(message, suggest(part, Object.keys(properties(shape)))))
      return undefined
    }
    shape = next
  }
  return shape
}

/** `@index` and its like stand inside a list only. */
function loopName(node: Node, scope: Scope, on: Walk): void {
  const known = ['index', 'key', 'first', 'last']
  const [name = '', ...rest] = node.parts ?? []
  if (scope.isInEach && known.includes(name) && rest.length === 0) return
  const hints = scope.isInEach ? suggest(name, known) : [said('It is known inside {{#each}} only.')]
  report(node, on, unknown(said('“{name}” is not a name this template can use.', { name: asWritten(node) }), hints))
}

const properties = (shape: Shape): { readonly [name: string]: Shape } =>
  (shape['properties'] ?? {}) as { [name: string]: Shape }

function property(shape: Shape, name: string): Shape | undefined {
  if (shape['type'] === 'array') return name === 'length' ? {} : undefined
  const own = Object.hasOwn(properties(shape), name) ? properties(shape)[name] : undefined
  return own ?? Object.values((shape['patternProperties'] ?? {}) as { [pattern: string]: Shape })[0]
}

/** Of a list, or of a map whose keys are not fixed. */
const itemOf = (shape: Shape | undefined): Shape | undefined =>
  (shape?.['items'] as Shape | undefined) ??
  Object.values((shape?.['patternProperties'] ?? {}) as { [pattern: string]: Shape })[0]

function report(node: Node, on: Walk, problem: Pick<NameProblem, 'code' | 'message' | 'hints'>): void {
  const { line, column } = node.path?.loc.start ?? node.loc.start
  on.problems.push({
    ...problem,
    line,
    column,
    length: String(node.path?.original ?? node.original ?? '').length || 1,
    ...(on.inside.length > 0 && { partial: on.inside.at(-1) ?? '' }),
  })
}

const asWritten = ({ original }: Node): string => String(original)

const unknown = (message: Said, hints: readonly Said[]) => ({ code: 'template/unknown-name', message, hints }) as const

function suggest(wrong: string, names: readonly string[]): readonly Said[] {
  const near = didYouMean(wrong, names)
  if (near !== undefined) return [near]
  return names.length > 0 ? [said('It can use: {names}.', { names: names.toSorted().join(', ') })] : []
}
