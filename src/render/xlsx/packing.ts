/** Who packs the parts of a package that are handed on as they are made: this thread, or another while this one makes more. */
import { Worker } from 'node:worker_threads'
import { ZipDeflate, ZipPassThrough } from 'fflate'

export interface Packing {
  readonly open: (path: string) => ZipDeflate | ZipPassThrough
  /** What `open`'s files may be pushed: what they were pushed before is not there any more. */
  readonly encoded: (text: string) => Uint8Array
  /** Comes when at most so many pieces are still to be packed; fails where packing does. */
  readonly left: (most: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** Of fflate: a register says the same again and again, and higher ones take longer for a few bytes. */
export const level = 3

export function packedHere(): Packing {
  const nothing = async () => {}
  return { open: path => new ZipDeflate(path, { level }), encoded: encoding(), left: nothing, close: nothing }
}

/** Fflate copies what it is pushed, so that one room is enough for all. */
function encoding(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  let room = new Uint8Array(1 << 18)
  return text => {
    // Three bytes are the most that a letter takes.
    if (text.length * 3 > room.length) room = new Uint8Array(text.length * 3)
    return room.subarray(0, encoder.encodeInto(text, room).written)
  }
}

/** What the other thread is handed; it answers each with what came out of the packing so far. */
export interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The last of its part. */
  readonly final: boolean
}

/** The bytes are those of `packedHere`: the same packer is pushed the same pieces. */
export function packedBeside(): Packing {
  const worker = new Worker(new URL('./packing-thread.ts', import.meta.url))
  const waiting: ZipPassThrough[] = []
  const failures: unknown[] = []
  let wake = () => {}
  const fail = (error: unknown) => {
    failures.push(error)
    wake()
  }
  worker.on('error', fail)
  worker.on('message', (packed: readonly Piece[]) => {
    const file = waiting.shift()
    try {
      for (const { bytes, final } of packed) file?.ondata(null, bytes, final)
      wake()
    } catch (error) {
      fail(error)
    }
  })
  const encoder = new TextEncoder()
  return {
    open: path => {
      const file = new SentFile(path, (bytes, final) => {
        waiting.push(file)
        worker.postMessage({ bytes, final } satisfies Piece, [bytes.buffer])
      })
      return file
    },
    encoded: text => encoder.encode(text),
    left: async most => {
      while (waiting.length > most && failures.length === 0) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      if (failures.length > 0) throw failures[0]
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/** Counts and sums what it is pushed, as any file of a zip does, and sends it away to be packed. */
class SentFile extends ZipPassThrough {
  readonly #send: Send

  constructor(path: string, send: Send) {
    super(path)
    this.#send = send
    const { compression, flag } = new ZipDeflate(path, { level })
    Object.assign(this, { compression, flag })
  }

  protected override process(bytes: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.#send(bytes, final)
  }
}

type Send = (bytes: Uint8Array<ArrayBuffer>, final: boolean) => void
