/** What the checker has to say: the rule, the clause it stands on, and where it is broken. */
import { clauses } from './clauses.ts'

export type Rule = keyof typeof clauses

export interface Finding {
  readonly rule: Rule
  readonly clause: string
  readonly message: string
  readonly where: string
}

export const finding = (rule: Rule, where: string, message: string): Finding => ({
  rule,
  clause: clauses[rule],
  message,
  where,
})

/** The finding when `isBroken`, otherwise none. */
export const when = (isBroken: boolean, rule: Rule, where: string, message: string): readonly Finding[] =>
  isBroken ? [finding(rule, where, message)] : []
