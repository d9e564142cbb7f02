/**
 * A finished release beside the least that the same browser could do for it (printing a page that is laid out already),
 * and beside the usual way (a new tab for every document). One browser, two tabs, all defences on, the repository's own
 * releases; ratios of one run.
 */
import { join } from 'node:path'
import { compile } from '../src/build/compile.ts'
import { openWorkspace } from '../src/build/disk.ts'
import { jobsOf } from '../src/build/jobs.ts'
import type { PdfJob, RenderJob } from '../src/model/render-job.ts'
import { type Browser, openBrowser } from '../src/render/browser/browser.ts'
import { Tab } from '../src/render/browser/tab.ts'
import { makePdf } from '../src/render/pdf.ts'

type Job = RenderJob & PdfJob

export interface PressFigures {
  readonly documents: number
  /** Milliseconds a document, all documents divided by the whole time. */
  readonly finishedMs: number
  readonly floorMs: number
  readonly newTabMs: number
  readonly releaseVsFloor: number
  readonly releaseVsNewTab: number
}

const rounds = 3

export async function benchPress(): Promise<PressFigures> {
  const jobs = await repositoryJobs()
  const browser = openBrowser({ sandbox: 'auto', tabs: 2, environment: process.env })
  try {
    await perDocument(jobs.slice(0, 8), job => makePdf(job, browser, 'Khabar'))
    const finishedMs = await best(() => perDocument(jobs, job => makePdf(job, browser, 'Khabar')))
    const floorMs = await best(() => floor(jobs, browser))
    const newTabMs = await perDocument(jobs, job => inNewTab(job, browser))
    return {
      documents: jobs.length,
      finishedMs,
      floorMs,
      newTabMs,
      releaseVsFloor: finishedMs / floorMs,
      releaseVsNewTab: finishedMs / newTabMs,
    }
  } finally {
    await browser.close()
  }
}

export async function repositoryJobs(): Promise<readonly Job[]> {
  const root = join(import.meta.dirname, '..')
  const workspace = openWorkspace(root, join(root, 'templates'))
  const { jobs } = await jobsOf(
    await compile(workspace, { paths: [], only: 'press' }, '2022-12-31T00:00:00Z'),
    workspace,
  )
  return jobs.filter((job): job is Job => job.format === 'pdf')
}

/** Only the print call, of each page after it was laid out: what no way of driving the browser can go below. */
async function floor(jobs: readonly Job[], browser: Browser): Promise<number> {
  let printing = 0
  const started = performance.now()
  let idle = 0
  await perDocument(jobs, job =>
    browser.use(async tab => {
      const before = performance.now()
      await tab.show(job)
      idle += performance.now() - before
      const from = performance.now()
      await tab.print()
      printing += performance.now() - from
    }),
  )
  const whole = performance.now() - started
  return (whole * (printing / (printing + idle))) / jobs.length
}

const inNewTab = (job: Job, browser: Browser): Promise<void> =>
  browser.use(async tab => {
    const fresh = await Tab.open(tab.page.browser())
    await fresh.show(job)
    await fresh.print()
    await fresh.close()
  })

async function perDocument(jobs: readonly Job[], work: (job: Job) => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await Promise.all(jobs.map(work))
  return (performance.now() - started) / jobs.length
}

async function best(measure: () => Promise<number>): Promise<number> {
  const figures: number[] = []
  for (let round = 0; round < rounds; round += 1) figures.push(await measure())
  return Math.min(...figures)
}
