/** English words of a report in a language whose wording lacks them. */
import { expect, test } from 'vitest'
import type { Wording } from '../../src/model/templates.ts'
import { reportPhrases } from '../../src/render/words/report-phrases.ts'

function saying(language: string, text: string, isLent: boolean): string {
  const file = { path: `templates/wording/${language}.yaml`, text: '' }
  const phrase = {
    key: 'report.budget.note',
    text,
    span: { file, start: 0, end: 0 },
    ...(isLent && { isLent: true as const }),
  }
  const wording: Wording = { language, file, phrases: new Map([[phrase.key, phrase]]) }
  return reportPhrases(wording).say(phrase.key, {}).value
}

test('their full stop stands on their right, also among words that are written from the right', () => {
  expect(saying('fa', 'Budget less expenditure.', true)).toBe('Budget less expenditure.\u200e')
  expect(saying('fa', 'Budget', true)).toBe('Budget')
  expect(saying('az', 'Budget less expenditure.', true)).toBe('Budget less expenditure.')
  expect(saying('ar', 'الميزانية ناقص النفقات.', false)).toBe('الميزانية ناقص النفقات.')
})
