/** What somebody wants explained, as written: `output/reports/2022/icrc-2022.ru.xlsx#'Бюджет'!F7`. */

export interface Target {
  /** Below the output folder: `reports/2022/icrc-2022.ru.xlsx`. */
  readonly file: string
  /** By the name of its tab, or as layouts call it. */
  readonly sheet?: string
  /** `F7`. */
  readonly cell?: string
}

/** Nothing where it names no artifact. */
export function targetIn(word: string): Target | undefined {
  const [, file, place] = /^(?:.*?[\\/])?((?:press|reports)[\\/]\d{4}[\\/][^\\/#]+)(?:#(.*))?$/su.exec(word) ?? []
  if (file === undefined) return undefined
  return { file: file.replaceAll('\\', '/'), ...(place && placeIn(place)) }
}

/** As Excel writes it: quotes around a name with more than letters, a quote within doubled, `$` before what does not move. */
function placeIn(place: string): Pick<Target, 'sheet' | 'cell'> {
  const [, quoted, plain, cell] = /^(?:'((?:[^']|'')*)'|([^!']*))(?:!(.*))?$/su.exec(place) ?? []
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? place
  return { sheet, ...(cell !== undefined && { cell: cell.replaceAll('$', '').toUpperCase() }) }
}
