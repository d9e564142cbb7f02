/** Placeholder: the workbook room writes this. */
export interface Workbook {
  readonly sheets: readonly unknown[]
}
