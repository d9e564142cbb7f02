/** Who may make whose documents: only who makes them with the very same tools, down to the code and the libraries. */
import { createHash } from 'node:crypto'
import { codeTool, type Tools } from '../model/render-job.ts'
import { type Said, said } from '../model/said.ts'

const namesOf = (tools: Tools): readonly string[] => Object.keys(tools).toSorted()

/** Part of the name of the queue: who has others never sees the jobs. */
export const digestOfTools = (tools: Tools): string =>
  createHash('sha256')
    .update(JSON.stringify(namesOf(tools).map(name => [name, tools[name]])))
    .digest('hex')
    .slice(0, 24)

/** `browser 152 instead of 153` */
export function differences(theirs: Tools, ours: Tools): readonly Said[] {
  const names = [...new Set([...namesOf(ours), ...namesOf(theirs)])].filter(name => ours[name] !== theirs[name])
  const named = names.filter(name => name !== codeTool)
  // A digest tells a person nothing, and is another one whenever anything is.
  if (named.length === 0) return [said('the code of Khabar was changed')]
  return named.map(tool =>
    said('{tool} {theirs} instead of {ours}', { tool, theirs: theirs[tool] ?? '–', ours: ours[tool] ?? '–' }),
  )
}

/** As a person is told who somebody is. */
export const shownTools = (tools: Tools): string =>
  namesOf(tools)
    .filter(name => name !== codeTool)
    .map(name => `${name} ${tools[name]}`)
    .join(', ')
