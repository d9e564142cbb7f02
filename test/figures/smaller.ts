/** A workspace made smaller, part by part, as long as something stays true of it. */
import type { Workspace } from './reference/records.ts'

export function smallest(workspace: Workspace, holds: (of: Workspace) => boolean): Workspace {
  let now = workspace
  for (let tries = 0; tries < 600; ) {
    const before = now
    for (const path of partsOf(now)) {
      const candidate = without(now, path)
      if (candidate === undefined) continue
      tries += 1
      if (isTrue(holds, candidate)) now = candidate
    }
    if (now === before) break
  }
  return now
}

/** A part without which nothing works is no part to leave out. */
function isTrue(holds: (of: Workspace) => boolean, candidate: Workspace): boolean {
  try {
    return holds(candidate)
  } catch {
    return false
  }
}

type Path = readonly (string | number)[]

/** The largest first, and of a list the last first. */
function partsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()].toReversed() : Object.keys(value)
  const own = keys.map(key => [...path, key])
  const inner = keys.flatMap(key => partsOf((value as { readonly [key: string]: unknown })[key], [...path, key]))
  return [...own, ...inner].filter(each => each.length > 1)
}

function without(workspace: Workspace, path: Path): Workspace | undefined {
  const copy: unknown = structuredClone(workspace)
  let at = copy
  for (const key of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null || !(key in at)) return undefined
    at = (at as { [key: string]: unknown })[key]
  }
  const last = path.at(-1)
  if (typeof at !== 'object' || at === null || last === undefined || !(last in at)) return undefined
  if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete (at as { [key: string]: unknown })[last]
  return copy as Workspace
}
