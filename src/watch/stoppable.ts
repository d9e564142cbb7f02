/** Doors that can be shut while a build is under way: it stops at the next document, and no file stays half-written. */
import type { Doors } from '../build/request.ts'

export interface StoppableDoors {
  readonly doors: Doors
  /** Ends when the files being written are. The renderer is closed by who opened it. */
  shut(): Promise<void>
}

export function stoppable(open: Doors): StoppableDoors {
  const { output, renderer } = open
  const writing = new Set<Promise<void>>()
  let isShut = false
  const stopIfShut = (): void => {
    if (isShut) throw new Stopped()
  }
  return {
    doors: {
      ...open,
      output: {
        ...output,
        async write(path, bytes) {
          stopIfShut()
          const written = output.write(path, bytes)
          writing.add(written)
          await written.finally(() => writing.delete(written))
        },
      },
      renderer: {
        ...renderer,
        async render(job) {
          stopIfShut()
          return renderer.render(job)
        },
      },
    },
    async shut() {
      isShut = true
      await Promise.allSettled(writing)
    },
  }
}

/** No `RenderFailure`: that would be one more artifact that could not be made, and the build would go on. */
class Stopped extends Error {}
