/** The page's colours are sRGB: ISO 19005-3, 6.2.3 and 6.2.4.3. */
import type { Pdf } from './open-pdf.ts'
import { deflated } from './packed-stream.ts'
import { name, textString } from './pdf-objects.ts'
import { srgbProfile } from './srgb-profile.ts'

const condition = 'sRGB IEC61966-2.1'

let packed: Uint8Array | undefined

export function writeOutputIntent(pdf: Pdf): void {
  // A constant, read on first need.
  packed ??= deflated(srgbProfile())
  const { context } = pdf
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: textString(condition),
    Info: textString(condition),
    RegistryName: textString('http://www.color.org'),
    DestOutputProfile: context.register(context.stream(packed, { N: 3, Filter: 'FlateDecode' })),
  })
  pdf.catalog.set(name('OutputIntents'), context.obj([context.register(intent)]))
}
