/** The language server that editors ask of YAML, over its own protocol: a process of its own, spoken to in messages. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface LanguageServer {
  open(path: string, text: string): Promise<readonly Problem[]>
  complete(path: string, at: At): Promise<readonly Completion[]>
  hover(path: string, at: At): Promise<string>
  close(): Promise<void>
}

/** From zero, as the protocol counts. */
export interface At {
  readonly line: number
  readonly character: number
}
export interface Problem {
  readonly message: string
  readonly range: { readonly start: At }
}
export interface Completion {
  readonly label: string
  readonly documentation?: string | { readonly value: string }
  readonly insertText?: string
}

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
}

const program = join(import.meta.dirname, '../../node_modules/yaml-language-server/bin/yaml-language-server')

/** @param settings of the editor: `yaml.schemas` among them, by paths from `root` */
export async function languageServer(
  root: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<LanguageServer> {
  const child = spawn(process.execPath, [program, '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] })
  const waiting = new Map<number, (result: unknown) => void>()
  const problems = new Map<string, (found: readonly Problem[]) => void>()
  const yaml = Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (key.startsWith('yaml.') ? [[key.slice(5), value]] : [])),
  )
  const answers: Readonly<Record<string, (params: unknown) => unknown>> = {
    'workspace/configuration': params =>
      (params as { items: { section: string }[] }).items.map(({ section }) => (section === 'yaml' ? yaml : {})),
    'workspace/workspaceFolders': () => [{ uri: uriOf(''), name: 'workspace' }],
  }
  let last = 0
  const uriOf = (path: string): string => pathToFileURL(join(root, path)).href
  const send = (message: Message): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const ask = (method: string, params: unknown): Promise<unknown> =>
    new Promise(resolve => {
      last += 1
      waiting.set(last, resolve)
      send({ id: last, method, params })
    })
  onMessages(child, message => {
    const { id, method, params } = message
    if (method === undefined && typeof id === 'number') waiting.get(id)?.(message.result)
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Problem[] }
      problems.get(uri)?.(diagnostics)
    } else if (id !== undefined) send({ id, result: answers[method ?? '']?.(params) ?? null })
  })
  const capabilities = {
    workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
    textDocument: {
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      hover: {},
      publishDiagnostics: {},
    },
  }
  await ask('initialize', {
    processId: process.pid,
    rootUri: uriOf(''),
    capabilities,
    workspaceFolders: [{ uri: uriOf(''), name: 'workspace' }],
  })
  send({ method: 'initialized', params: {} })
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml } } })
  const at = (path: string, position: At): unknown => ({ textDocument: { uri: uriOf(path) }, position })
  return {
    open: (path, text) =>
      new Promise(resolve => {
        problems.set(uriOf(path), resolve)
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri: uriOf(path), languageId: 'yaml', version: 1, text } },
        })
      }),
    async complete(path, position) {
      const { items } = (await ask('textDocument/completion', at(path, position))) as { items: readonly Completion[] }
      return items
    },
    async hover(path, position) {
      const told = (await ask('textDocument/hover', at(path, position))) as { contents: { value: string } } | null
      return told?.contents.value ?? ''
    },
    async close() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill()
      await ended
    },
  }
}

/** Each is announced by its length. */
function onMessages(child: ChildProcess, found: (message: Message) => void): void {
  let unread = Buffer.alloc(0)
  child.stdout?.on('data', (bytes: Buffer) => {
    unread = Buffer.concat([unread, bytes])
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(unread.subarray(0, 200).toString('latin1'))
      if (!head) return
      const end = head[0].length + Number(head[1])
      if (unread.length < end) return
      found(JSON.parse(unread.subarray(head[0].length, end).toString('utf8')) as Message)
      unread = unread.subarray(end)
    }
  })
}
