/** A space at which no line breaks. */
export const nbsp = '\u00a0'
