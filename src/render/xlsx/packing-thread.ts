/** Run as a thread of its own (packing.ts): packs the parts of a package, one after another, piece by piece. */
import { parentPort } from 'node:worker_threads'
import { Deflate } from 'fflate'
import { level, type Piece } from './packing.ts'

let packed: Piece[] = []
const open = () => new Deflate({ level }, (bytes, final) => packed.push({ bytes, final }))
let part = open()

parentPort?.on('message', ({ bytes, final }: Piece) => {
  packed = []
  part.push(bytes, final)
  if (final) part = open()
  parentPort?.postMessage(packed)
})
