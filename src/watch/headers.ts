/** What every answer of the preview says about itself: kept nowhere, read by its own pages alone, obeyed as little as can be. */

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

const types: Headers = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** An artifact runs nothing and asks for nothing, whatever a record holds; only the preview may frame it. */
export function artifactHeaders(path: string): Headers {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const name = path.slice(path.lastIndexOf('/') + 1)
  return {
    ...safeHeaders,
    'Content-Type': types[ending] ?? 'application/octet-stream',
    'Content-Disposition': `${ending === 'xlsx' ? 'attachment' : 'inline'}; filename="${name}"`,
    'Content-Security-Policy': policy({
      'style-src': "'unsafe-inline'",
      'img-src': 'data:',
      'object-src': "'self'",
      'frame-ancestors': "'self'",
    }),
  }
}

function policy(allowed: Headers): string {
  const all = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", ...allowed }
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
