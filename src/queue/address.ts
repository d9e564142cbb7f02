/** Where a queue is: `redis://user:password@host:port/db`, taken apart. What is shown of it never holds the password. */
import { EnvironmentFault } from '../model/fault.ts'
import { said } from '../model/said.ts'

export interface Address {
  readonly host: string
  readonly port: number
  readonly db: number
  readonly username?: string
  readonly password?: string
  readonly isTls: boolean
  /** `redis://host:6379/0` */
  readonly shown: string
}

const usualPort = 6379

/** @param password where the address names none: what stands on a command line, everybody on the machine can read */
export function addressOf(text: string, password?: string): Address {
  const url = URL.parse(text)
  const db = /^\/?(\d{0,5})$/.exec(url?.pathname ?? '-')?.[1]
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '' || db === undefined) throw noAddress()
  const port = url.port === '' ? usualPort : Number(url.port)
  // Around an IPv6 address stand brackets.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const word = decoded(url.password) || password
  return {
    host,
    port,
    db: Number(db),
    ...(url.username && { username: decoded(url.username) }),
    ...(word && { password: word }),
    isTls: url.protocol === 'rediss:',
    shown: `${url.protocol}//${url.hostname}:${port}/${Number(db)}`,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw noAddress()
  }
}

/** Does not say again what was said: there may be a password in it. */
const noAddress = (): EnvironmentFault =>
  new EnvironmentFault(
    said('--queue does not name a server.'),
    said('It takes redis://host:port or redis://host:port/database, and rediss:// for TLS.'),
  )
