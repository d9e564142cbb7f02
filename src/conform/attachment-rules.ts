/** Attached files: named, described, typed, associated, and what they say they are. */
import { createHash } from 'node:crypto'
import { type Cursor, treeLeaves } from './cursor.ts'
import { type Finding, finding, when } from './finding.ts'
import { dictionaries, type Subject } from './subject.ts'

const relationships = [
  'Source',
  'Data',
  'Alternative',
  'Supplement',
  'Unspecified',
  'EncryptedPayload',
  'FormData',
  'Schema',
]

export function checkAttachments(subject: Subject): readonly Finding[] {
  const leaves = treeLeaves(subject.catalog.get('Names').get('EmbeddedFiles'), 'Names')
  const keys = leaves.map(([key]) => key.bytes ?? '')
  const isSorted = keys.every((key, index) => index === 0 || key > (keys[index - 1] ?? ''))
  const all = dictionaries(subject)
  const specifications = all.filter(([each]) => each.get('EF').isThere)
  const associated = all.flatMap(([each]) => each.get('AF').items)
  return [
    ...when(!isSorted, 'PDF 7.9.6-1', 'EmbeddedFiles', `keys ${keys.map(each => JSON.stringify(each)).join(', ')}`),
    ...specifications.flatMap(([each, where]) => specification(each, where, associated)),
    ...missing(
      subject,
      leaves.map(([, each]) => each),
    ),
  ]
}

function specification(each: Cursor, where: string, associated: readonly Cursor[]): readonly Finding[] {
  const isNamed = Boolean(each.get('F').text) && Boolean(each.get('UF').text)
  const relationship = each.get('AFRelationship').name ?? ''
  const isAssociated = associated.some(one => one.value === each.value)
  return [
    ...when(!isNamed, 'UA 7.11-1', where, 'F or UF is missing'),
    ...when(!relationships.includes(relationship), 'A 6.8-3', where, `AFRelationship is ${relationship || 'missing'}`),
    ...when(!isAssociated, 'A 6.8-4', where, 'no AF names it'),
    ...when(!each.get('Desc').text?.trim(), 'own file-description', where, 'no Desc'),
    ...embedded(each.get('EF').get('F'), where),
  ]
}

function embedded(file: Cursor, where: string): readonly Finding[] {
  const parameters = file.get('Params')
  const { data } = file
  const sum = createHash('md5').update(data).digest().toString('latin1')
  const size = parameters.get('Size').integer
  const said = parameters.get('CheckSum').bytes
  return [
    ...when(!/^[\w.+-]+\/[\w.+-]+$/.test(file.get('Subtype').name ?? ''), 'A 6.8-1', where, 'no MIME type'),
    ...when(!/^D:\d{8}/.test(parameters.get('ModDate').text ?? ''), 'A 6.8-5', where, 'no ModDate'),
    ...when(
      size !== data.length,
      'own file-params',
      where,
      `Size is ${size ?? 'missing'}, there are ${data.length} bytes`,
    ),
    ...when(said !== undefined && said !== sum, 'own file-params', where, 'CheckSum is not that of the bytes'),
  ]
}

function missing({ options }: Subject, files: readonly Cursor[]): readonly Finding[] {
  const names = files.map(each => each.get('UF').text)
  return (options.attachments ?? [])
    .filter(name => !names.includes(name))
    .map(name => finding('own attachments', 'EmbeddedFiles', `${name} is not attached`))
}
