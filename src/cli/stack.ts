/** A stack as the source has it: what is installed is bundled, and beside each of its files lies the map to where it comes from. */
import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { fileURLToPath } from 'node:url'

/** @param stack of an error; what has no map stays as it is */
export function asInSource(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>()
  return stack.replace(/(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g, (place, url: string, line: string, column: string) => {
    const map = maps.has(url) ? maps.get(url) : mapOf(url)
    maps.set(url, map)
    const origin = map?.findOrigin(Number(line), Number(column))
    if (!origin || !('fileName' in origin)) return place
    return `${origin.fileName.replace(/^(\.\.\/)+/, '')}:${origin.lineNumber}:${origin.columnNumber}`
  })
}

function mapOf(url: string): SourceMap | undefined {
  try {
    const payload: SourceMapPayload = JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8'))
    return new SourceMap(payload)
  } catch {
    return undefined
  }
}
