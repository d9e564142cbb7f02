/** Who may ask the preview. */
import { expect, test } from 'vitest'
import { type Asked, refusalOf } from '../../src/watch/admit.ts'

const own: Asked = { method: 'GET', target: '/', headers: { host: '127.0.0.1:4321' } }
const statusOf = (change: Partial<Asked>): number | undefined => refusalOf({ ...own, ...change }, 4321)?.status
const withHeaders = (headers: Asked['headers']): number | undefined =>
  statusOf({ headers: { ...own.headers, ...headers } })

test.for(['127.0.0.1:4321', 'localhost:4321', '[::1]:4321', 'LOCALHOST:4321'])('as %s', host => {
  expect(withHeaders({ host })).toBeUndefined()
  expect(withHeaders({ host, origin: `http://${host}` })).toBeUndefined()
})

test.for([
  'evil.test:4321',
  'localhost.evil.test:4321',
  '127.0.0.1.evil.test:4321',
  'evil.test',
  'localhost',
  'localhost:80',
  '127.0.0.1:4322',
  '0.0.0.0:4321',
  '127.1:4321',
  '2130706433:4321',
  'user@localhost:4321',
  'localhost:4321,evil.test',
  '',
])('not as “%s”: a name that leads here may be anyone’s (DNS rebinding)', host => {
  expect(withHeaders({ host })).toBe(403)
})

test('not without a name, not with two', () => {
  expect(withHeaders({ host: undefined })).toBe(403)
  expect(withHeaders({ host: ['localhost:4321', 'localhost:4321'] })).toBe(403)
})

test('a port that is the web’s own need not be named', () => {
  expect(refusalOf({ ...own, headers: { host: 'localhost' } }, 80)).toBeUndefined()
})

test.for(['http://evil.test', 'https://127.0.0.1:4321', 'http://127.0.0.1:3000', 'http://localhost:4321', 'null', ''])(
  'not for pages of “%s”',
  origin => {
    expect(withHeaders({ origin })).toBe(403)
  },
)

test.for(['cross-site', 'same-site'])('a link from a %s may be followed; a script, picture or frame may not', site => {
  const from = (mode: string, dest: string): number | undefined =>
    withHeaders({ 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest })
  expect(from('navigate', 'document')).toBeUndefined()
  expect(from('navigate', 'iframe')).toBe(403)
  expect(from('no-cors', 'script')).toBe(403)
  expect(from('no-cors', 'image')).toBe(403)
  expect(from('cors', 'empty')).toBe(403)
})

test.for(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'CONNECT', 'get'])('%s is refused', method => {
  expect(statusOf({ method })).toBe(405)
})

test.for(['http://evil.test/', '//evil.test/', '*', '', `/${'a'.repeat(3000)}`])('“%s” is no address', target => {
  expect(statusOf({ target })).toBe(400)
})
