/**
 * The templates of a workspace, loaded once for as long as their files stay the same: what is worked out from a TemplateSet
 * (pages and phrases compiled, how a language writes) is known by the set, and a watch or a comparison asks again and again.
 */
import { loadTemplates } from '../load/templates.ts'
import type { Outcome } from '../model/diagnostic.ts'
import { packsIn } from '../model/language-pack.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Inputs, TemplateFiles } from './workspace.ts'

export interface KnownTemplates {
  readonly ofAnyCountry: Outcome<TemplateSet>
  /** As a society of the country writes. */
  readonly in: (country: string) => Outcome<TemplateSet>
}

/** One process sees the templates of one workspace, or of two that it compares. */
let last: { readonly digest: string; readonly templates: KnownTemplates } | undefined

export function templatesOf(inputs: Inputs, files: TemplateFiles): KnownTemplates {
  const digest = inputs.templatesDigest()
  if (last?.digest !== digest) last = { digest, templates: loaded(files) }
  return last.templates
}

function loaded({ texts, fonts, shipped }: TemplateFiles): KnownTemplates {
  const ofAnyCountry = loadTemplates(texts, fonts, shipped)
  const inCountry = new Map<string, Outcome<TemplateSet>>()
  return {
    ofAnyCountry,
    in(country) {
      const packs = packsIn(country, ofAnyCountry.value.packs)
      const own = inCountry.get(country) ?? { ...ofAnyCountry, value: { ...ofAnyCountry.value, packs } }
      inCountry.set(country, own)
      return own
    },
  }
}
