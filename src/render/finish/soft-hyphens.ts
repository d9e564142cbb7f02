/**
 * SOFT HYPHENS: where a word may break and does not, a page of Skia's has a glyph without width; where it does break,
 * a hyphen like any other. Either way the word cannot be found by a search.
 *
 *   про[U+00AD]верка       ->  проверка             the mark and the glyph go, the move before it stays
 *   про[U+00AD] ET BT [-]  ->  про ET BT [U+00AD]   the visible hyphen says what it is (ISO 32000-1, 14.8.2.2.3)
 */
import type { Edit } from './page-content.ts'

interface Range {
  readonly start: number
  readonly end: number
}

interface Replacement extends Range {
  readonly text: string
}

interface Run extends Range {
  readonly font: string
  readonly hex: string
}

const softHyphen = '\u00AD'
const hyphens = ['-', '\u2010', softHyphen]
const sayingSoft = '/Span <</ActualText <FEFF00AD>>>BDC'

export class SoftHyphens {
  readonly #edits: Edit[]
  readonly #fonts: (font: string) => (hex: string) => string
  #replacement: Replacement | undefined
  /** Shown since the text, or the replacement, began. */
  #runs: { readonly run: Run; readonly replacement: Replacement | undefined }[] = []
  #runsInReplacement = 0
  /** To go, once it is known that what follows does not stand where this glyph's width puts it. */
  #leaving: readonly Range[] = []
  #endedSoft = false

  constructor(edits: Edit[], fonts: (font: string) => (hex: string) => string) {
    this.#edits = edits
    this.#fonts = fonts
  }

  textBegins(): void {
    this.#runs = []
  }

  replaced(replacement: Replacement): void {
    this.#replacement = replacement
    this.#runsInReplacement = 0
  }

  shown(run: Run): void {
    this.#leaving = []
    this.#runs.push({ run, replacement: this.#replacement })
    this.#runsInReplacement += 1
  }

  replacementEnds(end: Range): void {
    const shown = this.#runs.at(-1)
    const start = this.#replacement
    this.#replacement = undefined
    if (!shown || start?.text !== softHyphen || this.#runsInReplacement !== 1) return
    this.#leaving = [start, shown.run, end]
  }

  moved(): void {
    this.#leave()
  }

  /** True if the text was the visible hyphen of a broken word, and nothing else. */
  textEnds(): boolean {
    this.#leave()
    const isVisible = this.#endedSoft && this.#sayWhatItIs()
    this.#endedSoft = !isVisible && this.#runs.at(-1)?.replacement?.text === softHyphen
    return isVisible
  }

  #leave(): void {
    for (const { start, end } of this.#leaving) this.#edits.push({ from: start, to: end, text: '' })
    this.#leaving = []
  }

  #sayWhatItIs(): boolean {
    const [only, more] = this.#runs
    if (!only || more) return false
    const { run, replacement } = only
    if (!hyphens.includes(replacement?.text ?? this.#fonts(run.font)(run.hex))) return false
    if (replacement) {
      this.#edits.push({ from: replacement.start, to: replacement.end, text: sayingSoft })
    } else {
      this.#edits.push({ from: run.start, to: run.start, text: `${sayingSoft}\n` })
      this.#edits.push({ from: run.end, to: run.end, text: '\nEMC' })
    }
    return true
  }
}
