/** The files of an index, written where they differ, and those removed that are no longer of it. The list comes last. */
import { compare } from '../../model/diagnostic.ts'
import { pictureOf } from '../../site/addresses.ts'
import { sha256 } from '../digest.ts'
import type { OutputFolder } from '../workspace.ts'
import { drawAll, picturesOf } from './pictures.ts'
import type { PublicWorks } from './public-works.ts'
import type { SiteArtifact, SiteDoors, SiteOptions } from './request.ts'
import { readSiteList, type SiteEntry, writeSiteList } from './site-list.ts'

export async function writeSite(
  works: PublicWorks,
  texts: ReadonlyMap<string, string>,
  doors: SiteDoors,
  options: SiteOptions,
): Promise<readonly SiteArtifact[]> {
  const { output } = doors
  const before = await readSiteList(output)
  const pictures = await picturesOf(works, before, doors)
  const coming = [...texts.keys(), ...pictures.due.map(({ path }) => path)]
  await writeSiteList(output, announced(before, coming))
  const drawn = await drawAll(pictures.due, works, doors, options)
  const { made, kept } = await writeTexts(texts, output)
  const entries = [...drawn, ...made, ...pictures.fresh, ...kept]
  const now = new Set(entries.map(({ path }) => path))
  const gone = before.filter(({ path }) => !now.has(path))
  for (const { path } of gone) await output.remove(path)
  await writeSiteList(output, entries)

  const owners = new Map(works.compiled.works.map(work => [pictureOf(work), work.id]))
  const as = (list: readonly SiteEntry[], status: SiteArtifact['status']): readonly SiteArtifact[] =>
    list.map(({ path, sha256: hash, bytes }) => {
      const owner = owners.get(path)
      return { path, sha256: hash, bytes, status, records: owner === undefined ? [] : [owner] }
    })
  const all = [
    ...as([...drawn, ...made], 'built'),
    ...as([...pictures.fresh, ...kept], 'unchanged'),
    ...as(gone, 'removed'),
  ]
  return all.toSorted((a, b) => compare(a.path, b.path))
}

/** What nobody has made yet is listed without a digest, which no file has. */
function announced(before: readonly SiteEntry[], coming: readonly string[]): readonly SiteEntry[] {
  const known = new Set(before.map(({ path }) => path))
  const fresh = coming.filter(path => !known.has(path))
  return [...before, ...fresh.map(path => ({ path, sha256: '', bytes: 0, fingerprint: '' }))]
}

async function writeTexts(texts: ReadonlyMap<string, string>, output: OutputFolder) {
  const made: SiteEntry[] = []
  const kept: SiteEntry[] = []
  for (const [path, text] of texts) {
    const bytes = new TextEncoder().encode(text)
    const hash = sha256(bytes)
    const entry = { path, sha256: hash, bytes: bytes.length, fingerprint: hash }
    const there = await output.read(path)
    if (there && sha256(there) === hash) kept.push(entry)
    else {
      await output.write(path, bytes)
      made.push(entry)
    }
  }
  return { made, kept }
}
