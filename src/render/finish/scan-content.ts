/**
 * A PAGE'S CONTENT STREAM, READ ONCE: what is painted where, under which number.
 *
 * Skia writes few operators and no nested numbers. What it has never been seen to write stops the document.
 */
import { eachOperation } from './content-operations.ts'
import { times } from './geometry.ts'
import type { PageContent } from './page-content.ts'
import { unexpected } from './pdf-objects.ts'
import { markOperators } from './scan-marks.ts'
import { pathOperators } from './scan-paths.ts'
import { type Handler, matrixOf, type PageToScan, startScan } from './scan-state.ts'
import { textOperators } from './scan-text.ts'

export function scanContent(page: PageToScan): PageContent {
  const scan = startScan(page)
  eachOperation(page.content, operation => {
    const handle = operators.get(operation.operator)
    if (!handle) throw unexpected(`a page uses the operator ${operation.operator}`)
    handle(scan, operation)
  })
  if (scan.marks.length > 0 || scan.saved.length > 0 || scan.text) throw unexpected('a page ends within a mark')
  return scan
}

const save: Handler = scan => {
  scan.saved.push({ ctm: scan.ctm, clip: scan.clip })
  scan.group += 1
}

const restore: Handler = scan => {
  const saved = scan.saved.pop()
  if (!saved) throw unexpected('a page restores what it never saved')
  scan.ctm = saved.ctm
  scan.clip = saved.clip
  scan.group += 1
}

const concatenate: Handler = (scan, operation) => {
  scan.ctm = times(matrixOf(operation), scan.ctm)
}

const passive = ['w', 'J', 'j', 'M', 'd', 'ri', 'i', 'gs', 'CS', 'cs', 'SC', 'SCN', 'sc', 'scn', 'G', 'g', 'RG', 'rg']
const passiveInText = ['Tc', 'Tw', 'Tz', 'TL', 'Tr', 'Ts']

/** ISO 32000-1, table 51, without what our pages never need: CMYK, inline images, compatibility sections. */
const operators = new Map<string, Handler>([
  ...[...passive, ...passiveInText].map((operator): [string, Handler] => [operator, () => undefined]),
  ['q', save],
  ['Q', restore],
  ['cm', concatenate],
  ...pathOperators,
  ...textOperators,
  ...markOperators,
])
