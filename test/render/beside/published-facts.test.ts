/** The facts that a PDF carries: the same in YAML and JSON, in one order, and nothing that is not published. */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { load } from '../../../src/load/load.ts'
import { publishedFacts } from '../../../src/render/beside/published-facts.ts'
import { inWords } from '../../support/in-words.ts'
import { releases } from '../../support/releases.ts'
import { sampleFiles } from '../../support/sample-release.ts'
import { packs } from '../../support/tongues.ts'
import { besideOf, full, writtenFrom } from './sample-beside.ts'

test.each(['ru', 'uz-Latn', 'uz-Cyrl', 'en'])('YAML and JSON hold the same, with plain spaces, in %s', language => {
  const { yaml, json } = besideOf(full(), language).record
  expect(parse(yaml)).toEqual(JSON.parse(json))
  expect(yaml + json).not.toMatch(/[\u00a0\u00ad]|null|undefined/)
})

test('the facts of a release', () => {
  expect(besideOf(full()).record.yaml).toMatchSnapshot()
})

test('the order of the record does not matter', () => {
  const turned = full(text => {
    const [kind = '', host = ''] = [/^kind: .*\n/m.exec(text)?.[0], /^host: .*\n/m.exec(text)?.[0]]
    return host + kind + text.replace(kind, '').replace(host, '')
  })
  expect(besideOf(turned).record).toEqual(besideOf(full()).record)
})

test('whatever a text holds, a YAML parser reads it back', () => {
  const { model } = besideOf(full()).plan
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      '1.0',
      '- a',
      '# b',
      'c: d',
      '\u0085\u2028',
      'a\nb',
      `${'long '.repeat(40)}\n\nend`,
      '"\\',
      '',
    ),
  )
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (headline, nextSteps) => {
      const { yaml, json } = publishedFacts({ ...model, headline, subheadline: headline, nextSteps })
      expect(parse(yaml)).toEqual(JSON.parse(json))
    }),
  )
})

test('what YAML may not hold raw is escaped', () => {
  const { model } = besideOf(full()).plan
  const { yaml } = publishedFacts({ ...model, headline: 'a\u007f\u0090\u2028\uffff' })
  expect(yaml).toContain('headline: "a\\u007f\\u0090\\u2028\\uffff"\n')
})

/** Every place of a meeting, an activity and what they rest on that is never published, each with a word of its own. */
const secretFiles = {
  'data/society.yaml': `# SECRETsocietycomment
${sampleFiles['data/society.yaml'].trim()}
report_contact: { name: SECRETreportcontact, phone: +998 71 999-99-99, email: secretreport@example.org }
`,
  'data/people/aminov.yaml': `${sampleFiles['data/people/aminov.yaml'].trim()} # SECRETpersoncomment
gender: female
role_forms: { ru: { genitive: SECRETroleforms } }
forms: { ru: { dative: SECRETforms } }
`,
  'data/people/hidden.yaml': `name: { ru: SECREThiddenperson, en: SECREThiddenperson }
role: { ru: SECREThiddenrole, en: SECREThiddenrole }
`,
  'data/organizations/federation.yaml': `${sampleFiles['data/organizations/federation.yaml'].trim()}
go_code: SECRETgocode
website: https://secretwebsite.example
`,
  'data/places/uz-tk.yaml': `type: region
name: { ru: SECRETplace, en: SECRETplace }
pcode: UZ26
population: { value: 987654321, date: 2022-01-01, source: SECRETpopulation }
`,
  'data/areas/rfl.yaml': 'name: { ru: SECRETarea, en: SECRETarea }\n',
  'data/meetings/2022/meeting.yaml': `# SECRETcomment
title: SECRETtitle
date: 2022-08-15 # SECRETlinecomment
kind: working
host: society
partners: [partner, federation]
venue: { ru: в офисе, en: at the office, uz-Latn: SECRETotherlanguage }
place: uz-tk
areas: [rfl]
participants:
  - organization: society
    role: { ru: директор, en: director }
    gender: male
  - { organization: partner, person: aminov }
topics: { items: [{ area: rfl, text: { ru: тема, en: a topic } }] }
commitments:
  - id: secret-commitment
    what: SECRETcommitment
    who: [society]
    status: done
    done_on: 2031-12-30
    comment: SECRETcommitmentcomment
basis: { published: 2022-08-14, title: SECRETbasistitle }
internal_note: SECRETnote
release:
  status: approved
  headline: { ru: Встреча, en: Meeting }
  photos:
    - file: media/photo.jpg
      alt: { ru: Люди, en: People }
      taken_on: 2031-12-31
      consent: not-needed
      minors: true
  awaiting_review: [en]
  internal_note: SECRETreleasenote
`,
  'data/activities/2022/drill.yaml': `# SECRETactivitycomment
name: SECRETactivityname
area: rfl
type: simulation
start: 2022-05-01
end: 2022-05-02
places: [uz-tk]
partner_role: technical
description: SECRETdescription
target: { total: 987654321 }
reached: { total: 987654321, female: 1, source: SECRETsource, method: headcount }
volunteers: 987654321
evidence: [SECRETevidence]
visibility: movement
programme_type: domestic
internal_note: SECRETactivitynote
release:
  status: approved
  headline: { ru: Учения, en: Drill }
  lead: { ru: Учения прошли., en: A drill was held. }
  internal_note: SECRETactivityreleasenote
`,
}

test('nothing that is not published stands in anything that is', () => {
  const files = { ...sampleFiles, ...secretFiles }
  const sources = Object.entries(files).map(([path, text]) => ({ path, text: text.trimStart() }))
  const { value: dataset, diagnostics } = load(sources, new Map([['media/photo.jpg', 'picture']]), { packs })
  expect(
    inWords(diagnostics)
      .filter(each => each.severity === 'error')
      .map(each => each.message),
  ).toEqual([])
  if (!dataset) throw new Error('no dataset')
  const plans = releases(dataset).value.filter(each => ['ru', 'en'].includes(each.language))
  expect(plans).toHaveLength(4)
  const words =
    /secret|987654321|2031-12-3|999-99-99|consent|not-needed|minors|awaiting|gender|female|\bmale\b|approved|technical|headcount|movement|domestic|taken_on|media\//i
  for (const plan of plans) {
    const beside = writtenFrom(plan)
    expect(beside.diagnostics).toEqual([])
    const carried = beside.value?.attachments.map(each => new TextDecoder().decode(each.bytes)) ?? []
    const { html = '', text = '', json = '', facts, pdfHtml = '' } = beside.value ?? {}
    const published = [html, text, json, JSON.stringify(facts), pdfHtml, ...carried]
    expect(published.every(each => each.length > 20)).toBe(true)
    for (const each of published) expect(words.exec(each)?.[0]).toBeUndefined()
  }
})
