/**
 * Our own sRGB profile, which every PDF carries: ICC.1:2001-04 (version 2), matrix and curve, for a display. It is in the
 * public domain, as its own words say.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../disk/package-folder.ts'

export const srgbProfile = (): Uint8Array => readFileSync(join(packageFolder, 'templates/srgb.icc'))
