/** What every answer of the preview says about itself: kept nowhere, read by its own pages alone, obeyed as little as can be. */

import { basename } from 'node:path/posix'
import { formats } from '../render/formats.ts'
import type { Shown } from './state.ts'

type Headers = { readonly [name: string]: string }

export const safeHeaders: Headers = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': policy({ 'frame-ancestors': "'none'" }),
}

/** Pages of the preview: their own style and script, and a release in a frame. */
export const pageHeaders: Headers = {
  ...safeHeaders,
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': policy({
    'style-src': "'self'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'frame-src': "'self'",
    'img-src': 'data:',
    'frame-ancestors': "'none'",
  }),
}

/** An artifact runs nothing and asks for nothing, whatever a record holds; only the preview may frame it. */
export function artifactHeaders({ path, format = '' }: Pick<Shown, 'path' | 'format'>): Headers {
  const row = formats[format]
  return {
    ...safeHeaders,
    'Content-Type': row?.mediaType ?? 'application/octet-stream',
    'Content-Disposition': `${row?.shown === 'kept' ? 'attachment' : 'inline'}; filename="${basename(path)}"`,
    'Content-Security-Policy': policy({
      'style-src': "'unsafe-inline'",
      'img-src': 'data:',
      'object-src': "'self'",
      'frame-ancestors': "'self'",
    }),
  }
}

const mediaTypes: { readonly [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
}

/** Its page runs nothing here: the search, which its script does, is not shown. */
export const indexHeaders = (path: string): Headers => ({
  ...artifactHeaders({ path }),
  'Content-Type': mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
})

function policy(allowed: Headers): string {
  const all = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", ...allowed }
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
