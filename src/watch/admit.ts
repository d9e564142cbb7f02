/**
 * Who may ask the preview. It listens on this machine alone, but every page in the person's browser can reach it there:
 * by another name for the machine (Host), or from another site (Origin, Sec-Fetch-Site). Only its own pages may.
 */

export interface Asked {
  readonly method: string
  /** As it stands in the request line. */
  readonly target: string
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined }
}

export interface Refusal {
  readonly status: 400 | 403 | 405
  readonly reason: string
}

export function refusalOf({ method, target, headers }: Asked, port: number): Refusal | undefined {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].flatMap(name => [`${name}:${port}`, ...(port === 80 ? [name] : [])])
  const { host, origin } = headers
  if (typeof host !== 'string' || !hosts.includes(host.toLowerCase()))
    return { status: 403, reason: 'The preview answers only as localhost.' }
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, reason: 'The preview answers only its own pages.' }
  if (isFromElsewhere(headers)) return { status: 403, reason: 'The preview answers only its own pages.' }
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'The preview only shows: GET and HEAD.' }
  if (!target.startsWith('/') || target.startsWith('//') || target.length > 2000)
    return { status: 400, reason: 'This is no address of the preview.' }
  return undefined
}

/** A link that a person follows from anywhere is harmless; a script, picture or frame of another site is not. */
function isFromElsewhere(headers: Asked['headers']): boolean {
  const site = headers['sec-fetch-site']
  if (site !== 'cross-site' && site !== 'same-site') return false
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document'
}
