/** Every word of the preview's own pages, told in the language of whoever watches; what they show is in its own languages. */
import { counted, type Said, said, verbatim } from '../../model/said.ts'
import type { Condition } from '../catalogue.ts'
import type { Markup } from './markup.ts'

export const words = {
  brand: verbatim('Khabar'),
  preview: said('preview'),
  skip: said('Skip to content'),
  pages: said('Pages'),
  works: said('Releases and reports'),
  index: said('Index'),
  problems: said('Problems'),
  releases: said('Press releases'),
  reports: said('Reports'),
  year: said('Year'),
  language: said('Language'),
  consolidated: said('All partners'),
  nothing: said('Nothing is built yet.'),
  nothingHint: said('As soon as the records are right, their releases and reports appear here by themselves.'),
  nothingHere: said('Nothing in this year and language.'),
  noProblems: said('No mistakes found.'),
  noProblemsHint: said('Mistakes in records and templates appear here when a file is saved, each at its line.'),
  allProblems: (count: number) => counted(count, 'The problem', 'All {n} problems'),
  elsewhere: said('The whole workspace'),
  mend: said('How to mend it'),
  beside: said('Other places'),
  error: said('Error'),
  warning: said('Warning'),
  back: said('All releases'),
  conditions: { built: said('Built'), building: said('Being built'), error: said('In error') } satisfies {
    [each in Condition]: Said
  },
  gone: said('There is no such page.'),
  goneHint: said('It may have been removed or renamed. If it is built again, it comes back here by itself.'),
  noIndex: said('There is no index to show yet.'),
  noIndexHint: said('It shows what is public and built as the records are now, as khabar site makes it.'),
  /** Filled in by the page's script too. */
  counting: said('Building {done} of {total}', { done: '{done}', total: '{total}' }),
  building: said('Building…'),
  stopped: said('khabar watch has ended. What you see stays as it was.'),
  upToDate: (at: string) => said('Up to date since {at}', { at }),
  starting: said('Starting…'),
  oldSince: (at: string | undefined) =>
    at === undefined
      ? said('In error; what is shown is from an earlier build')
      : said('In error; all was up to date at {at}', { at }),
  oldHere: (at: string | undefined) =>
    said(
      'This preview is old: it shows {build}, without your latest changes. Mend the following, and it follows by itself.',
      { build: buildOf(at) },
    ),
  oldElsewhere: (at: string | undefined) =>
    said('This preview is from {build}. There are errors elsewhere; save this record, and it is built all the same.', {
      build: buildOf(at),
    }),
  errors: (count: number) => counted(count, '{n} error', '{n} errors'),
} as const

const buildOf = (at: string | undefined): Said =>
  at === undefined ? said('an earlier build') : said('the build of {at}', { at })

/** `uz-Latn` → Uzbek (Latin), in the language of the page. */
export const languageName = (tag: string): Markup => ({
  written: ({ language }) => {
    try {
      const name = new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
    } catch {
      return tag
    }
  },
})

export const ownLanguage: Markup = { written: ({ language }) => language }
