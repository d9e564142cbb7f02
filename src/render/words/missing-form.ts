/** A phrase or a template asks for a case that no record holds: who must add what, never a wrong case. */

import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import type { OrganizationModel, PersonModel, ReleaseModel } from '../../model/document.ts'
import { kinds } from '../../model/record/kinds.ts'
import { allOf, inEnglish, type Said, said, type Value } from '../../model/said.ts'
import type { Span } from '../../model/source.ts'

const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const
const forms = [...cases, 'definite'] as const
type Form = (typeof forms)[number]

/** As an author is asked for it. */
const called = (form: Form): Value => (form === 'definite' ? said('form with its article (`definite`)') : form)

/** What lacks the form: where it is written, and how to mend it. */
interface Lack {
  readonly record: Value
  readonly hint: Said
}

/** @param path as it is asked for: `lead.partners.genitive`, `roleForms.dative`. */
export function explainMissingForm(path: string, model: ReleaseModel, span: Span): readonly Diagnostic[] {
  const form = forms.find(each => path.split('.').at(-1) === each)
  const asked = form && path.startsWith('forms.') ? peopleOf(model) : []
  const uncertain = asked.flatMap(person => (form ? uncertainName(person, form, { model, span }) : []))
  return uncertain.length > 0 ? uncertain : [explainMissing(path, model, { span, form })]
}

function explainMissing(
  path: string,
  model: ReleaseModel,
  { span, form }: { readonly span: Span; readonly form: Form | undefined },
): Diagnostic {
  const lacks = form ? lacksOf(path, model, form) : []
  if (!form || lacks.length === 0) {
    const hint = said('Supply it in the record “{id}”, or guard it in the phrase: {{#if …}}…{{/if}}.', { id: model.id })
    return errorAt(
      'template/missing-value',
      span,
      said('The phrase asks for “{path}”, which “{id}” lacks.', { path, id: model.id }),
      hint,
    )
  }
  const files = [...new Map(lacks.map(({ record }) => [JSON.stringify(record), record])).values()]
  const values = { form: called(form), language: model.language, files: allOf(files) }
  const message =
    files.length > 1
      ? said('This phrase needs the {form} in {language}, and {files} do not hold it.', values)
      : said('This phrase needs the {form} in {language}, and {files} does not hold it.', values)
  return errorAt(
    'record/missing-form',
    span,
    message,
    ...new Map(lacks.map(({ hint }) => [inEnglish(hint), hint])).values(),
  )
}

function lacksOf(path: string, model: ReleaseModel, form: Form): readonly Lack[] {
  const parts = path.split('.')
  if (parts[0] === 'forms') return []
  if (parts.includes('roleForms')) return peopleOf(model).flatMap(person => lackOfRole(person, model, form))
  const organizations = parts.includes('organization')
    ? model.participants.map(side => side.organization)
    : membersOf(parts, model)
  return organizations.flatMap(organization => lackOfOrganization(organization, model, form))
}

const peopleOf = ({ participants, quotes }: ReleaseModel): readonly PersonModel[] => [
  ...participants.flatMap(side => side.people),
  ...quotes,
]

function membersOf(parts: readonly string[], { lead }: ReleaseModel): readonly OrganizationModel[] {
  const party = (['host', 'partners', 'parties'] as const).find(each => parts.includes(each)) ?? 'parties'
  return lead[party]?.members ?? []
}

function lackOfOrganization(organization: OrganizationModel, { language }: ReleaseModel, form: Form): readonly Lack[] {
  if (organization.forms[form] !== undefined) return []
  const { id, name } = organization
  const record = id === 'society' ? 'data/society.yaml' : `data/${kinds.organization.folder}/${id}.yaml`
  const hint = said('In {record} add to `forms: {language}:` the {form} of “{name}”.', {
    record,
    language,
    form: called(form),
    name,
  })
  return [{ record, hint }]
}

/** Told of each person, at the name. */
function uncertainName(
  { forms: held, record, asks, field = '' }: PersonModel,
  form: Form,
  { model: { language }, span }: { readonly model: ReleaseModel; readonly span: Span },
): readonly Diagnostic[] {
  if (!held || held[form] !== undefined) return []
  const lacking = (form === 'definite' ? [form] : cases)
    .filter(each => held[each] === undefined)
    .map(each => `${each}: …`)
  const toStore = said('Add beside it `{forms}`.', { forms: `forms: { ${language}: { ${lacking.join(', ')} } }` })
  const hints =
    asks === 'gender'
      ? [said('Add beside it `gender: female` or `gender: male`, which is never published.'), toStore]
      : [toStore]
  const why = asks === 'gender' ? said('is not certain without a gender') : said('is neither certain nor stored')
  const message = said('The {form} of “{name}” in {language} {why}, and {path} asks for it.', {
    form: called(form),
    name: held.name,
    language,
    why,
    path: span.file.path,
  })
  const missing = { pointer: field, ...(record !== undefined && { person: record }) }
  return [{ ...errorAt('record/missing-form', span, message, ...hints), missing }]
}

function lackOfRole({ roleForms: held, record }: PersonModel, model: ReleaseModel, form: Form): readonly Lack[] {
  if (!held || held[form] !== undefined) return []
  const file = personFile(record, model)
  return [
    {
      record: file,
      hint: said('In {file} add to `role_forms: {language}:` the {form} of “{name}”.', {
        file,
        language: model.language,
        form: called(form),
        name: held.name,
      }),
    },
  ]
}

const personFile = (record: string | undefined, { id }: ReleaseModel): Value =>
  record === undefined ? said('the record “{id}”', { id }) : `data/${kinds.person.folder}/${record}.yaml`
