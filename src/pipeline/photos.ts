/**
 * The photos of a build as they are published: each is prepared once for its content, kept on disk, and fetched when a
 * document that shows it is made. All of them at once would be more than memory should hold.
 */

import { EnvironmentFault } from '../model/fault.ts'
import { said } from '../model/said.ts'
import { preparePhoto, UnreadablePhoto } from '../render/photo.ts'
import type { Desk } from './desk.ts'
import { sha256 } from './digest.ts'
import type { PhotoFolder } from './memo/photo-folder.ts'

/** Paths are below data/. */
export interface Photos {
  /** SHA-256 of what is published, or why nothing can be. */
  digestOf(path: string): Promise<string | UnreadablePhoto>
  /** Of a photo that can be read. */
  bytesOf(path: string): Promise<Uint8Array>
  /** After the last photo. */
  tidy(): Promise<void>
}

export interface PhotoStore {
  /** Without it photos are remembered for a short while only. */
  readonly folder?: PhotoFolder | undefined
  /** Nothing is believed that an earlier build has left. */
  readonly force: boolean
}

/** The languages of a release follow one another and share its photos: the very same bytes, which renderers know again. */
const remembered = 16

export function openPhotos({ workspace, inputs }: Pick<Desk, 'workspace' | 'inputs'>, store: PhotoStore): Photos {
  const { folder, force } = store
  const recent = new Map<string, Promise<Uint8Array>>()
  const digests = new Map<string, Promise<string | UnreadablePhoto>>()
  const prepared = new Set<string>()

  const fetch = async (path: string, original: string): Promise<Uint8Array> => {
    const kept = force && !prepared.has(original) ? undefined : await folder?.recall(original)
    if (kept) return kept
    const { jpeg } = await preparePhoto(await originalAt(path, { workspace, inputs }))
    await folder?.keep(original, jpeg)
    prepared.add(original)
    return jpeg
  }
  const bytesOf = (path: string): Promise<Uint8Array> => {
    const original = inputs.media.get(path)?.digest ?? ''
    const photo = recent.get(original) ?? fetch(path, original)
    recent.delete(original)
    recent.set(original, photo)
    for (const oldest of recent.keys()) if (recent.size > remembered) recent.delete(oldest)
    return photo
  }
  return {
    digestOf(path) {
      const digest = digests.get(path) ?? bytesOf(path).then(sha256, ifUnreadable)
      digests.set(path, digest)
      return digest
    },
    bytesOf: path =>
      bytesOf(path).catch(thrown => {
        throw thrown instanceof UnreadablePhoto ? changed(path) : thrown
      }),
    tidy: async () => folder?.keepOnly(new Set([...inputs.media.values()].map(({ digest }) => digest))),
  }
}

/** As it was hashed: what is found out from other bytes would be remembered under the content that it had. */
export async function originalAt(
  path: string,
  { workspace, inputs }: Pick<Desk, 'workspace' | 'inputs'>,
): Promise<Uint8Array> {
  const file = inputs.media.get(path)
  const bytes = await workspace.readMedia(file?.path ?? path)
  if (sha256(bytes) !== file?.digest) throw changed(path)
  return bytes
}

function ifUnreadable(thrown: unknown): UnreadablePhoto {
  if (thrown instanceof UnreadablePhoto) return thrown
  throw thrown
}

const changed = (path: string): EnvironmentFault =>
  new EnvironmentFault(
    said('data/{path} was changed while Khabar was building from it.', { path }),
    said('Build again.'),
  )
