/** The sample of the judge as our writer writes it, with its packed objects: what is signed, without a browser. */
import { PDFParser } from '@cantoo/pdf-lib'
import { writePdf } from '../../src/render/finish/write-pdf.ts'
import { samplePdf } from '../conform/sample-pdf.ts'

export async function finishedSample(): Promise<Uint8Array> {
  const context = await PDFParser.forBytesWithOptions(samplePdf, Number.POSITIVE_INFINITY, true).parseDocument()
  return writePdf({ context })
}
