/** Models and templates -> the HTML that the browser is handed. */

import { expect, test } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import { meetingKinds } from '../../src/model/record/meeting.ts'
import { positionAt } from '../../src/model/source.ts'
import type { TemplateSet } from '../../src/model/templates.ts'
import { renderRelease } from '../../src/render/words/html.ts'
import { inWords } from '../support/in-words.ts'
import { releases } from '../support/releases.ts'
import { releaseTemplates, sampleDataset, withMeeting } from '../support/sample-release.ts'

const packaged = releaseTemplates()

function rendered(dataset: Dataset, language = 'en', templates: TemplateSet = packaged) {
  const plan = releases(dataset).value.find(each => each.language === language)
  if (!plan) throw new Error(`no release in ${language}`)
  return renderRelease(plan, templates)
}

const told = (outcome: ReturnType<typeof rendered>) =>
  inWords(outcome.diagnostics).map(({ code, span, message }) => {
    const at = span && positionAt(span.file.text, span.start)
    return `${code} ${span?.file.path}:${at?.line}:${at?.column} ${message}`
  })

const lead = (html: string) => /class="lead">(.*?)<\/p>/.exec(html)?.[1]?.replaceAll('\u00a0', '·')

test.each(['ru', 'uz-Latn', 'uz-Cyrl', 'en'])('the lead of every kind of meeting in %s', language => {
  const leads = meetingKinds.map(kind => {
    const { value, diagnostics } = rendered(
      withMeeting(text => text.replace('kind: working', `kind: ${kind}`)),
      language,
    )
    expect(diagnostics).toEqual([])
    return `${kind}: ${lead(value)}`
  })
  expect(leads.join('\n')).toMatchSnapshot()
})

test('several partners over several days', () => {
  const dataset = withMeeting(text =>
    text.replace('[partner]', '[partner, federation]').replace('kind:', 'end_date: 2022-08-17\nkind:'),
  )
  expect(['ru', 'uz-Latn', 'en'].map(language => lead(rendered(dataset, language).value))).toEqual([
    '15–17·августа 2022·г. состоялась рабочая встреча Общества Помощи, Комитета Содействия и Федерации в·офисе Общества.',
    '2022-yil 15–17-avgust kunlari Yordam jamiyati, Koʻmak qoʻmitasi va Federatsiya oʻrtasida Jamiyat ofisida ishchi uchrashuv boʻlib oʻtdi.',
    'On 15–17·August 2022 the Aid Society held a working meeting with the Support Committee and the Federation at the Society’s office.',
  ])
})

test('who met stands before where, in the lead of every kind and language', () => {
  for (const language of ['ru', 'uz-Latn', 'uz-Cyrl', 'en'])
    for (const kind of meetingKinds) {
      const { value } = rendered(
        withMeeting(text =>
          text
            .replace('kind: working', `kind: ${kind}`)
            .replace(/venue: .*/, 'venue: { ru: QQQ, uz-Latn: QQQ, uz-Cyrl: QQQ, en: QQQ }'),
        ),
        language,
      )
      const [before = ''] = (lead(value) ?? '').split('QQQ')
      const names = { ru: /Обществ.*Комитет|Комитет.*Обществ/, en: /Society.*Committee|Committee.*Society/ }
      const uzbek = /jamiyati.*qoʻmitasi|qoʻmitasi.*jamiyati|жамияти.*қўмитаси|қўмитаси.*жамияти/
      expect(before, `${kind} in ${language}`).toMatch(
        language === 'ru' ? names.ru : language === 'en' ? names.en : uzbek,
      )
    }
})

test('a single next step has no number', () => {
  const steps = (...written: readonly string[]) =>
    rendered(withMeeting(text => `${text}  next_steps: [${written.map(step => `{ en: ${step} }`).join(', ')}]\n`)).value
  expect(steps('Agree the plan')).not.toContain('<ol')
  expect(steps('Agree the plan')).toContain('<p>Agree the plan</p>')
  expect(steps('Agree the plan', 'Keep it')).toContain('<ol class="steps"><li>Agree the plan</li><li>Keep it</li></ol>')
})

