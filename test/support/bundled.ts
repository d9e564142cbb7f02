/** Once a run, whichever projects are in it: the command as it is packed, for all tests that run it. */
import { bundle } from '../../scripts/bundle.ts'
import { bundled } from './program.ts'

export default async function setup(): Promise<void> {
  if (process.env['KHABAR_BUNDLED'] === bundled) return
  await bundle(bundled)
  process.env['KHABAR_BUNDLED'] = bundled
}
