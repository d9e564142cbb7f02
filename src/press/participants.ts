/** Who took part, by side: guests first, in the order in which they were written, then the host. */

import { spanOf } from '../model/dataset.ts'
import { warningAt } from '../model/diagnostic.ts'
import type { SideModel } from '../model/document.ts'
import type { Participant } from '../model/record/meeting.ts'
import { said } from '../model/said.ts'
import { formsOf } from './forms.ts'
import { organizationModel } from './lead.ts'
import { type Field, organizationName, say, type Telling, toldOf } from './telling.ts'

type Person = SideModel['people'][number]

export function sidesOf(telling: Telling): SideModel[] {
  const of = telling.subject
  const { participants = [], host } = toldOf(of)
  const written = [...new Set(participants.map(each => each.organization))]
  const ordered = [...written.filter(id => id !== host), ...written.filter(id => id === host)]
  return ordered.flatMap(id => {
    const name = organizationName(telling, id)
    if (!name) return []
    const people = participants.flatMap((each, index) =>
      each.organization === id ? person(telling, each, { of, pointer: `/participants/${index}` }) : [],
    )
    return [{ organization: organizationModel(id, name), host: id === host, people }]
  })
}

/** Nobody is left out in silence: a name that lacks the language is an error, somebody without name and role a warning. */
function person(telling: Telling, participant: Participant, { of, pointer }: Field): Person[] {
  const record = participant.person === undefined ? undefined : telling.dataset.person.get(participant.person)
  if (record) telling.records.add(record.id)
  const name =
    say(telling, participant.name, { of, pointer: `${pointer}/name`, lack: 'error' }) ??
    (record && say(telling, record.data.name, { of: record, pointer: '/name', lack: 'error' }))
  const role =
    say(telling, participant.role, { of, pointer: `${pointer}/role` }) ??
    (record && say(telling, record.data.role, { of: record, pointer: '/role' }))
  const honorific = say(telling, participant.honorific, { of, pointer, lack: 'allowed' })
  const forms = formsOf(telling, { name, role, field: `${pointer}/name` }, [participant, record])
  if (name === undefined && role === undefined) {
    if (participant.name === undefined && participant.role === undefined && !record) {
      const hint = said('Give a name, or where only the function is to be named, a role.')
      telling.diagnostics.push(
        warningAt('record/inconsistent', spanOf(of, pointer), said('A participant has neither name nor role.'), hint),
      )
    }
    return []
  }
  return [
    {
      ...(name !== undefined && { name, ...(honorific !== undefined && { honorific }) }),
      ...(role !== undefined && { role }),
      ...forms,
    },
  ]
}
