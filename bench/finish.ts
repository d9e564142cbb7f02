/** What the finisher costs: CPU of this process, warm, for the repository's releases of one page; photos come after it. */

import { join } from 'node:path'
import { openBrowser } from '../src/render/browser/browser.ts'
import { finishPdf } from '../src/render/finish/finish-pdf.ts'
import { printPdf } from '../src/render/pdf.ts'
import { releasesOf } from './releases.ts'

const runs = 50

export async function benchFinish(): Promise<{ readonly finisherCpuMs: number }> {
  const jobs = await releasesOf(join(import.meta.dirname, '..'))
  const onePage = jobs.find(job => job.path.includes('2022-icrc-fa-world-day.ru'))
  if (!onePage) throw new Error('the release of World First Aid Day is gone: name another of one page')
  const browser = openBrowser({ sandbox: 'auto', tabs: 1, environment: process.env })
  try {
    const printed = await printPdf(onePage, browser)
    const { facts, language, date, attachments } = onePage
    const files = attachments.map(each => ({ ...each, relationship: 'Source' as const }))
    const finish = (): Promise<Uint8Array> =>
      finishPdf(printed, { ...facts, language, date, creatorTool: 'Khabar', attachments: files })
    for (let warm = 0; warm < runs; warm += 1) await finish()
    const before = process.cpuUsage()
    for (let run = 0; run < runs; run += 1) await finish()
    const { user, system } = process.cpuUsage(before)
    return { finisherCpuMs: (user + system) / 1000 / runs }
  } finally {
    await browser.close()
  }
}
