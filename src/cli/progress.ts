/** The line that shows how far a build is. Pure: what to draw is decided here, where and when in terminal.ts. */

import { cut, widthOf } from '../diagnostics/width.ts'
import { inEnglish, type Said, said, type Tell } from '../model/said.ts'

export interface Progress {
  /** What is being done: `Building`. */
  readonly task: string
  readonly done?: number | undefined
  readonly total?: number | undefined
  /** The document just made. Without one, what is counted are parts of a task, and told in per cent. */
  readonly detail?: string | undefined
  readonly elapsedMs: number
  readonly tell?: Tell | undefined
}

const barWidth = 20
/** Before that, a rate is a guess. */
const enoughMs = 1500
const enoughDone = 5

/**
 * `██████░░░░ 12/88  34 docs/s  3 s left  press/2022/….pdf`, at most `width` columns: what matters least goes first.
 */
export function progressLine(progress: Progress, width: number): string {
  const { task, done, total, detail = '' } = progress
  if (done === undefined || !total) return cut(task, width, 'start')
  const head = `${barOf(done / total)} ${detail === '' ? `${Math.floor((100 * done) / total)} % ${task}` : `${done}/${total}`}`
  const [rate, left] = paceOf(progress)
  const parts = [head, rate, left].filter(each => each !== undefined)
  while (parts.length > 1 && widthOf(parts.join('  ')) > width) parts.splice(1, 1)
  const line = cut(parts.join('  '), width, 'start')
  const room = width - widthOf(line) - 2
  return detail === '' || room < 12 ? line : `${line}  ${cut(detail, room, 'end')}`
}

/** In a log: a line when a quarter is reached, and nothing in between. */
export function quarterLine({ task, done, total }: Progress): string {
  return done === undefined || !total ? task : `${task}: ${Math.floor((4 * done) / total) * 25} %`
}

function barOf(share: number): string {
  const filled = Math.round(barWidth * Math.min(share, 1))
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
}

/** Documents a second, and the time left: once there is enough to tell them by. */
function paceOf({
  done = 0,
  total = 0,
  detail = '',
  elapsedMs,
  tell = inEnglish,
}: Progress): readonly [rate: string | undefined, left: string | undefined] {
  if (detail === '' || elapsedMs < enoughMs || done < enoughDone) return [undefined, undefined]
  const rate = (1000 * done) / elapsedMs
  const left = done < total ? tell(said('{duration} left', { duration: durationOf((total - done) / rate) })) : undefined
  const pace = rate < 10 ? rate.toFixed(1) : Math.round(rate)
  return [tell(said('{pace} docs/s', { pace })), left]
}

/** Rounded up: what is left is rather less than said than more. */
function durationOf(seconds: number): Said {
  const whole = Math.ceil(seconds)
  if (whole < 60) return said('{seconds} s', { seconds: whole })
  if (whole < 3600) return said('{minutes} min {seconds} s', { minutes: Math.floor(whole / 60), seconds: whole % 60 })
  const minutes = Math.floor((whole % 3600) / 60)
  return said('{hours} h {minutes} min', { hours: Math.floor(whole / 3600), minutes })
}
