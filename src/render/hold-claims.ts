/** A PDF is handed on only if it holds what it claims: PDF/UA-1 and PDF/A-3a, by a judge that shares no code with the finisher. */
import type { Finding } from '../conform/finding.ts'
import { timed } from '../disk/spans.ts'
import { RenderFailure, reasonOf } from '../model/fault.ts'
import { said, type Value } from '../model/said.ts'

export async function holdClaims(pdf: Uint8Array, path?: string): Promise<Uint8Array> {
  const [first, ...others] = await timed('finish', path, () => findingsIn(pdf))
  if (!first) return pdf
  const more = others.length > 0 ? said(' and {count} more', { count: others.length }) : ''
  throw new RenderFailure(
    said('It would break a rule of the standards that it names: {clause} ({where}: {message}{more}).', {
      ...first,
      more,
    }),
    [
      said(
        'Change the text or the template that makes it, and tell the makers of Khabar: it should have been told before.',
      ),
    ],
  )
}

interface Told extends Pick<Finding, 'clause' | 'where'> {
  readonly message: Value
}

/** What cannot be read holds nothing. */
async function findingsIn(pdf: Uint8Array): Promise<readonly Told[]> {
  const { brokenClauses } = await import('../conform/check-pdf.ts')
  try {
    return brokenClauses(pdf)
  } catch (thrown) {
    return [{ clause: 'ISO 32000-1', where: 'file', message: reasonOf(thrown) }]
  }
}
