/** A comparison as one JSON object, whose keys are a contract. */
import type { Comparison } from '../comparison.ts'

/** @param diagnostics as every command prints them */
export function comparisonToJson(comparison: Comparison, diagnostics: readonly unknown[]): string {
  const { diagnostics: _, ...found } = comparison
  const { artifacts, records, figures, texts, releases } = found
  const summary = {
    artifacts: artifacts.length,
    records: records.length,
    figures: figures.length,
    texts: texts.length,
    releases: releases.length,
  }
  return JSON.stringify({ ...found, summary, diagnostics }, null, 2)
}
