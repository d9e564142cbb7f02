/** What a build does with a PDF that breaks a rule: it is not made, and the clause is named. */
import { expect, test } from 'vitest'
import { RenderFailure } from '../../src/model/fault.ts'
import { holdClaims } from '../../src/render/hold-claims.ts'
import { brokenPdf, type Control } from './broken/broken-pdf.ts'
import { attachmentControls, fileControls, metadataControls } from './broken/document.ts'
import { colourControls, fontControls } from './broken/looks.ts'
import { alternativeControls, annotationControls, contentControls } from './broken/page.ts'
import { nestingControls, structureControls } from './broken/structure.ts'
import { samplePdf } from './sample-pdf.ts'

const controls: readonly Control[] = [
  [structureControls, nestingControls, contentControls, alternativeControls, annotationControls],
  [fontControls, colourControls, fileControls, metadataControls, attachmentControls],
].flat(2)
const isOwn = ({ rule }: Control): boolean => rule.startsWith('own ')

test('one that holds all is handed on as it is', async () => {
  expect(await holdClaims(samplePdf)).toBe(samplePdf)
})

test.for(controls.filter(control => !isOwn(control)))('one that breaks $rule is none: $name', async control => {
  const held = holdClaims(brokenPdf(control))
  await expect(held).rejects.toThrow(RenderFailure)
  await expect(held).rejects.toThrow(/ISO (14289-1|19005-3|32000-1) \d/)
})

test.for(controls.filter(control => isOwn(control) && !control.also?.length))(
  'a house rule alone stops nothing: $name',
  async control => {
    const bytes = brokenPdf(control)
    expect(await holdClaims(bytes)).toBe(bytes)
  },
)

test('what is no PDF at all is told', async () => {
  await expect(holdClaims(new TextEncoder().encode('<html>'))).rejects.toThrow('ISO 32000-1 (file: no startxref')
})
