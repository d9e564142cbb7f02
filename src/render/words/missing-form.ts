/** A phrase or a template asks for a case that no record holds: who must add what, never a wrong case. */
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import type { OrganizationModel, PersonModel, ReleaseModel } from '../../model/document.ts'
import { kinds } from '../../model/record/kinds.ts'
import type { Span } from '../../model/source.ts'

const forms = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const
type Form = (typeof forms)[number]

/** What lacks the form: where it is written, and how to mend it. */
interface Lack {
  readonly record: string
  readonly hint: string
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
    const hint = `Supply it in the record “${model.id}”, or guard it in the phrase: {{#if …}}…{{/if}}.`
    return errorAt('template/missing-value', span, `The phrase asks for “${path}”, which “${model.id}” lacks.`, hint)
  }
  const files = [...new Set(lacks.map(each => each.record))]
  const holds = files.length > 1 ? 'do not hold it' : 'does not hold it'
  const message = `This phrase needs the ${form} in ${model.language}, and ${files.join(' and ')} ${holds}.`
  return errorAt('record/missing-form', span, message, ...new Set(lacks.map(each => each.hint)))
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
  return [{ record, hint: `In ${record} add to \`forms: ${language}:\` the ${form} of “${name}”.` }]
}

/** Told of each person, at the name. */
function uncertainName(
  { forms: held, record, asks, field = '' }: PersonModel,
  form: Form,
  { model: { language }, span }: { readonly model: ReleaseModel; readonly span: Span },
): readonly Diagnostic[] {
  if (!held || held[form] !== undefined) return []
  const lacking = forms.filter(each => held[each] === undefined).map(each => `${each}: …`)
  const toStore = `Add beside it \`forms: { ${language}: { ${lacking.join(', ')} } }\`.`
  const hints =
    asks === 'gender'
      ? ['Add beside it `gender: female` or `gender: male`, which is never published.', toStore]
      : [toStore]
  const why = asks === 'gender' ? 'is not certain without a gender' : 'is neither certain nor stored'
  const message = `The ${form} of “${held.name}” in ${language} ${why}, and ${span.file.path} asks for it.`
  const missing = { pointer: field, ...(record !== undefined && { person: record }) }
  return [{ ...errorAt('record/missing-form', span, message, ...hints), missing }]
}

function lackOfRole({ roleForms: held, record }: PersonModel, model: ReleaseModel, form: Form): readonly Lack[] {
  if (!held || held[form] !== undefined) return []
  const file = personFile(record, model)
  return [{ record: file, hint: `In ${file} add to \`role_forms: ${model.language}:\` the ${form} of “${held.name}”.` }]
}

const personFile = (record: string | undefined, { id }: ReleaseModel) =>
  record === undefined ? `the record “${id}”` : `data/${kinds.person.folder}/${record}.yaml`
