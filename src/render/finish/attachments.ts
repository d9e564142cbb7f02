/**
 * The files that a document was made from go with it: ISO 19005-3, 6.8 (Filespec with F, UF and AFRelationship, a MIME
 * type, /AF in the catalog); ISO 14289-1, 7.11 (Matterhorn 21-001).
 */

import { createHash } from 'node:crypto'
import { RenderFailure } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { DocumentDate } from './dates.ts'
import type { Attachment } from './facts.ts'
import type { Pdf } from './open-pdf.ts'
import { deflated } from './packed-stream.ts'
import { name, PDFHexString, type PDFRef, PDFString, textString } from './pdf-objects.ts'

export function attach(pdf: Pdf, attachments: readonly Attachment[], date: DocumentDate): void {
  if (attachments.length === 0) return
  const { context, catalog } = pdf
  const sorted = attachments.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  if (new Set(sorted.map(each => each.name)).size < sorted.length)
    throw new RenderFailure(said('Two attachments share a name.'))
  const files = sorted.map(each => ({ key: PDFString.of(each.name), ref: context.register(fileOf(pdf, each, date)) }))
  const names = context.obj(files.flatMap(({ key, ref }) => [key, ref]))
  catalog.set(name('Names'), context.obj({ EmbeddedFiles: { Names: names } }))
  catalog.set(name('AF'), context.obj(files.map(({ ref }) => ref)))
}

function fileOf({ context }: Pdf, attachment: Attachment, date: DocumentDate) {
  if (!/^[\w.-]+$/.test(attachment.name))
    throw new RenderFailure(said('“{name}” is no name for an attachment.', { name: attachment.name }))
  const file: PDFRef = context.register(
    context.stream(deflated(attachment.bytes), {
      Type: 'EmbeddedFile',
      Subtype: attachment.mime,
      Filter: 'FlateDecode',
      Params: {
        Size: attachment.bytes.length,
        CreationDate: PDFString.of(date.pdf),
        ModDate: PDFString.of(date.pdf),
        CheckSum: PDFHexString.of(createHash('md5').update(attachment.bytes).digest('hex')),
      },
    }),
  )
  return context.obj({
    Type: 'Filespec',
    F: PDFString.of(attachment.name),
    UF: textString(attachment.name),
    Desc: textString(attachment.description),
    AFRelationship: attachment.relationship,
    EF: { F: file, UF: file },
  })
}
