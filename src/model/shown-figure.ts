/** Figures as a reader of a terminal or a comment has them: a point before decimals, a space between thousands, which no language misreads. */

type Writing = (value: number) => string

export function writtenAs(options: Intl.NumberFormatOptions): Writing {
  const format = new Intl.NumberFormat('en', options)
  return value => format.format(value).replaceAll(',', '\u00a0')
}

const plain = writtenAs({ maximumFractionDigits: 6 })
const tenths = writtenAs({ maximumFractionDigits: 1 })

/** A dash where nothing is reported. */
export function shownFigure(
  value: number | null,
  { isPercent }: { readonly isPercent?: true | undefined } = {},
): string {
  if (value === null) return '–'
  return isPercent ? `${tenths(100 * value)} %` : plain(value)
}
