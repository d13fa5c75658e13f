// Summarizes measurements.

/** The value below which `share` of the measurements lie (0.5: the median; 1: the maximum). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** `0.62 s`, from ms. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

/** `median 0.62 s, p95 0.70 s, max 0.81 s`, from ms. */
export function spread(values: readonly number[]): string {
  return `median ${seconds(median(values))}, p95 ${seconds(quantile(values, 0.95))}, max ${seconds(quantile(values, 1))}`
}

/** `p50 8.1 ms, p95 14.0 ms, max 20.3 ms`, from ms. */
export function fineSpread(values: readonly number[]): string {
  const fine = (share: number) => `${quantile(values, share).toFixed(1)} ms`
  return `p50 ${fine(0.5)}, p95 ${fine(0.95)}, max ${fine(1)}`
}

/** A table of rows, the first of which is the head. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => `${row[column]}`.length)))
  return rows
    .map(row =>
      row
        .map((cell, i) => `${cell}`.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
