/** The value in the middle, which a machine's hiccups leave alone. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) {
    throw new RangeError("There is no median of nothing.");
  }
  return middle;
}
