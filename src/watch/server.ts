/**
 * The preview's server: on this machine alone, for its own pages alone, reading alone.
 *
 *   /                     what there is                /problems             what is wrong
 *   /preview/<stem>       a release below a bar        /files/<artifact>     an artifact as it was built
 *   /preview/index        the index below a bar        /files/index.html     the index as it would be made now
 *   /events               server-sent events           /style.css /live.js   the pages' own
 *
 * No path of the disk is ever made from an address: an artifact is served if its path is one of those known.
 */

import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { EnvironmentFault, reasonOf } from '../model/fault.ts'
import { said } from '../model/said.ts'
import type { OutputFolder } from '../pipeline/workspace.ts'
import { refusalOf } from './admit.ts'
import { artifactHeaders, indexHeaders, pageHeaders, safeHeaders } from './headers.ts'
import { liveEvents } from './live-events.ts'
import type { Markup, Telling } from './pages/markup.ts'
import { overviewPage } from './pages/overview-page.ts'
import { previewPage } from './pages/preview-page.ts'
import { gonePage, problemsPage } from './pages/problems-page.ts'
import { indexPage } from './pages/published-page.ts'
import { style } from './pages/style.ts'
import type { IndexShown, WatchState } from './state.ts'
import { titlesIn } from './titles.ts'

export interface PreviewServer {
  readonly port: number
  /** Every open page hears of the state. */
  tell(): void
  close(): Promise<void>
}

export interface PreviewSource {
  readonly output: OutputFolder
  readonly state: () => WatchState
  /** Made when somebody looks at it. */
  readonly index: () => Promise<IndexShown>
  readonly telling: Telling
}

interface Answer {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: string | Uint8Array
}

/** @param wanted a port, which must be free; without one, the first free one from 4321. */
export async function openPreview(source: PreviewSource, wanted: number | undefined): Promise<PreviewServer> {
  const events = liveEvents(source.state)
  const answer = answering(source)
  const server = createServer((request, response) => {
    const refusal = refusalOf(asked(request), portOf(server))
    if (refusal) return send(request, response, plain(refusal.status, refusal.reason))
    if (request.method === 'GET' && request.url === '/events') {
      response.writeHead(200, { ...safeHeaders, 'Content-Type': 'text/event-stream' })
      return events.add(response)
    }
    // Put together, not resolved: resolved, `/\\` would be the name of another machine, and none at that.
    answer(new URL(`http://127.0.0.1${request.url}`)).then(
      found => send(request, response, found),
      (thrown: unknown) => send(request, response, plain(500, source.telling.tell(reasonOf(thrown)))),
    )
  })
  await listen(server, wanted)
  return {
    port: portOf(server),
    tell: () => events.tell(),
    close: () =>
      new Promise(resolve => {
        events.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const asked = ({ method = '', url = '', headers }: IncomingMessage) => ({ method, target: url, headers })

/** Beside the source as beside what is compiled of it. */
const script = readFileSync(new URL('pages/live.js', import.meta.url), 'utf8')

function answering({ output, state, index, telling }: PreviewSource): (address: URL) => Promise<Answer> {
  const titleOf = titlesIn(output)
  const html = (status: number, shown: Markup): Answer => ({
    status,
    headers: pageHeaders,
    body: shown.written(telling),
  })
  const missing = (): Answer => html(404, gonePage(state()))
  const fileAt = async (path: string): Promise<Answer> => {
    const artifact = state().artifacts.get(path)
    const bytes = artifact && (await output.read(path))
    if (bytes) return { status: 200, headers: artifactHeaders(artifact), body: bytes }
    const text = isOfIndex.test(path) ? await textOfIndex(path) : undefined
    return text === undefined ? missing() : { status: 200, headers: indexHeaders(path), body: text }
  }
  const textOfIndex = async (path: string): Promise<string | undefined> => {
    const shown = await index()
    return 'texts' in shown ? shown.texts.get(path) : undefined
  }
  return async ({ pathname, searchParams }) => {
    const path = decoded(pathname)
    if (path === undefined) return plain(400, 'This is no address of the preview.')
    if (path === '/') {
      const choice = { year: searchParams.get('year'), language: searchParams.get('lang') }
      return html(200, await overviewPage(state(), choice, titleOf))
    }
    if (path === '/problems') return html(200, problemsPage(state()))
    if (path === '/style.css') return plain(200, style, 'text/css')
    if (path === '/live.js') return plain(200, script, 'text/javascript')
    if (path.startsWith('/files/')) return fileAt(path.slice('/files/'.length))
    if (!path.startsWith('/preview/')) return missing()
    const stem = path.slice('/preview/'.length)
    const shown = isOfIndex.test(stem)
      ? indexPage(state(), await index(), stem)
      : await previewPage(state(), stem, titleOf)
    return shown === undefined ? missing() : html(200, shown)
  }
}

/** Every other path is one of an artifact: for these alone the index is made. */
const isOfIndex = /^(?:index|feed|sitemap)(?=\.|$)/

function plain(status: number, body: string, type = 'text/plain'): Answer {
  return { status, headers: { ...safeHeaders, 'Content-Type': `${type}; charset=utf-8` }, body }
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
  response.end(method === 'HEAD' ? undefined : body)
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

const firstPort = 4321
const portsTried = 100

async function listen(server: Server, wanted: number | undefined): Promise<void> {
  const last = wanted ?? firstPort + portsTried - 1
  for (let port = wanted ?? firstPort; port <= last; port += 1) if (await isMine(server, port)) return
  if (wanted === undefined)
    throw new EnvironmentFault(
      said('No port from {firstPort} to {last} is free.', { firstPort, last }),
      said('Name one: --port N.'),
    )
  const hint = said(
    'Leave --port out, and the next free one is taken; or end what listens there, perhaps another khabar watch.',
  )
  throw new EnvironmentFault(said('Port {wanted} is taken.', { wanted }), hint)
}

function isMine(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else if (error.code === 'EACCES')
        reject(new EnvironmentFault(said('Port {port} is not open to you.', { port }), said('Take one above 1023.')))
      else reject(error)
    }
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', failed)
      resolve(true)
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
