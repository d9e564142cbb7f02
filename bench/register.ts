/**
 * A register of activities, twenty columns with formulas, bars and notes, beside the two ways that ExcelJS has: in
 * memory and streaming (which knows no tables). All are fed the same rows one by one, each in a process of its own,
 * so that one's memory is not another's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { medians } from './processes.ts'

const ways = ['khabar', 'khabar, rows held', 'exceljs streaming', 'exceljs in memory'] as const
export type Way = (typeof ways)[number]

const sizes = [1_000, 10_000, 50_000] as const

export interface RegisterRow {
  readonly rows: number
  readonly way: Way
  readonly ms: number
  readonly rowsPerSecond: number
  readonly peakMb: number
}

/** Ratios at the most rows that a register takes: below 1 is better than the other. */
export interface RegisterFigures {
  readonly registerVsExcelJsStreaming: number
  readonly register1kVsExcelJsStreaming: number
  readonly registerMemoryVsExcelJsStreaming: number
  readonly registerVsExcelJsInMemory: number
  readonly registerMemoryVsExcelJsInMemory: number
  readonly rows: readonly RegisterRow[]
}

export async function benchRegister(): Promise<RegisterFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'))
  try {
    const rows = sizes.flatMap(size => compared(size, join(folder, 'register.xlsx')))
    const at = (size: number | undefined, way: Way) =>
      rows.find(row => row.way === way && row.rows === size) ?? { ms: 0, peakMb: 0 }
    const most = (way: Way) => at(sizes.at(-1), way)
    const [own, streaming, inMemory] = [most('khabar'), most('exceljs streaming'), most('exceljs in memory')]
    return {
      registerVsExcelJsStreaming: own.ms / streaming.ms,
      register1kVsExcelJsStreaming: at(sizes[0], 'khabar').ms / at(sizes[0], 'exceljs streaming').ms,
      registerMemoryVsExcelJsStreaming: own.peakMb / streaming.peakMb,
      registerVsExcelJsInMemory: own.ms / inMemory.ms,
      registerMemoryVsExcelJsInMemory: own.peakMb / inMemory.peakMb,
      rows,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compared(rows: number, path: string): readonly RegisterRow[] {
  const runs = medians(
    './register-writer.ts',
    ways.map(way => [way, String(rows), path]),
  )
  return ways.flatMap((way, index) =>
    runs.slice(index, index + 1).map(({ ms, peakMb }) => ({
      rows,
      way,
      ms: Math.round(ms),
      rowsPerSecond: Math.round((rows / ms) * 1000),
      peakMb: Math.round(peakMb),
    })),
  )
}
