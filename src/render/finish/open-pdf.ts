/** BYTES -> A TAGGED PDF: parsed, and refused where it holds what no page of ours does. */

import { PDFParser } from '@cantoo/pdf-lib'
import { RenderFailure, reasonOf } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { Box } from './geometry.ts'
import {
  arrayIn,
  dictIn,
  nameIn,
  needDict,
  needNumber,
  needRef,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFNumber,
  PDFRef,
  textIn,
  unexpected,
} from './pdf-objects.ts'
import { refuseUnarchivable } from './refuse-unarchivable.ts'

export interface Pdf {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly structRoot: PDFDict
  /** What printed it. */
  readonly producer: string
  readonly pages: readonly Page[]
}

export interface Page {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly contents: PDFRef
  /** Key of the page's content in the parent tree. */
  readonly structParents: number
  readonly mediaBox: Box
}

const catalogKeys = new Set([
  'Type',
  'Pages',
  'StructTreeRoot',
  'MarkInfo',
  'Lang',
  'ViewerPreferences',
  'Outlines',
  'Dests',
  'Version',
  'PageMode',
])

export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const context = await parse(bytes)
  const catalog = context.lookup(context.trailerInfo.Root)
  const info = context.lookup(context.trailerInfo.Info)
  if (!(catalog instanceof PDFDict)) throw unexpected('it has no catalog')
  if (context.trailerInfo.Encrypt) throw unexpected('it is encrypted')
  for (const key of catalog.keys()) {
    if (!catalogKeys.has(key.decodeText())) throw unexpected(`its catalog holds ${key.toString()}`)
  }
  if (!dictIn(catalog, 'StructTreeRoot')) throw unexpected('it is not tagged', said('A page needs a line of text.'))
  refuseUnarchivable(context)
  return {
    context,
    catalog,
    structRoot: needDict(catalog, 'StructTreeRoot'),
    producer: info instanceof PDFDict ? textIn(info, 'Producer') : '',
    pages: pagesBelow(context, needRef(catalog, 'Pages')),
  }
}

async function parse(bytes: Uint8Array): Promise<PDFContext> {
  try {
    return await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true).parseDocument()
  } catch (thrown) {
    throw new RenderFailure(
      said('The printed page could not be read: {reason}.', { reason: reasonOf(thrown) }),
      [],
      thrown,
    )
  }
}

function pagesBelow(context: PDFContext, ref: PDFRef): readonly Page[] {
  const dict = context.lookup(ref)
  if (!(dict instanceof PDFDict)) throw unexpected('a page is missing')
  if (nameIn(dict, 'Type') === 'Page') return [pageOf(dict, ref)]
  const kids = arrayIn(dict, 'Kids')?.asArray() ?? []
  return kids.flatMap(kid => {
    if (kid instanceof PDFRef) return pagesBelow(context, kid)
    throw unexpected('a page is no object of its own')
  })
}

function pageOf(dict: PDFDict, ref: PDFRef): Page {
  const mediaBox = dict.context.lookup(arrayIn(dict, 'MediaBox'), PDFArray).asArray()
  const [left, bottom, right, top] = mediaBox.map(edge => (edge instanceof PDFNumber ? edge.asNumber() : Number.NaN))
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) {
    throw unexpected('a page has no size')
  }
  return {
    ref,
    dict,
    contents: needRef(dict, 'Contents'),
    structParents: needNumber(dict, 'StructParents'),
    mediaBox: { left, bottom, right, top },
  }
}
