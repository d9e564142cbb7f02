/** A meeting: its sides, who took part, what was promised. */

import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { ownCodePattern } from '../../model/own-codes.ts'
import { meetingKinds } from '../../model/record/meeting.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, doubtful, entriesAt, has, inconsistent, placeOfLack, textAt, valueAt } from '../draft.ts'
import { checkOrder } from './days.ts'
import { checkWorded } from './own-words.ts'
import { find, type World } from './world.ts'

export function checkMeeting(draft: Draft, world: World): readonly Diagnostic[] {
  return [
    ...checkKind(draft, world),
    ...checkHost(draft),
    ...entriesAt(draft, '/participants').flatMap(at => checkParticipant(draft, at)),
    ...checkSides(draft, world),
    ...entriesAt(draft, '/commitments').flatMap(at => checkCommitment(draft, at)),
  ]
}

const ownCode = new RegExp(ownCodePattern)

function checkKind(draft: Draft, world: World): readonly Diagnostic[] {
  if (!ownCode.test(textAt(draft, '/kind') ?? '')) return []
  const choice = {
    at: '/kind',
    field: 'kind',
    group: 'report.meeting_kinds',
    known: meetingKinds,
    also: 'press.lead',
  } as const
  return checkWorded(draft, choice, world)
}

function checkHost(draft: Draft): readonly Diagnostic[] {
  const host = textAt(draft, '/host')
  const double = entriesAt(draft, '/partners').find(at => host !== undefined && textAt(draft, at) === host)
  if (double === undefined) return []
  const message = said('“{host}” is both host and partner.', { host: host ?? '' })
  const told = inconsistent(draft, double, message, said('Under “partners” stand those who came.'))
  return [besides(told, ...besideIn(draft, '/host'))]
}

function checkParticipant(draft: Draft, at: string): readonly Diagnostic[] {
  if (typeof valueAt(draft, at) !== 'object') return []
  if (!has(draft, `${at}/name`) && !has(draft, `${at}/person`) && !has(draft, `${at}/role`)) {
    const message = said('This participant has no “name”, “person” or “role”.')
    const hint = said('Add “name”, “person” (a record under data/people), or “role” where no name is to be printed.')
    return [errorAt('record/missing-field', placeOfLack(draft, at), message, hint)]
  }
  if (has(draft, `${at}/name`) && has(draft, `${at}/person`)) {
    const both = said('A participant has a “name” or a “person”, not both.')
    const told = inconsistent(draft, `${at}/name`, both, said('Remove one of them.'))
    return [besides(told, ...besideIn(draft, `${at}/person`))]
  }
  return []
}

/** Where a side itself is missing or wrong, that was told, and says it all. */
function checkSides(draft: Draft, world: World): readonly Diagnostic[] {
  const sides = ['/host', ...entriesAt(draft, '/partners')].map(pointer => textAt(draft, pointer))
  if (sides.length < 2 || sides.some(side => side !== 'society' && !find(world, 'organization', side))) return []
  return entriesAt(draft, '/participants').flatMap(at => {
    const side = textAt(draft, `${at}/organization`)
    if (side === undefined || sides.includes(side)) return []
    const message = said('“{side}” is neither the host nor one of the partners.', { side })
    const told = doubtful(draft, `${at}/organization`, message, said('Add it to “partners”, or correct it.'))
    return [besides(told, ...besideIn(draft, '/host', '/partners'))]
  })
}

function checkCommitment(draft: Draft, at: string): readonly Diagnostic[] {
  const status = textAt(draft, `${at}/status`)
  const found = [
    ...checkOrder(draft, { early: '/date', late: `${at}/by` }),
    ...checkOrder(draft, { early: '/date', late: `${at}/done_on` }),
  ]
  if (!has(draft, `${at}/done_on`) || status === undefined || status === 'done') return found
  const message = said('This commitment has “done_on”, but its status is “{status}”.', { status })
  const told = inconsistent(draft, `${at}/done_on`, message, said('Write “status: done”, or remove “done_on”.'))
  return [...found, besides(told, ...besideIn(draft, `${at}/status`))]
}