test('a page is whole, and asks for nothing but fonts and photos', () => {
  const { value } = rendered(sampleDataset(), 'uz-Latn')
  expect(value).toMatch(
    /^<!doctype html><html lang="uz-Latn"><head><meta charset="utf-8"><title>Uchrashuv oʻtdi<\/title>/,
  )
  const asked = [...value.matchAll(/(?:src=|url\()["']?([^"')]+)/g)].map(match => match[1])
  expect(new Set(asked.map(path => path?.replace(/-[^/]*$/, '')))).toEqual(
    new Set(['fonts/SourceSerif4', 'fonts/SourceSans3']),
  )
})

test('headings begin with h1 and skip no level', () => {
  const dataset = withMeeting(text =>
    text.replace('release:', 'background: { en: "##### Deep\\n\\ntext\\n\\n###### Deeper" }\nrelease:'),
  )
  const levels = [...rendered(dataset).value.matchAll(/<h([1-6])/g)].map(match => Number(match[1]))
  expect(levels[0]).toBe(1)
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
})

test('what authors write comes out as text', () => {
  const hostile = `'{{letterhead.name}} <script>alert(1)</script> ![x](http://evil.test/a.png) [y](javascript:alert(1)) </style>'`
  const dataset = withMeeting(text =>
    text
      .replace(/headline: .*/, `headline: { en: ${hostile} }\n  body: { en: ${hostile} }`)
      .replace('release:', `plans: { en: ${hostile} }\ntopics: { items: [{ text: { en: ${hostile} } }] }\nrelease:`),
  )
  const { value, diagnostics } = rendered(dataset)
  expect(diagnostics).toEqual([])
  expect(value).not.toMatch(/<script|<img|href="javascript|src="http/)
  expect(value.match(/<\/style>/g)).toHaveLength(1)
  expect(value.match(/\{\{letterhead\.name\}\}/g)?.length).toBeGreaterThanOrEqual(4)
  expect(value).toContain('![x](http://evil.test/a.png)')
})

test('nothing of a record can end the strings of the style', () => {
  const { value } = rendered(
    withMeeting(text => text.replace(/headline: .*/, `headline: { en: 'a";} body{x:url(//e)}\\' }`)),
  )
  expect(value).toContain('--running:"a\\22 \\3b \\7d  body\\7b x\\3a url\\28 \\2f \\2f e\\29 \\7d \\5c ";')
})

test('a name that the model lacks is told at its line of the template', () => {
  const templates = releaseTemplates({
    'press/release.hbs': text => text.replace('<h1>{{headline}}', '<h1>{{headlin}}'),
  })
  const outcome = rendered(sampleDataset(), 'en', templates)
  expect(told(outcome)).toEqual([
    expect.stringMatching(/^template\/unknown-name templates\/press\/release.hbs:6:9 .*headlin/),
  ])
  expect(inWords(outcome.diagnostics)[0]?.hints).toEqual(['Did you mean “headline”?'])
})

test('and at its line of a partial, with what the partial is handed there', () => {
  const templates = releaseTemplates({ 'press/partials/photo.hbs': text => text.replace('{{alt}}', '{{headline}}') })
  expect(told(rendered(sampleDataset(), 'en', templates))).toEqual([
    expect.stringMatching(/^template\/unknown-name templates\/press\/partials\/photo.hbs:2:29 /),
  ])
})

const broken = (path: string, by: string) =>
  told(rendered(sampleDataset(), 'en', releaseTemplates({ [path]: () => by })))

test('unescaped output, unknown partials, circles and broken syntax are told', () => {
  expect(broken('press/release.hbs', '{{{headline}}}')).toEqual([expect.stringMatching(/^template\/syntax .*:1:/)])
  expect(broken('press/release.hbs', '\n{{> nowhere}}')).toEqual([expect.stringMatching(/^template\/missing .*:2:1 /)])
  expect(broken('press/partials/letterhead.hbs', '{{> letterhead}}')).toEqual([
    expect.stringMatching(/^template\/syntax .*letterhead.hbs:1:1 .*without end/),
  ])
  expect(broken('press/partials/photo.hbs', 'a\n{{#if x}}').join()).toMatch(/template\/syntax .*photo.hbs:2/)
})

test('a phrase that is not there is told, with its key', () => {
  const templates = releaseTemplates({ 'wording/en.yaml': text => text.replace(/ {2}dateline: .*\n/, '') })
  expect(told(rendered(sampleDataset(), 'en', templates))).toEqual([
    expect.stringMatching(/^template\/missing-wording templates\/wording\/en.yaml:1:1 .*“press.dateline”/),
  ])
})

test('a wrong name in a phrase is told at its place in the wording', () => {
  const templates = releaseTemplates({
    'wording/en.yaml': text => text.replace(/dateline: .*/, `dateline: '{{town}}'`),
  })
  expect(told(rendered(sampleDataset(), 'en', templates))).toEqual([
    expect.stringMatching(/^template\/unknown-name templates\/wording\/en.yaml:\d+:16 .*“town”/),
  ])
})

test('a case that is not stored is asked of the organization, never guessed', () => {
  const dataset = sampleDataset(files => ({
    'data/organizations/partner.yaml': files['data/organizations/partner.yaml'].replace(
      'genitive: Комитета Содействия, ',
      '',
    ),
  }))
  const outcome = rendered(dataset, 'ru')
  expect(told(outcome)).toEqual([
    expect.stringMatching(
      /^record\/missing-form templates\/wording\/ru.yaml:\d+:\d+ This phrase needs the genitive in ru, and data\/organizations\/partner.yaml does not hold it\.$/,
    ),
  ])
  expect(inWords(outcome.diagnostics)[0]?.hints).toEqual([
    'In data/organizations/partner.yaml add to `forms: ru:` the genitive of “Комитет Содействия”.',
  ])
  expect(rendered(dataset, 'en').diagnostics).toEqual([])
})

const asking = (asked: string) =>
  releaseTemplates({
    'press/partials/participants.hbs': () => `{{#each participants}}{{#each people}}${asked}{{/each}}{{/each}}`,
  })

test('a person is declined by gender, and a role as it is stored', () => {
  const dataset = sampleDataset(files => ({
    'data/people/aminov.yaml': `${files['data/people/aminov.yaml']}gender: male\nrole_forms: { ru: { instrumental: сотрудником } }\n`,
    'data/meetings/2022/meeting.yaml': files['data/meetings/2022/meeting.yaml'].replace(
      'organization: society\n',
      'organization: society\n    gender: female\n    role_forms: { ru: { instrumental: директором } }\n',
    ),
  }))
  const { value, diagnostics } = rendered(
    dataset,
    'ru',
    asking('<p>{{forms.instrumental}}, {{roleForms.instrumental}}</p>'),
  )
  expect(diagnostics).toEqual([])
  expect(value.replaceAll('\u00a0', '·')).toContain(
    '<p>М.·Аминовым, сотрудником</p><p>Э.·А.·Амиралиевой, директором</p>',
  )
})

test('a form of a name or a role that nobody stored is asked of the record that names the person', () => {
  const name = rendered(sampleDataset(), 'ru', asking('{{forms.dative}}'))
  const uncertain = (who: string) =>
    `The dative of “${who}” in ru is not certain without a gender, and templates/press/partials/participants.hbs asks for it.`
  expect(inWords(name.diagnostics).map(({ message, missing }) => [message.replaceAll('\u00a0', ' '), missing])).toEqual(
    [
      [uncertain('М. Аминов'), { person: 'aminov', pointer: '/name/ru' }],
      [uncertain('Э. А. Амиралиева'), { pointer: '/participants/0/name/ru' }],
    ],
  )
  expect(new Set(name.diagnostics.map(each => each.code))).toEqual(new Set(['record/missing-form']))
  const role = rendered(sampleDataset(), 'ru', asking('{{roleForms.dative}}'))
  expect(inWords(role.diagnostics)[0]?.hints).toEqual([
    'In data/people/aminov.yaml add to `role_forms: ru:` the dative of “сотрудник”.',
    'In the record “meeting” add to `role_forms: ru:` the dative of “директор”.',
  ])
})

test('a word changed in a template or a wording shows on the page', () => {
  const templates = releaseTemplates({
    'press/release.hbs': text => text.replace('<main>', '<main><p>Added</p>'),
    'wording/en.yaml': text => text.replace('Media contact', 'Ask us'),
  })
  const { value } = rendered(sampleDataset(), 'en', templates)
  expect(value).toContain('<main><p>Added</p>')
  expect(value).toContain('<h2>Ask us</h2>')
})

test('the sample notice is on every page, and only on samples', () => {
  expect(rendered(sampleDataset()).value).toMatch(/--footer:"Sample\\3a {2}not issued by the Society/)
  const real = sampleDataset(files => ({
    'data/society.yaml': files['data/society.yaml'].replace('illustrative: true', 'illustrative: false'),
  }))
  expect(rendered(real).value).toContain('--footer:"Aid Society"')
  expect(rendered(real).value).not.toMatch(/class="sample"/)
})

test('the same records give the same bytes', () => {
  expect(rendered(sampleDataset(), 'ru', releaseTemplates()).value).toBe(rendered(sampleDataset(), 'ru').value)
})
