/** Every word of the preview's own pages. They are the tool's, in English; what they show is in its own languages. */
import type { Condition } from '../catalogue.ts'

export const words = {
  brand: 'Khabar',
  preview: 'preview',
  works: 'Releases and reports',
  problems: 'Problems',
  releases: 'Press releases',
  reports: 'Reports',
  year: 'Year',
  language: 'Language',
  consolidated: 'All partners',
  nothing: 'Nothing is built yet.',
  nothingHint: 'As soon as the records are right, their releases and reports appear here by themselves.',
  nothingHere: 'Nothing in this year and language.',
  noProblems: 'No mistakes found.',
  noProblemsHint: 'Mistakes in records and templates appear here when a file is saved, each at its line.',
  allProblems: (count: number) => (count === 1 ? 'The problem' : `All ${count} problems`),
  elsewhere: 'The whole workspace',
  mend: 'How to mend it',
  error: 'Error',
  warning: 'Warning',
  back: 'All releases',
  conditions: { built: 'Built', building: 'Being built', error: 'In error' } satisfies { [each in Condition]: string },
  gone: 'There is no such page.',
  goneHint: 'It may have been removed or renamed. If it is built again, it comes back here by itself.',
  /** Filled in by the page's script too. */
  counting: 'Building {done} of {total}',
  building: 'Building…',
  stopped: 'khabar watch has ended. What you see stays as it was.',
  upToDate: (at: string) => `Up to date since ${at}`,
  starting: 'Starting…',
  oldSince: (at: string | undefined) =>
    at ? `In error; all was up to date at ${at}` : 'In error; what is shown is from an earlier build',
  oldHere: (at: string | undefined) =>
    `This preview is old: it shows ${at ? `the build of ${at}` : 'an earlier build'}, without your latest changes. Mend the following, and it follows by itself.`,
  oldElsewhere: (at: string | undefined) =>
    `This preview is from ${at ? `the build of ${at}` : 'an earlier build'}. There are errors elsewhere; save this record, and it is built all the same.`,
  count: (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`,
} as const

const languages = new Intl.DisplayNames('en', { type: 'language' })

/** `uz-Latn` → Uzbek (Latin). */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}
