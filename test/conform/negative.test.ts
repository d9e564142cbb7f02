/** Each rule of the checker is shown to work: a file broken in one way is caught by the rule meant for it and by no other. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import { clauses } from '../../src/conform/clauses.ts'
import { judge } from '../support/judges.ts'
import { brokenPdf, type Control } from './broken/broken-pdf.ts'
import { attachmentControls, fileControls, metadataControls } from './broken/document.ts'
import { colourControls, fontControls } from './broken/looks.ts'
import { alternativeControls, annotationControls, contentControls } from './broken/page.ts'
import { signatureControls } from './broken/signature.ts'
import { nestingControls, structureControls } from './broken/structure.ts'
import { sampleFontName } from './sample-font.ts'
import { samplePdf } from './sample-pdf.ts'
import { signedSample } from './signed-sample.ts'

const options = { fonts: [sampleFontName], attachments: ['record.json', 'record.yaml'], language: 'ru' }
const controls: readonly Control[] = [
  ...structureControls,
  ...nestingControls,
  ...contentControls,
  ...alternativeControls,
  ...annotationControls,
  ...fontControls,
  ...colourControls,
  ...fileControls,
  ...metadataControls,
  ...attachmentControls,
  ...signatureControls,
]

test('the file that all are made from has nothing wrong', async () => {
  expect(await checkPdf(samplePdf, options)).toEqual([])
  expect(await checkPdf(brokenPdf({ name: 'nothing', rule: 'UA 5-1' }), options)).toEqual([])
  expect(await checkPdf(signedSample(), options)).toEqual([])
})

test.for(controls)('$rule catches $name', async control => {
  const findings = await checkPdf(brokenPdf(control), options)
  const rules = [...new Set(findings.map(each => each.rule))].toSorted()
  expect(rules, JSON.stringify(findings, null, 2)).toEqual([control.rule, ...(control.also ?? [])].toSorted())
})

test('every rule has a control, and there are more than 44', () => {
  const shown = new Set<string>(controls.map(each => each.rule))
  expect(Object.keys(clauses).filter(rule => !shown.has(rule))).toEqual([])
  expect(controls.length).toBeGreaterThan(44)
})

function withFile<T>(bytes: Uint8Array, use: (path: string, other: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-test-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    return use(join(folder, 'a.pdf'), join(folder, 'b.pdf'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('qpdf finds no fault in its syntax', context => {
  const qpdf = judge('qpdf', context)
  const { status, stderr } = withFile(samplePdf, path => spawnSync(qpdf, ['--check', path], { encoding: 'utf8' }))
  expect([status, stderr]).toEqual([0, ''])
})

test('packed into object streams by qpdf it reads the same', async context => {
  const qpdf = judge('qpdf', context)
  const packed = withFile(samplePdf, (path, other) => {
    spawnSync(qpdf, ['--object-streams=generate', '--newline-before-endstream', path, other])
    return readFileSync(other)
  })
  expect(packed.toString('latin1')).toContain('/ObjStm')
  expect(await checkPdf(packed, options)).toEqual([])
})
