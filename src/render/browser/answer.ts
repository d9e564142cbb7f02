/**
 * What a tab is handed when its page asks. Not by Puppeteer's own answers: those make base64 of two megabytes of fonts anew
 * for each tab, which took longer than to print a release.
 */
import type { CDPSession } from 'puppeteer-core'
import type { Asset } from '../../model/render-job.ts'

export interface Answer {
  readonly bytes: Uint8Array
  readonly headers: { readonly [name: string]: string }
}

const policy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
].join('; ')

/** Into which each document is written. */
export const emptyPage: Answer = {
  bytes: Buffer.from('<!doctype html>'),
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
}

/** The policy's sandbox gives the page an origin of its own, to which even its own fonts are foreign. */
export const answerOf = ({ type, bytes }: Asset): Answer => ({
  bytes,
  headers: { 'content-type': type, 'access-control-allow-origin': '*' },
})

/** @param requestId of a request that `Fetch.enable` holds back */
export function handOver(session: CDPSession, requestId: string, { bytes, headers }: Answer): Promise<void> {
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: inBase64(bytes),
  })
}

/** Fonts are the same in each tab. */
const known = new WeakMap<Uint8Array, string>()

function inBase64(bytes: Uint8Array): string {
  const text = known.get(bytes) ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  known.set(bytes, text)
  return text
}
