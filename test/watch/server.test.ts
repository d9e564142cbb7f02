/** The preview's server as a browser and as an attacker meet it: real sockets, a real workspace. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { listening, type Watching, watching } from '../support/watching.ts'

const release = 'press/2022/2022-08-15-icrc.en'
const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** The target goes out as it is written here: fetch would tidy it up. */
function ask(
  watch: Watching,
  target: string,
  change: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  const { port } = new URL(watch.address)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: target, agent: false, ...change }, answer => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.on('error', reject).end()
  })
}

test('what there is, for its own pages', async () => {
  const watch = await watching()
  for (const [target, type] of [
    ['/', 'text/html'],
    ['/?year=2022&lang=ru', 'text/html'],
    ['/problems', 'text/html'],
    [`/preview/${release}`, 'text/html'],
    ['/style.css', 'text/css'],
    ['/live.js', 'text/javascript'],
    [`/files/${release}.html`, 'text/html'],
    [`/files/${release}.txt`, 'text/plain'],
    [`/files/${release}.json`, 'application/json'],
    [`/files/${release}.pdf`, 'application/pdf'],
  ] as const) {
    const { status, headers, body } = await ask(watch, target)
    expect([target, status, headers['content-type']]).toEqual([target, 200, expect.stringContaining(type)])
    expect(body.length).toBeGreaterThan(100)
    const head = await ask(watch, target, { method: 'HEAD' })
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', headers['content-length']])
  }
})

test('an address that a browser would never send ends nothing', async () => {
  const watch = await watching()
  for (const target of ['/\\', '/\\/', '/\\evil:99999', '/%', '//'])
    expect([target, (await ask(watch, target)).status]).toEqual([target, expect.toBeOneOf([400, 404])])
  expect((await ask(watch, '/')).status).toBe(200)
})

test('every answer, good or bad, says how little may be done with it', async () => {
  const watch = await watching()
  const answers = await Promise.all([
    ask(watch, '/'),
    ask(watch, `/files/${release}.html`),
    ask(watch, `/files/${release}.pdf`),
    ask(watch, '/live.js'),
    ask(watch, '/nothing'),
    ask(watch, '/', { method: 'POST' }),
    ask(watch, '/', { headers: { host: 'evil.test' } }),
  ])
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors '(none|self)'$/),
    })
    expect(Object.keys(headers).filter(name => name.startsWith('access-control-'))).toEqual([])
    expect(headers['content-security-policy']).not.toMatch(/script-src (?!'self')/)
  }
  expect(answers[0]?.body).not.toMatch(/<script(?! src="\/live\.js")|<style|\son[a-z]+=|style="/)
})

test('another name, another site, another method', async () => {
  const watch = await watching()
  const { port } = new URL(watch.address)
  for (const target of ['/', '/events', `/files/${release}.json`]) {
    expect(await ask(watch, target, { headers: { host: `evil.test:${port}` } })).toMatchObject({ status: 403 })
    expect(await ask(watch, target, { headers: { origin: 'http://evil.test' } })).toMatchObject({ status: 403 })
    expect(await ask(watch, target, { headers: { origin: 'null' } })).toMatchObject({ status: 403 })
    expect(await ask(watch, target, { method: 'POST' })).toMatchObject({ status: 405 })
    expect(await ask(watch, target, { method: 'OPTIONS' })).toMatchObject({ status: 405 })
  }
  expect(await ask(watch, '/events', { method: 'HEAD' })).toMatchObject({ status: 404 })
  const { status } = await ask(watch, '/', {
    headers: { host: `localhost:${port}`, origin: `http://localhost:${port}` },
  })
  expect(status).toBe(200)
})

test.for([
  '/files/../data/society.yaml',
  '/files/../../../../etc/passwd',
  '/files/%2e%2e/%2e%2e/etc/passwd',
  '/files/..%2f..%2f..%2fetc%2fpasswd',
  '/files/..%5c..%5cetc%5cpasswd',
  '/files//etc/passwd',
  '/files/manifest.json',
  '/files/press/2022/',
  '/files/press/2022/2022-08-15-icrc.en.html%00.txt',
  '/files/press/2022/2022-08-15-icrc.en.html/',
  '/files/__proto__',
  '/preview/../files/x',
  '/preview/press/2022/2022-08-15-icrc.en.html',
  '/preview/press/2022/<script>alert(1)</script>',
  '/data/society.yaml',
  '/live.js/..%2fserver.js',
  '/.git/config',
])('%s is nothing', async target => {
  const watch = await watching()
  const { status, body } = await ask(watch, target)
  expect(status).toBe(404)
  expect(body).not.toMatch(/root:|time_zone|<script>/)
})

