/** Everything painted is either real content, tied to the structure tree, or an artifact; never both. */
import type { PageContent } from './content.ts'
import { type Finding, finding, type Rule, when } from './finding.ts'
import { isArtifact, type Painted, taggedMark } from './painted.ts'
import { closest } from './structure-tree.ts'
import { contentKey, pageWhere, type Subject } from './subject.ts'

export const checkArtifacts = (subject: Subject): readonly Finding[] =>
  subject.pages.flatMap(page => [
    ...nesting(page),
    ...unmarked(page, subject),
    ...decoration(page, subject),
    ...page.faults.map(fault => finding(faultRule(fault), pageWhere(page), fault)),
    ...when(!page.page.get('Resources').isThere, 'A 6.2.2-2', pageWhere(page), 'no Resources of its own'),
  ])

function faultRule(fault: string): Rule {
  if (fault.startsWith('operator')) return 'A 6.2.2-1'
  return fault.startsWith('resource') ? 'A 6.2.2-2' : 'PDF 14.6-1'
}

const nesting = (page: PageContent): readonly Finding[] =>
  page.opened.flatMap(({ mark, around }) => {
    if (mark.tag === 'Artifact')
      return when(
        !isArtifact(around) && taggedMark(around) !== undefined,
        'UA 7.1-1',
        pageWhere(page),
        'an artifact lies in tagged content',
      )
    const isWrong = mark.mcid !== undefined && isArtifact(around)
    return when(isWrong, 'UA 7.1-2', pageWhere(page), `MCID ${mark.mcid} lies in an artifact`)
  })

const describe = (painted: Painted): string => (painted.text ? 'text' : `a ${painted.kind}`)

function unmarked(page: PageContent, subject: Subject): readonly Finding[] {
  const loose = page.painted.filter(painted => !isArtifact(painted.marks) && !isOwned(painted, subject))
  const [first] = loose
  if (!first) return []
  const what = loose.length > 1 ? `${describe(first)} and ${loose.length - 1} more` : describe(first)
  return [finding('UA 7.1-3', pageWhere(page), `${what} belong neither to an element nor to an artifact`)]
}

/** Owned through its own mark, or through one around the form it is drawn in. */
const isOwned = ({ marks }: Painted, subject: Subject): boolean =>
  marks.some(({ mcid, stream }) => mcid !== undefined && subject.owners.has(contentKey(stream, mcid)))

const textual = 'P H H1 H2 H3 H4 H5 H6 LBody TH TD Caption Link Span Quote BlockQuote Em Strong'.split(' ')
const pictorial = ['Figure', 'Formula', 'Lbl', 'Form']

/** Marked content of paths alone, owned by an element of text: a border or a background. */
function decoration(page: PageContent, subject: Subject): readonly Finding[] {
  return page.opened.flatMap(({ mark, stream }) => {
    if (mark.mcid === undefined) return []
    const key = contentKey(stream, mark.mcid)
    const [owner] = subject.owners.get(key) ?? []
    const painted = subject.content.get(key) ?? []
    const isDecoration = painted.length > 0 && painted.every(each => each.kind === 'path')
    const nearest = closest(owner, [...textual, ...pictorial])
    return when(
      isDecoration && textual.includes(nearest?.standard ?? ''),
      'own decoration',
      `${pageWhere(page)}, MCID ${mark.mcid}`,
      `only paths, as content of ${nearest?.where ?? ''}`,
    )
  })
}
