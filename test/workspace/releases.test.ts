/** All releases of the repository's workspace: fit to publish to our checker, whole to a reader. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import { load } from '../../src/load/load.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import { pathOf, type WorkOf } from '../../src/model/work.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { judge } from '../support/judges.ts'
import { missingInOrder, tool } from '../support/release-texts.ts'
import { releases } from '../support/releases.ts'
import { repository } from '../support/sample-build.ts'
import { packs } from '../support/tongues.ts'

let plans: readonly WorkOf<ReleaseModel>[] = []
const built = (release: WorkOf<ReleaseModel>): string => join(inject('sample'), pathOf(release, 'pdf'))

beforeAll(async () => {
  const { files, media } = (await openWorkspace(repository, join(repository, 'templates')).read()).sources()
  const dataset = load(files, media, { packs }).value
  if (!dataset) throw new Error('the repository’s workspace does not load')
  plans = releases(dataset).value
})

test('there are seven, in four languages', () => {
  expect(plans).toHaveLength(28)
})

test('each is PDF/UA-1 and PDF/A-3a to our checker', async () => {
  for (const plan of plans) {
    const bytes = new Uint8Array(await readFile(built(plan)))
    const { language } = plan
    const attachments = ['record.json', 'record.yaml']
    expect(await checkPdf(bytes, { language, attachments }), built(plan)).toEqual([])
  }
})

test('each is clean to qpdf', ctx => {
  const qpdf = judge('qpdf', ctx)
  for (const plan of plans) {
    expect(tool(qpdf, '--check', built(plan))).toContain('No syntax or stream encoding errors')
  }
})

test('each holds every text of its record, in reading order', ctx => {
  judge('pdftotext', ctx)
  for (const plan of plans) expect(missingInOrder(plan.model, built(plan), 'layout'), built(plan)).toEqual([])
})

/** A4 less the lower margin of the page, in points. */
const lowest = 842 - 51

test('where a release goes on overleaf, no list leaves space for its next entry below', ctx => {
  const pdftotext = judge('pdftotext', ctx)
  for (const plan of plans) {
    const pages = tool(pdftotext, '-bbox', built(plan), '-').split('<page ').slice(1, -1)
    for (const page of pages) {
      const ends = [...page.matchAll(/yMax="([\d.]+)"/g)].map(match => Number(match[1]))
      const last = Math.max(...ends.filter(end => end <= lowest))
      // Two lines that stay together, and the space before them.
      expect(lowest - last, built(plan)).toBeLessThan(3.5 * 14)
    }
  }
})
