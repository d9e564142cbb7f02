/** A phrase asks for a case of a name that the record does not hold: who must add what, never a wrong case. */
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { OrganizationModel, ReleaseModel } from '../model/document.ts'
import { kinds } from '../model/record/kinds.ts'
import type { Span } from '../model/source.ts'

const forms = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const
type Form = (typeof forms)[number]

/** @param path as the phrase writes it: `lead.partners.genitive`. */
export function explainMissingForm(path: string, model: ReleaseModel, span: Span): Diagnostic {
  const form = forms.find(each => path.split('.').at(-1) === each)
  const nameless = form ? membersOf(path, model).filter(member => member.forms[form] === undefined) : []
  if (!form || nameless.length === 0) {
    const hint = `Supply it in the record “${model.id}”, or guard it in the phrase: {{#if …}}…{{/if}}.`
    return errorAt('template/missing-value', span, `The phrase asks for “${path}”, which “${model.id}” lacks.`, hint)
  }
  return missingForm(form, nameless, model.language, span)
}

function membersOf(path: string, { lead }: ReleaseModel): readonly OrganizationModel[] {
  const parts = path.split('.')
  const party = (['host', 'partners', 'parties'] as const).find(each => parts.includes(each)) ?? 'parties'
  return lead[party]?.members ?? []
}

function missingForm(form: Form, nameless: readonly OrganizationModel[], language: string, span: Span): Diagnostic {
  const files = nameless.map(({ id }) => recordFile(id))
  const message = `This phrase needs the ${form} in ${language}, and ${files.join(' and ')} does not hold it.`
  const hints = nameless.map(
    ({ id, name }) => `In ${recordFile(id)} add to \`forms: ${language}:\` the ${form} of “${name}”.`,
  )
  return errorAt('record/missing-form', span, message, ...hints)
}

const recordFile = (id: string) =>
  id === 'society' ? 'data/society.yaml' : `data/${kinds.organization.folder}/${id}.yaml`
