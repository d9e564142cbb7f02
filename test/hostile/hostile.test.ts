/**
 * The hostile set. Each row is told, or built and does nothing: no row reaches the server, the socket, or a file outside
 * the workspace. That the traps work is shown by what is not defended.
 */
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { launch } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printHuman } from '../../src/diagnostics/human.ts'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import type { BuildReport } from '../../src/pipeline/request.ts'
import { findBrowser } from '../../src/render/browser/find-browser.ts'
import { pause } from '../../src/render/browser/time-limit.ts'
import { createRenderer, type DiagnosableRenderer } from '../../src/render/renderer.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { judge } from '../support/judges.ts'
import { fileVectors } from './file-vectors.ts'
import { plant, type Traps, type Vector } from './plant.ts'
import { templateVectors } from './template-vectors.ts'
import { textVectors } from './text-vectors.ts'

const templates = join(import.meta.dirname, '../../templates')
const secret = 'CANARY-7f3a'
const reached: string[] = []
let server: Server
let socket: Socket
let traps: Traps
let renderer: DiagnosableRenderer
/** Where nothing is hostile, built: each vector goes on from it, so that what it does not touch is not made once more. */
let sound = ''
const made: string[] = []
const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-hostile-'))
  made.push(folder)
  return folder
}

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached')
  })
  socket = createSocket('udp4').on('message', () => reached.push('udp'))
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  await new Promise<void>(resolve => {
    socket.bind(0, '127.0.0.1', resolve)
  })
  const outside = freshFolder()
  mkdirSync(join(outside, 'data'))
  for (const name of ['canary.html', 'canary.yaml', 'data/society.yaml'])
    writeFileSync(join(outside, name), `name: ${secret}\n`)
  writeFileSync(
    join(outside, 'canary.jpg'),
    readFileSync(join(templates, '../data/media/2022/2022-08-15-group-photo-placeholder.jpg')),
  )
  traps = {
    web: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    canary: pathToFileURL(join(outside, 'canary.html')).href,
    outside,
  }
  renderer = createRenderer({ version: '0', sandbox: 'auto', tabs: 2, environment: process.env })
  sound = freshFolder()
  await layOutCase('_base', sound)
  expect(await run(sound)).toMatchObject({ outcome: 'done' })
})
afterAll(async () => {
  await renderer.close()
  server.close()
  socket.close()
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

function run(root: string): Promise<BuildReport> {
  return build(
    {
      workspace: openWorkspace(root, templates),
      output: openOutput(join(root, 'output')),
      renderer,
      memo: openMemo(join(root, '.khabar'), 'this code'),
    },
    {
      selection: { paths: [], languages: ['ru'] },
      asOf: '2022-12-31T00:00:00Z',
      force: false,
      dryRun: false,
      strict: false,
      jobs: 2,
      onProgress: () => {},
    },
  )
}

function workspaceOf(vector: Vector): string {
  const root = freshFolder()
  cpSync(sound, root, { recursive: true })
  plant(vector, root, traps)
  return root
}

/** All that anybody could read in what was made. */
function published(root: string, pdftotext: string): string {
  const folder = join(root, 'output')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return entries.map(entry => readable(join(entry.parentPath, entry.name), pdftotext)).join('\n')
}

/** By the digest of what was read: most files are those of the sound workspace. */
const alreadyRead = new Map<string, string>()

function readable(path: string, pdftotext: string): string {
  const bytes = readFileSync(path)
  const key = hash('sha256', bytes)
  const text = alreadyRead.get(key) ?? readAnew(path, bytes, pdftotext)
  alreadyRead.set(key, text)
  return text
}

function readAnew(path: string, bytes: Buffer, pdftotext: string): string {
  if (path.endsWith('.pdf')) return execFileSync(pdftotext, [path, '-'], { encoding: 'utf8' })
  if (!path.endsWith('.xlsx')) return bytes.toString('utf8')
  return Object.values(unzipSync(bytes))
    .map(part => Buffer.from(part).toString('utf8'))
    .join('\n')
}

const passwords = readFileSync('/etc/passwd', 'utf8').split('\n')[0] ?? ''
const vectors = [...textVectors, ...fileVectors, ...templateVectors]

test('there are enough of them, each with a name of its own', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(60)
  expect(new Set(vectors.map(each => each.name)).size).toBe(vectors.length)
})

test.for(vectors)('$name', async (vector, ctx) => {
  const root = workspaceOf(vector)
  const outcome = await run(root).catch((thrown: unknown) => thrown)
  await pause(5)
  expect(reached).toEqual([])
  if (vector.fails) {
    expect(outcome).toBeInstanceOf(EnvironmentFault)
    expect(String(outcome)).toMatch(vector.fails)
    return
  }
  if (outcome instanceof Error) throw outcome
  const { diagnostics } = outcome as BuildReport
  const told = printHuman(diagnostics, { color: false })
  expect(told).not.toContain(secret)
  expect(told).not.toContain(passwords)
  // oxlint-disable-next-line eslint/no-control-regex -- what a terminal would obey
  expect(told).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  if (vector.told) {
    const found = diagnostics.filter(each => each.code === vector.told)
    expect(diagnostics.map(each => each.code)).toContain(vector.told)
    for (const { span } of found) expect(span?.end ?? 0).toBeLessThanOrEqual(span?.file.text.length ?? 0)
  } else expect(diagnostics.filter(each => each.severity === 'error' && each.code !== 'render/failed')).toEqual([])
  if ((outcome as BuildReport).outcome === 'refused') return
  const all = published(root, judge('pdftotext', ctx))
  expect(all).not.toContain(secret)
  expect(all).not.toContain(passwords)
  expect(all).not.toMatch(/<f>[^<]*(?:HYPERLINK|WEBSERVICE|cmd)/)
  if (vector.says) expect(all.split('\n').filter(line => line.includes(vector.says ?? '')).length).toBeGreaterThan(0)
})

test('the traps work: what is not defended falls into them', async () => {
  await fetch(`${traps.web}/own`)
  await new Promise<void>(resolve => {
    socket.send('x', socket.address().port, '127.0.0.1', () => resolve())
  })
  const { path, env } = await findBrowser({ environment: process.env })
  const naked = await launch({
    executablePath: path,
    env: { ...env },
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox'],
  })
  const tab = await naked.newPage()
  const text = textVectors.find(each => each.name === 'text: a script')?.adds ?? {}
  await tab.goto(traps.canary)
  const canary = await tab.content()
  await tab.setContent(
    `${JSON.parse(/"(?:[^"\\]|\\.)*"/.exec(Object.values(text)[0] ?? '')?.[0] ?? '""')}`.replaceAll('$WEB', traps.web),
  )
  await pause(500)
  await naked.close()
  expect(canary).toContain(secret)
  expect(reached.splice(0)).toEqual(expect.arrayContaining(['/own', 'udp', '/script', '/fetch']))
})
