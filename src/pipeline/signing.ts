/**
 * What of a build is signed: each printed artifact that `build --release` would make at that moment. A draft, or what is under
 * embargo, is nobody's word yet; and only a PDF has a place for a signature that its readers show.
 */
import type { Dataset } from '../model/dataset.ts'
import type { Signer } from '../model/signer.ts'
import { formatOf } from '../render/formats.ts'
import type { Job } from './jobs.ts'
import { isPublic } from './select.ts'

/** Of each job the certificate, if it is signed. */
export const signerOf =
  (signer: Signer | undefined, dataset: Dataset | undefined, asOf: string) =>
  ({ work, format }: Pick<Job, 'work' | 'format'>): string | undefined =>
    signer && dataset && formatOf(format).isPrinted && isPublic(work, asOf, dataset) ? signer.certificate : undefined

/** It holds what it claims with its signature, too. */
export async function signed(pdf: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const { signPdf } = await import('../render/finish/sign-pdf.ts')
  const { holdClaims } = await import('../render/hold-claims.ts')
  return holdClaims(await signPdf(pdf, signer))
}
