/** A line that begins in another column than it must, alone or with the lines below it; and tabs, which are no column at all. */
import { counted, type Said, said } from '../../model/said.ts'
import { above, columnOf, isBlank, isComment, type Line, type Lines, partsOf } from './lines.ts'
import { isName } from './names.ts'
import type { Edit, Slip } from './slip.ts'

export function indents(lines: Lines, index: number): readonly Slip[] {
  const line = lines[index]
  if (!line || isBlank(line)) return []
  if (/^ *\t/.test(line.text)) return columnsFor(lines, index, true).flatMap(column => tabbed(line, column))
  if (line.header !== undefined || isComment(line)) return []
  if (isWords(line) && line.below !== undefined) return wordsOf(lines, index, line.below)
  return columnsFor(lines, index)
    .filter(column => column !== line.indent)
    .flatMap(column => [alone, withThoseBelow].flatMap(run => moved(lines, run(lines, index), column)))
}

/** Columns in which something began above, and one deeper than the line above: the nearest to where it stands first. */
export function columnsFor(lines: Lines, index: number, isMaybeWords = false): readonly number[] {
  const line = lines[index]
  const before = above(lines, index)
  if (!line || !before) return []
  const open: number[] = []
  for (const { text, indent, header } of lines.slice(0, index).toReversed()) {
    if (text.trim() === '' || header !== undefined || indent > (open.at(-1) ?? Number.POSITIVE_INFINITY)) continue
    open.push(...new Set([columnOf(text), indent]))
  }
  // A field that is moved into the words of a text is told no more, and lost; no language belongs to another.
  const under =
    isLanguage(line) && isLanguage(before)
      ? []
      : before.header === undefined
        ? [columnOf(before.text) + 2]
        : isMaybeWords
          ? [before.indent]
          : []
  return [...new Set([...under, ...open])].toSorted((a, b) => Math.abs(a - line.indent) - Math.abs(b - line.indent))
}

type Run = readonly Line[]

const alone = (lines: Lines, index: number): Run => lines.slice(index, index + 1)

/** And what is inside it, and the fields beside it that have nothing else above them. */
function withThoseBelow(lines: Lines, index: number): Run {
  const first = lines[index]
  const rest = lines.slice(index + 1)
  const end = rest.findIndex(each => !isBlank(each) && each.indent <= (first?.indent ?? 0))
  const siblings = rest.findIndex(each => !isBlank(each) && !isLanguage(each) && each.indent <= (first?.indent ?? 0))
  const isAll = first !== undefined && isLanguage(first)
  const length = isAll ? siblings : end
  return lines.slice(index, length < 0 ? undefined : index + 1 + length)
}

const isLanguage = ({ text }: Line): boolean => /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/.test(partsOf(text).name ?? '')

function moved(lines: Lines, run: Run, column: number): readonly Slip[] {
  const [first] = run
  if (!first || (run.length === 1 && !/:(?:\s|$)|^\s*- /.test(first.text) && column === 0)) return []
  const by = column - first.indent
  const edit = editOf(run, each => (by < 0 ? each.text.slice(Math.min(-by, each.indent)) : ' '.repeat(by) + each.text))
  const under = parentAt(lines, first, column)
  const more = run.filter(each => !isBlank(each)).length - 1
  const along =
    more > 0 ? counted(more, ', and move the line below it along', ', and move the {n} lines below it along') : ''
  const hint =
    under === undefined
      ? said('Begin it in the first column{along}.', { along })
      : said('Begin it with {column} spaces{along}: it belongs to “{under}”.', { column, along, under })
  return [{ code: 'yaml/syntax', at: placeOf(first), message: notIndented(first), hints: [hint], edit }]
}

/** The field that has what begins in the column. */
function parentAt(lines: Lines, { start }: Line, column: number): string | undefined {
  const over = lines.findLast(each => each.start < start && !isBlank(each) && columnOf(each.text) < column)
  return over && (partsOf(over.text).name ?? over.text.trim())
}

const notIndented = ({ text }: Line): Said =>
  /^\s*- /.test(text)
    ? said('This entry of a list does not begin in the column of the others.')
    : said('“{name}” is not indented as it must be.', { name: partsOf(text).name ?? text.trim().slice(0, 40) })

function placeOf({ start, text }: Line): readonly [number, number] {
  const at = start + text.length - text.trimStart().length
  return [at, at + (partsOf(text).name?.length ?? text.trim().length)]
}

function editOf(run: Run, put: (line: Line) => string): Edit {
  const [first] = run
  const last = run.at(-1)
  const end = last ? last.start + last.text.length : 0
  return { start: first?.start ?? 0, end, put: run.map(each => (isBlank(each) ? each.text : put(each))).join('\n') }
}

/** Neither a field nor an entry, whatever colon is in it. */
function isWords({ text }: Line): boolean {
  if (/^\s*(?:- |-$|#|---|\.\.\.|[}\]])/.test(text)) return false
  const { name } = partsOf(text)
  return name === undefined || !(isName(name) || /^[A-Za-z_][\w-]*$/.test(name))
}

/** Words that were to stand under `|` or `>`, up to the next field. */
function wordsOf(lines: Lines, index: number, header: number): readonly Slip[] {
  const [first, sign] = [lines[index], lines[header]]
  if (!first || !sign) return []
  const inside = lines.slice(header + 1, index).find(each => !isBlank(each))
  const column = inside?.indent ?? columnOf(sign.text) + 2
  const rest = lines.slice(index)
  const end = rest.findIndex(each => !isBlank(each) && !isWords(each))
  const run = rest.slice(0, end < 0 ? undefined : end)
  const lastWords = run.findLastIndex(each => !isBlank(each))
  const own = run.slice(0, lastWords + 1)
  const edit = editOf(own, each => ' '.repeat(column) + each.text.trimStart())
  const name = partsOf(sign.text).name ?? 'it'
  const more = own.filter(each => !isBlank(each)).length - 1
  const what = more > 0 ? counted(more, 'it and the line below it', 'it and the {n} lines below it') : said('it')
  const message = said('This line is not indented as the text to which it belongs, and is no field.')
  const hint = said('Begin {what} with {column} spaces: the text of “{name}” stands deeper than its field.', {
    what,
    column,
    name,
  })
  const at = [first.start + first.indent, first.start + first.text.trimEnd().length] as const
  return [{ code: 'yaml/syntax', at, message, hints: [hint], edit }]
}

function tabbed(line: Line, column: number): readonly Slip[] {
  const tab = line.start + line.text.indexOf('\t')
  const end = line.start + line.text.length - line.text.trimStart().length
  const what = partsOf(line.text).name ?? line.text.trim().slice(0, 40)
  const hint = said('Put {column} spaces before “{what}” in its place: most editors can convert tabs.', {
    column,
    what,
  })
  const edit = { start: line.start, end, put: ' '.repeat(column) }
  return [
    {
      code: 'yaml/tab',
      at: [tab, tab + 1],
      message: said('A tab stands where YAML wants spaces.'),
      hints: [hint],
      edit,
    },
  ]
}