test('addresses that are none', async () => {
  const watch = await watching()
  for (const target of ['/files/%zz', '/%']) expect(await ask(watch, target)).toMatchObject({ status: 400 })
  const { port } = new URL(watch.address)
  const raw = (line: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(`${line}\r\nHost: localhost:${port}\r\n\r\n`),
      )
      socket.setEncoding('utf8').once('data', (text: string) => {
        socket.destroy()
        resolve(text)
      })
      socket.on('error', reject)
    })
  expect(await raw('GET http://evil.test/ HTTP/1.1')).toMatch(/^HTTP\/1.1 400/)
  expect(await raw('GET //evil.test/ HTTP/1.1')).toMatch(/^HTTP\/1.1 400/)
})

test('an open page hears of a save: first that a build is under way, then that there is something new', async () => {
  const watch = await watching()
  const heard = listening(watch.address)
  const first = await heard.next()
  if (first.done) throw new Error('nothing heard')
  const { revision } = first.value
  expect(first.value.building).toBeUndefined()
  await watch.edit(meeting, text => text.replace('The Society received partners', 'A new headline'))
  const told = []
  for await (const each of heard) {
    told.push(each)
    if (each.revision > revision && !each.building) break
  }
  expect(told[0]).toMatchObject({ revision: revision + 1, building: { done: 0, total: 0 } })
  expect(told.at(-1)).toEqual({ revision: revision + 2 })
  expect(await watch.page('/?lang=en')).toContain('A new headline')
})

test('the end of the watch is the end of what is heard', async () => {
  const watch = await watching()
  const heard = listening(watch.address)
  await heard.next()
  await watch.close()
  await expect(heard.next().then(({ done }) => done ?? false)).resolves.toBe(true)
  await expect(fetch(watch.address)).rejects.toThrow()
})

test('a mistake in one record keeps no other waiting: what is saved is built if it rests on nothing in error', async () => {
  const watch = await watching()
  const drill = 'data/activities/2022/volunteer-drill.yaml'
  const shown = '/preview/press/2022/volunteer-drill.en'
  await watch.edit(meeting, text => text.replace('kind: working', 'kind: workng'))
  await watch.rebuild()
  expect(await watch.page(shown)).toContain('errors elsewhere')
  await watch.edit(drill, text => text.replace('Volunteers held a drill }', 'A drill told anew }'))
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'refused', meanwhile: expect.any(Array) })
  expect(await watch.page('/files/press/2022/volunteer-drill.en.html')).toContain('A drill told anew')
  expect(await watch.page(shown)).not.toContain('errors elsewhere')
  expect(await watch.page('/')).toContain('A drill told anew')
  expect(await watch.page(`/preview/${release}`)).toContain('This preview is old')
  await watch.edit('data/organizations/icrc.yaml', text => `${text}nonsense: 1\n`)
  expect((await watch.rebuild()).result).not.toHaveProperty('meanwhile')
})

test('broken YAML is shown at once, the last good preview stays and says that it is old; mended, it comes back', async () => {
  const watch = await watching()
  const good = await watch.page(`/files/${release}.html`)
  await watch.edit(meeting, text => text.replace('kind: working', 'kind: <b>workng'))
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'refused' })
  for (const path of ['/', '/problems', `/preview/${release}`]) {
    const page = await watch.page(path)
    expect(page).toContain(`${meeting}:3:7`)
    expect(page).toContain('kind: <mark>&lt;b&gt;workng</mark>')
    expect(page).toContain('Kind of meeting: working')
    expect(page).not.toContain('<b>')
    expect(page).toContain('(1 error)')
  }
  expect(await watch.page(`/preview/${release}`)).toContain('This preview is old: it shows the build of 14:02:11')
  expect(await watch.page('/preview/press/2022/volunteer-drill.en')).toContain('errors elsewhere')
  expect(await watch.page('/')).toMatch(/2022-08-15-icrc<\/span><\/div>\s*<span class="badge error">In error/)
  expect(await watch.page('/')).toMatch(/volunteer-drill<\/span><\/div>\s*<span class="badge built">Built/)
  expect(await watch.page(`/files/${release}.html`)).toBe(good)
  await watch.edit(meeting, text => text.replace('<b>workng', 'review'))
  expect((await watch.rebuild()).result).toMatchObject({ outcome: 'done' })
  expect(await watch.page(`/preview/${release}`)).not.toMatch(/old|error/)
  expect(await watch.page('/problems')).not.toContain('workng')
})
